package dev.coppice.app.compose.explain;

import dev.coppice.app.compose.Prose;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/** The kinds of text of an explanation. */
final class Words {

    private Words() {}

    /** A head with what belongs to it. */
    static VBox part(String title, List<? extends Node> nodes) {
        var head = new Label(title);
        head.getStyleClass().add("explain-part");
        var part = new VBox(6, head);
        part.getChildren().addAll(nodes);
        return part;
    }

    /** Lines of a file or of a command, with a head above them. */
    static VBox block(Node head, String text) {
        var box = new VBox(4, head, code(text));
        box.getStyleClass().add("explain-block");
        return box;
    }

    /** The head of a block. */
    static Label file(String words) {
        return wrapped("explain-file", words);
    }

    static Label code(String text) {
        return wrapped("explain-code", text);
    }

    static Label note(String words) {
        return wrapped("explain-reason", words);
    }

    static Label prose(String words) {
        return wrapped("explain-prose", Prose.of(words));
    }

    private static Label wrapped(String style, String words) {
        var label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}

package dev.coppice.app.compose.explain;

import dev.coppice.app.parts.Buttons;
import dev.coppice.model.export.FieldLines;
import dev.coppice.model.export.FieldSupport;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What another system makes of the field: its lines, and what is lost. */
final class TargetPart {

    private static final int MOST_LINES = 16;

    private TargetPart() {}

    static Node of(InTarget target) {
        var nodes = new ArrayList<Node>();
        target.lines().support().flatMap(TargetPart::loss).ifPresent(nodes::add);
        for (FieldLines.File file : target.lines().files()) {
            nodes.add(Words.block(head(target, file), shortened(file.lines())));
        }
        return Words.part("In " + target.title(), nodes);
    }

    private static Optional<Node> loss(FieldSupport support) {
        return switch (support) {
            case FieldSupport.Dropped dropped ->
                    Optional.of(Words.note("Not there: " + dropped.text()));
            case FieldSupport.Approximated near ->
                    Optional.of(Words.note("With a difference: " + near.text()));
            case FieldSupport.Exact exact -> Optional.empty();
            case FieldSupport.NotConcerned none -> Optional.empty();
        };
    }

    private static Node head(InTarget target, FieldLines.File file) {
        Label path = Words.file(file.path());
        path.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(path, Priority.ALWAYS);
        var copy =
                Buttons.icon(
                        MaterialDesignC.CONTENT_COPY,
                        "Copy these lines of " + target.title(),
                        () -> copy(file.lines()));
        copy.getStyleClass().addAll("form-tool", "explain-copy");
        var head = new HBox(8, path, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static void copy(List<String> lines) {
        var content = new ClipboardContent();
        content.putString(String.join("\n", lines) + "\n");
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String shortened(List<String> lines) {
        return lines.size() <= MOST_LINES
                ? String.join("\n", lines)
                : String.join("\n", lines.subList(0, MOST_LINES))
                        + "\n… and "
                        + (lines.size() - MOST_LINES)
                        + " more lines";
    }
}

package dev.coppice.app.compose.problems;

import dev.coppice.app.compose.Prose;
import dev.coppice.app.parts.WideDialog;
import dev.coppice.model.guide.Guide;
import dev.coppice.model.guide.Guides;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.concurrent.Executor;

/** Why a kind of finding matters, with a wrong and a right example: its guide. */
public final class GuideDialog {

    /** Pixels of the toolkit, as are the others: a line of an example, and what is around them. */
    private static final double LINE = 19;

    private static final double AROUND = 340;
    private static final double TALLEST = 640;

    private final Executor background;
    private final Executor ui;

    /**
     * @param background reads the guides
     */
    public GuideDialog(Executor background, Executor ui) {
        this.background = background;
        this.ui = ui;
    }

    /**
     * Shows the guide of a finding.
     *
     * @param code the finding's code
     */
    public void show(Window owner, String code) {
        background.execute(
                () ->
                        new Guides()
                                .find(code)
                                .ifPresent(guide -> ui.execute(() -> show(owner, guide))));
    }

    private static void show(Window owner, Guide guide) {
        var title = wrapped("guide-title", title(guide));
        var id = new Label(guide.code().id());
        id.getStyleClass().addAll("explain-code", "explain-path");
        id.setMinWidth(Region.USE_PREF_SIZE);
        var icon = new FontIcon(SeverityIcons.of(guide.code().severity()));
        icon.getStyleClass().add(SeverityIcons.style(guide.code().severity()));
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(10, icon, title, id);
        head.setAlignment(Pos.BASELINE_LEFT);
        var content =
                new VBox(
                        head,
                        wrapped("explain-prose", Prose.of(guide.why())),
                        example("Wrong", MaterialDesignC.CLOSE, "guide-wrong", guide.bad()),
                        example("Right", MaterialDesignC.CHECK, "guide-right", guide.good()));
        content.getStyleClass().add("guide");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setId("guide");
        scroll.getStyleClass().add("explain-scroll");
        scroll.setAccessibleText(
                guide.code().meaning() + ". " + guide.why() + " Right: " + guide.good());
        var dialog = new Dialog<ButtonType>();
        WideDialog.size(dialog, owner, 680, height(guide));
        dialog.initModality(Modality.NONE);
        dialog.setTitle("Why this is a problem");
        dialog.getDialogPane().setContent(scroll);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.show();
        // arrows scroll, and a screen reader reads the guide before the button
        scroll.requestFocus();
    }

    /** The meaning is a sentence; a title has no full stop. */
    private static String title(Guide guide) {
        return Prose.sentence(guide.code().meaning()).replaceFirst("\\.$", "");
    }

    /** High enough for most examples; long ones scroll. */
    private static double height(Guide guide) {
        long lines = guide.bad().lines().count() + guide.good().lines().count();
        return Math.min(TALLEST, AROUND + lines * LINE);
    }

    private static Node example(String words, Ikon icon, String style, String text) {
        var head = new Label(words, new FontIcon(icon));
        head.getStyleClass().add("guide-head");
        var code = wrapped("explain-code", text.stripTrailing());
        var box = new VBox(code);
        box.getStyleClass().add("explain-block");
        var part = new VBox(6, head, box);
        part.getStyleClass().add(style);
        return part;
    }

    private static Label wrapped(String style, String words) {
        var label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}

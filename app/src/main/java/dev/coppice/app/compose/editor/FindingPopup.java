package dev.coppice.app.compose.editor;

import dev.coppice.app.compose.Prose;
import dev.coppice.model.complete.Hover;
import dev.coppice.model.diag.Diagnostic;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the editor says about the place under the pointer. */
final class FindingPopup {

    private final Popup popup = new Popup();
    private final VBox box = new VBox();

    FindingPopup() {
        box.getStyleClass().add("finding-popup");
        popup.getContent().add(box);
        popup.getScene().getRoot().setStyle("-fx-background-color: transparent;");
        popup.setAutoFix(true);
    }

    void show(Node owner, Point2D onScreen, List<Diagnostic> findings, Optional<Hover> documented) {
        box.getChildren().setAll(findings.stream().map(FindingPopup::card).toList());
        documented.map(FindingPopup::card).ifPresent(box.getChildren()::add);
        box.getStylesheets().setAll(owner.getScene().getStylesheets());
        popup.show(owner, onScreen.getX(), onScreen.getY() + 14);
    }

    void hide() {
        popup.hide();
    }

    private static Node card(Hover hover) {
        var title = new Label(hover.title());
        title.getStyleClass().add("finding-message");
        var path = new Label(hover.path().toString());
        path.getStyleClass().addAll("mono", "finding-help");
        var words = new Label(Prose.of(hover.documentation()));
        words.setWrapText(true);
        var card = new VBox(new HBox(10, title, path), words);
        card.getStyleClass().add("finding");
        for (Hover.Line line : hover.lines()) {
            var label = new Label(line.label() + ": " + Prose.of(line.text()));
            label.getStyleClass().add("finding-help");
            label.setWrapText(true);
            card.getChildren().add(label);
        }
        return card;
    }

    private static Node card(Diagnostic finding) {
        var message = new Label(Prose.message(finding));
        message.getStyleClass()
                .addAll(
                        "finding-message",
                        "severity-" + finding.severity().name().toLowerCase(Locale.ROOT));
        message.setWrapText(true);
        var card = new VBox(message);
        card.getStyleClass().add("finding");
        if (!finding.help().isBlank()) {
            var help = new Label(Prose.of(finding.help()));
            help.getStyleClass().add("finding-help");
            help.setWrapText(true);
            card.getChildren().add(help);
        }
        if (!finding.fixes().isEmpty()) {
            var fix = new Label(finding.fixes().getFirst().label() + "   Alt+Enter");
            fix.getStyleClass().add("finding-fix");
            card.getChildren().add(fix);
        }
        return card;
    }
}

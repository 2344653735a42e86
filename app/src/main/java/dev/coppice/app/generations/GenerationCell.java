package dev.coppice.app.generations;

import dev.coppice.app.parts.Thumbnail;
import dev.coppice.app.theme.Badge;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** A row of the list: picture, number, what changed, figures. */
final class GenerationCell extends ListCell<GenerationCard> {

    private final GenerationsViewModel model;
    private GenerationCard shown;

    GenerationCell(GenerationsViewModel model) {
        this.model = model;
        getStyleClass().add("generation-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(GenerationCard card, boolean empty) {
        super.updateItem(card, empty);
        if (card != null && card == shown && !empty) {
            return;
        }
        shown = card;
        setText(null);
        setGraphic(empty || card == null ? null : content(card));
        setAccessibleText(empty || card == null ? null : spoken(card));
    }

    private static String spoken(GenerationCard card) {
        return card.title()
                + (card.label().isEmpty() ? "" : ", " + card.label())
                + (card.pinned() ? ", pinned" : "")
                + ", "
                + card.summary();
    }

    private Node content(GenerationCard card) {
        var picture = new Thumbnail(card.generation().boot().flatMap(b -> b.screenshot()), 112, 70);
        var title = new Label(card.title());
        title.getStyleClass().add("card-title");
        title.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(title);
        head.getStyleClass().add("badge-line");
        head.setAlignment(Pos.CENTER_LEFT);
        if (card.current()) {
            var current = new Badge("Current", Badge.Tone.ACCENT);
            current.setMinWidth(USE_PREF_SIZE);
            head.getChildren().add(current);
        }
        if (card.pinned()) {
            head.getChildren().add(pin());
        }
        if (!card.label().isEmpty()) {
            head.getChildren().add(label(card));
        }
        var gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var when = new Label(model.ago(card.generation()));
        when.getStyleClass().addAll("text-muted", "figure");
        when.setMinWidth(USE_PREF_SIZE);
        head.getChildren().addAll(gap, when);
        var changed = new Label(card.summary());
        changed.getStyleClass().add("card-text");
        var words = new VBox(head, changed, figures(card));
        words.getStyleClass().add("card-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(picture, words);
        row.getStyleClass().add("card-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    static Node pin() {
        var icon = new FontIcon(MaterialDesignP.PIN);
        icon.getStyleClass().add("pin-icon");
        return icon;
    }

    private static Node label(GenerationCard card) {
        var label = new Label(card.label());
        label.getStyleClass().add("generation-label");
        label.setMinWidth(0);
        return label;
    }

    private static Node figures(GenerationCard card) {
        var figures = new HBox();
        figures.getStyleClass().add("figure-line");
        figures.setAlignment(Pos.CENTER_LEFT);
        if (!card.checks().isEmpty()) {
            figures.getChildren()
                    .add(
                            new Badge(
                                    card.checks(),
                                    card.checksFailed() ? Badge.Tone.DANGER : Badge.Tone.SUCCESS));
        }
        String line = String.join("  ·  ", card.bootTime(), card.buildTime(), card.size());
        var label = new Label(line);
        label.getStyleClass().addAll("text-muted", "figure", "card-figures");
        figures.getChildren().add(label);
        return figures;
    }
}

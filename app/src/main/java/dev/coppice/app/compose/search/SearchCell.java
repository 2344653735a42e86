package dev.coppice.app.compose.search;

import dev.coppice.app.compose.Prose;
import dev.coppice.app.theme.Badge;
import dev.coppice.model.search.Hit;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** One hit: title and path, what it does, what others call it, what choosing it does. */
final class SearchCell extends ListCell<Hit> {

    private final FontIcon icon = new FontIcon();
    private final Label title = label("search-title");
    private final Label path = label("search-path");
    private final Label about = label("search-about");
    private final Label elsewhere = label("search-elsewhere");
    private final Badge action = new Badge("", Badge.Tone.NEUTRAL);
    private final HBox row;

    SearchCell() {
        getStyleClass().add("search-cell");
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.setMaxWidth(320);
        var first = new HBox(10, title, path);
        first.setAlignment(Pos.BASELINE_LEFT);
        var words = new VBox(2, first, about, elsewhere);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        action.setMinWidth(Region.USE_PREF_SIZE);
        row = new HBox(12, icon, words, action);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }

    @Override
    protected void updateItem(Hit hit, boolean empty) {
        super.updateItem(hit, empty);
        if (empty || hit == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        SearchRow words = SearchRow.of(hit);
        icon.setIconCode(words.adds() ? MaterialDesignP.PLUS : MaterialDesignA.ARROW_RIGHT);
        title.setText(words.title());
        path.setText(words.path());
        show(about, Prose.of(words.about()));
        show(elsewhere, words.elsewhere());
        action.setText(words.action());
        action.setTone(words.adds() ? Badge.Tone.ACCENT : Badge.Tone.NEUTRAL);
        setAccessibleText(words.spoken());
        setGraphic(row);
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}

package dev.coppice.app.start;

import dev.coppice.app.parts.Buttons;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The projects of before: Enter or a click opens one, Delete takes one out of the list. */
final class RecentList extends ListView<RecentProject> {

    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final StartViewModel model;

    RecentList(StartViewModel model) {
        super(model.recent());
        this.model = model;
        setId("recent-projects");
        getStyleClass().add("recent-projects");
        setAccessibleText("Recent projects");
        setPlaceholder(placeholder());
        setCellFactory(list -> new Cell());
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    private static Node placeholder() {
        var words = new Label("Projects that you open are listed here.");
        words.getStyleClass().add("recent-none");
        words.setWrapText(true);
        return words;
    }

    private void keyPressed(KeyEvent event) {
        RecentProject project = getSelectionModel().getSelectedItem();
        if (project == null) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            model.open(project);
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            model.forget(project);
            event.consume();
        }
    }

    private final class Cell extends ListCell<RecentProject> {

        private final Label name = new Label();
        private final Label place = new Label();
        private final Label state = new Label();
        private final Button remove =
                Buttons.icon(
                        MaterialDesignC.CLOSE,
                        "Take it out of this list",
                        () -> model.forget(getItem()));
        private final HBox row;

        Cell() {
            getStyleClass().add("recent-cell");
            name.getStyleClass().add("recent-name");
            place.getStyleClass().add("recent-place");
            place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            state.getStyleClass().add("recent-state");
            remove.getStyleClass().add("recent-remove");
            remove.setFocusTraversable(false);
            remove.visibleProperty().bind(hoverProperty().or(selectedProperty()));
            var words = new VBox(name, place, state);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            row = new HBox(words, remove);
            row.getStyleClass().add("recent-row");
            row.setMinWidth(0);
            row.setPrefWidth(0);
            setOnMouseClicked(
                    e -> {
                        if (e.getButton() == MouseButton.PRIMARY && getItem() != null) {
                            model.open(getItem());
                        }
                    });
        }

        @Override
        protected void updateItem(RecentProject item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty ? null : row);
            pseudoClassStateChanged(MISSING, !empty && item.missing());
            if (!empty) {
                name.setText(item.name());
                place.setText(item.place(model.home()));
                state.setText(item.state());
                setAccessibleText(
                        item.name() + ", " + item.place(model.home()) + ", " + item.state());
            }
        }
    }
}

package dev.coppice.app.compose.form.input;

import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

import java.util.List;

/**
 * Values below a line of text: those that fit while a person types, all of them with the Down key.
 * The focus stays in the line.
 */
public final class OfferPopup {

    private static final double ROW = 30;
    private static final int MOST_ROWS = 9;

    private final TextField field;
    private final Offers offers;
    private final Runnable chosen;
    private final ListView<Offer> list = new ListView<>();
    private final Popup popup = new Popup();
    private int asked;
    private boolean choosing;

    /**
     * @param chosen what happens once a value was put into the line
     */
    public OfferPopup(TextField field, Offers offers, Runnable chosen) {
        this.field = field;
        this.offers = offers;
        this.chosen = chosen;
        list.getStyleClass().add("offer-list");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setAccessibleText("Suggestions");
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(
                e -> {
                    if (e.getButton() == MouseButton.PRIMARY) {
                        take();
                    }
                });
        popup.getContent().add(list);
        popup.setAutoHide(true);
        popup.setConsumeAutoHidingEvents(false);
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
        field.textProperty().addListener((o, before, now) -> typed(now));
        field.focusedProperty().addListener((o, before, now) -> hideUnless(now));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Shows all values, or hides them. */
    public void toggle() {
        if (popup.isShowing()) {
            popup.hide();
        } else {
            field.requestFocus();
            ask("");
        }
    }

    private void hideUnless(boolean focused) {
        if (!focused) {
            popup.hide();
        }
    }

    private void typed(String text) {
        if (choosing || !field.isFocused()) {
            return;
        }
        if (text.isEmpty()) {
            popup.hide();
        } else {
            ask(text);
        }
    }

    private void ask(String text) {
        int question = ++asked;
        offers.find(
                text,
                found -> {
                    if (question == asked && field.getScene() != null && field.isFocused()) {
                        show(text, found);
                    }
                });
    }

    private void show(String text, List<Offer> found) {
        boolean said = found.size() == 1 && found.getFirst().value().equals(text);
        if (found.isEmpty() || said) {
            popup.hide();
            return;
        }
        list.getItems().setAll(found);
        list.getSelectionModel().clearSelection();
        found.stream()
                .filter(offer -> offer.value().equals(field.getText()))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
        list.setPrefHeight(Math.min(found.size(), MOST_ROWS) * ROW + 10);
        list.setPrefWidth(Math.max(field.getWidth(), 240));
        if (!popup.isShowing()) {
            popup.getScene().getStylesheets().setAll(field.getScene().getStylesheets());
            Bounds at = field.localToScreen(field.getBoundsInLocal());
            popup.show(field, at.getMinX(), at.getMaxY() + 3);
        }
        if (!list.getSelectionModel().isEmpty()) {
            // makes the rows, whose colours are known in a popup that is shown only
            list.scrollTo(list.getSelectionModel().getSelectedIndex());
        }
    }

    private void key(KeyEvent event) {
        boolean used = false;
        if (event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        if (event.getCode() == KeyCode.DOWN) {
            if (popup.isShowing()) {
                select(list.getSelectionModel().getSelectedIndex() + 1);
            } else {
                ask("");
            }
            used = true;
        } else if (popup.isShowing()) {
            used = inList(event.getCode());
        }
        if (used) {
            event.consume();
        }
    }

    private boolean inList(KeyCode code) {
        int now = list.getSelectionModel().getSelectedIndex();
        switch (code) {
            case UP -> select(Math.max(0, now - 1));
            case PAGE_DOWN -> select(now + MOST_ROWS - 1);
            case PAGE_UP -> select(Math.max(0, now - MOST_ROWS + 1));
            case ESCAPE -> popup.hide();
            case ENTER -> {
                if (now < 0) {
                    popup.hide();
                    return false;
                }
                take();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void select(int index) {
        int row = Math.min(index, list.getItems().size() - 1);
        list.getSelectionModel().select(row);
        list.scrollTo(Math.max(0, row - MOST_ROWS / 2));
    }

    private void take() {
        Offer offer = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (offer != null) {
            choosing = true;
            field.setText(offer.value());
            field.end();
            choosing = false;
            chosen.run();
        }
    }

    /** A value, and what it is. */
    private static final class Cell extends ListCell<Offer> {

        private final Label value = new Label();
        private final Label title = new Label();
        private final HBox row = new HBox(value, title);

        Cell() {
            row.getStyleClass().add("offer-row");
            value.setMinWidth(USE_PREF_SIZE);
            title.getStyleClass().add("offer-title");
            HBox.setHgrow(title, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Offer offer, boolean empty) {
            super.updateItem(offer, empty);
            if (empty || offer == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            value.setText(offer.value());
            title.setText(offer.title());
            setAccessibleText(offer.value() + " " + offer.title());
            setGraphic(row);
        }
    }
}

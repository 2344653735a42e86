package dev.coppice.app.compose.editor;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bar above the text that asks for a line to go to. */
final class LineBar extends HBox {

    private static final Pattern PLACE =
            Pattern.compile("\\s*(\\d{1,7})(?:\\s*[:, ]\\s*(\\d{1,7}))?\\s*");

    private final TextField field = new TextField();
    private final Label hint = new Label();
    private final Consumer<Place> go;
    private final Runnable closed;

    /** A place as people count it, from 1. */
    record Place(int line, int column) {}

    /**
     * @param closed called when the bar closes
     */
    LineBar(Consumer<Place> go, Runnable closed) {
        this.go = go;
        this.closed = closed;
        getStyleClass().addAll("find-bar", "find-row");
        setAlignment(Pos.CENTER_LEFT);
        field.setId("go-to-line");
        field.setPromptText("Line or line:column");
        field.setAccessibleText("Go to line");
        field.getStyleClass().add("find-field");
        hint.getStyleClass().add("muted");
        var label = new Label("Go to line");
        getChildren().addAll(label, field, hint);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        field.focusedProperty().addListener((o, before, now) -> hideUnless(now));
        hideUnless(false);
    }

    /** Asks. */
    void open(int lines) {
        hint.setText("1 to " + lines + ", Enter goes, Esc closes");
        hideUnless(true);
        field.clear();
        field.requestFocus();
    }

    /** Reads {@code 12} or {@code 12:5}. */
    static Optional<Place> place(String text) {
        Matcher matcher = PLACE.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new Place(
                                Integer.parseInt(matcher.group(1)),
                                matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            closed.run();
        } else if (event.getCode() == KeyCode.ENTER) {
            Optional<Place> place = place(field.getText());
            place.ifPresentOrElse(go, () -> hint.setText("Type a number, or line:column"));
        } else {
            return;
        }
        event.consume();
    }

    private void hideUnless(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}

package dev.coppice.app.compose.form;

import dev.coppice.app.compose.form.parts.Parts;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Severity;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.List;

/** A short value of a list, with what it is called and a cross to remove it. */
final class Chip extends HBox {

    private final Label value = new Label();
    private final Label note = new Label();
    private final Button cross;

    /** What can be done with a chip. */
    interface Commands {

        void edit();

        void remove();

        /** Puts the focus on the chip so many places further on. */
        void go(int by);

        /** Moves the value by so many places. */
        void move(int by);
    }

    Chip(FormContext context, String id, Commands commands) {
        getStyleClass().add("token");
        setId(id);
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(false);
        value.getStyleClass().add("token-value");
        note.getStyleClass().add("token-note");
        cross = Parts.tool(MaterialDesignC.CLOSE, "Remove", commands::remove);
        cross.getStyleClass().add("token-cross");
        cross.setFocusTraversable(false);
        cross.disableProperty().bind(context.readOnly());
        getChildren().addAll(value, note, cross);
        setOnMouseClicked(
                e -> {
                    requestFocus();
                    if (e.getButton() == MouseButton.PRIMARY
                            && e.getClickCount() == 2
                            && !context.readOnly().get()) {
                        commands.edit();
                    }
                });
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (!context.readOnly().get() && used(e, commands)) {
                        e.consume();
                    }
                });
    }

    /** Shows a value with what is wrong with it. */
    void show(String text, String title, String spoken, List<Diagnostic> problems) {
        value.setText(text.isEmpty() ? "(empty)" : text);
        note.setText(title);
        Parts.show(note, !title.isEmpty());
        cross.setAccessibleText("Remove " + text);
        setAccessibleText(text + (title.isEmpty() ? "" : ", " + title) + ", " + spoken);
        setAccessibleHelp(
                "Press Enter to edit, Delete to remove, Alt+Left and Alt+Right to move. "
                        + (problems.isEmpty() ? "" : problems.getFirst().message()));
        boolean bad = problems.stream().anyMatch(each -> each.severity() == Severity.ERROR);
        pseudoClassStateChanged(FormContext.INVALID, bad);
        pseudoClassStateChanged(FormContext.DOUBTFUL, !bad && !problems.isEmpty());
    }

    private static boolean used(KeyEvent event, Commands commands) {
        KeyCode code = event.getCode();
        int way =
                switch (code) {
                    case LEFT, UP -> -1;
                    case RIGHT, DOWN -> 1;
                    default -> 0;
                };
        if (way != 0) {
            if (event.isAltDown()) {
                commands.move(way);
            } else {
                commands.go(way);
            }
            return true;
        }
        switch (code) {
            case ENTER, F2, SPACE -> commands.edit();
            case DELETE, BACK_SPACE -> commands.remove();
            default -> {
                return false;
            }
        }
        return true;
    }
}

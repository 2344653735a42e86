package dev.coppice.app.preview;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.Map;

/** The serial console: text that can be read and copied, typed into directly or line by line. */
final class SerialPane extends VBox {

    private static final char DELETE = 0x7f;
    private static final Map<KeyCode, String> KEYS =
            Map.ofEntries(
                    Map.entry(KeyCode.ENTER, "\r"),
                    Map.entry(KeyCode.BACK_SPACE, String.valueOf(DELETE)),
                    Map.entry(KeyCode.ESCAPE, "\u001b"),
                    Map.entry(KeyCode.UP, "\u001b[A"),
                    Map.entry(KeyCode.DOWN, "\u001b[B"),
                    Map.entry(KeyCode.RIGHT, "\u001b[C"),
                    Map.entry(KeyCode.LEFT, "\u001b[D"));

    private final SerialText serial;
    private final TextArea area = new TextArea();

    SerialPane(SerialText serial) {
        this.serial = serial;
        getStyleClass().add("serial-pane");
        area.setEditable(false);
        area.getStyleClass().add("serial-text");
        area.setAccessibleText("Serial console of the machine");
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        area.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        VBox.setVgrow(area, Priority.ALWAYS);
        var line = new TextField();
        line.setPromptText("Type a line and press Enter to send it");
        line.setAccessibleText("Line for the serial console");
        line.getStyleClass().add("serial-line");
        line.setOnAction(
                e -> {
                    serial.send(line.getText() + "\r");
                    line.clear();
                });
        HBox.setHgrow(line, Priority.ALWAYS);
        var prompt = new Label("ttyS0");
        prompt.getStyleClass().addAll("serial-prompt", "text-muted");
        prompt.setLabelFor(line);
        var bar = new HBox(prompt, line);
        bar.getStyleClass().add("serial-bar");
        getChildren().addAll(area, bar);
        serial.show(this::change);
    }

    private void change(AnsiText.Change change) {
        boolean atEnd = area.getCaretPosition() >= area.getLength();
        if (atEnd) {
            area.replaceText(change.keep(), area.getLength(), change.tail());
            area.positionCaret(area.getLength());
        } else {
            // Somebody reads or selects further up: leave selection and place alone.
            int anchor = area.getAnchor();
            int caret = area.getCaretPosition();
            double top = area.getScrollTop();
            area.replaceText(change.keep(), area.getLength(), change.tail());
            area.selectRange(Math.min(anchor, area.getLength()), Math.min(caret, area.getLength()));
            area.setScrollTop(top);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.isControlDown() && event.getCode().isLetterKey()) {
            boolean copies =
                    event.getCode() == KeyCode.C && !area.getSelectedText().isEmpty()
                            || event.getCode() == KeyCode.A;
            if (!copies) {
                char letter = event.getCode().getName().charAt(0);
                serial.send(String.valueOf((char) (letter - '@')));
                event.consume();
            }
            return;
        }
        String keys = event.isShiftDown() ? null : KEYS.get(event.getCode());
        if (keys != null) {
            serial.send(keys);
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        String text = event.getCharacter();
        boolean printable =
                !text.isEmpty()
                        && text.charAt(0) >= 0x20
                        && text.charAt(0) != DELETE
                        && !event.isControlDown()
                        && !event.isMetaDown();
        if (printable) {
            serial.send(text);
        }
        event.consume();
    }
}

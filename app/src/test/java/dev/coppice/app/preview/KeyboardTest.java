package dev.coppice.app.preview;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class KeyboardTest {

    private final List<String> sent = new ArrayList<>();
    private final Keyboard keyboard =
            new Keyboard(
                    (keysym, down) -> sent.add((down ? "+" : "-") + Integer.toHexString(keysym)),
                    () -> sent.add("released"));

    private void press(KeyCode code) {
        keyboard.handle(event(KeyEvent.KEY_PRESSED, "", code));
    }

    private void release(KeyCode code) {
        keyboard.handle(event(KeyEvent.KEY_RELEASED, "", code));
    }

    private void type(String text) {
        keyboard.handle(event(KeyEvent.KEY_TYPED, text, KeyCode.UNDEFINED));
    }

    private static KeyEvent event(
            javafx.event.EventType<KeyEvent> type, String text, KeyCode code) {
        return new KeyEvent(type, text, "", code, false, false, false, false);
    }

    @Test
    void charactersGoAsTheyWereTyped() {
        press(KeyCode.A);
        type("a");
        release(KeyCode.A);
        type("é");
        type("€");
        assertThat(sent).containsExactly("+61", "-61", "+e9", "-e9", "+10020ac", "-10020ac");
    }

    @Test
    void shiftIsAddedWhereTheGuestsKeyboardNeedsIt() {
        type("A");
        assertThat(sent).containsExactly("+ffe1", "+41", "-41", "-ffe1");
    }

    @Test
    void shiftIsTakenAwayWhereOnlyOurKeyboardNeedsIt() {
        press(KeyCode.SHIFT);
        type("/");
        release(KeyCode.SHIFT);
        assertThat(sent).containsExactly("+ffe1", "-ffe1", "+2f", "-2f", "+ffe1", "-ffe1");
    }

    @Test
    void keysWithoutCharacterGoDownAndUp() {
        press(KeyCode.ENTER);
        type("\r");
        release(KeyCode.ENTER);
        press(KeyCode.F12);
        release(KeyCode.F12);
        press(KeyCode.TAB);
        release(KeyCode.TAB);
        assertThat(sent).containsExactly("+ff0d", "-ff0d", "+ffc9", "-ffc9", "+ff09", "-ff09");
    }

    @Test
    void commandsGoAsKeys() {
        press(KeyCode.CONTROL);
        press(KeyCode.C);
        type("\u0003");
        release(KeyCode.C);
        release(KeyCode.CONTROL);
        assertThat(sent).containsExactly("+ffe3", "+63", "-63", "-ffe3");
    }

    @Test
    void altGraphChoosesTheCharacterHere() {
        press(KeyCode.ALT_GRAPH);
        press(KeyCode.Q);
        type("@");
        release(KeyCode.Q);
        release(KeyCode.ALT_GRAPH);
        assertThat(sent).containsExactly("+ffe1", "+40", "-40", "-ffe1");
    }

    @Test
    void controlAndAltAloneGiveTheKeyboardBack() {
        press(KeyCode.CONTROL);
        press(KeyCode.ALT);
        release(KeyCode.ALT);
        assertThat(sent).containsExactly("+ffe3", "+ffe9", "-ffe9", "-ffe3", "released");
    }

    @Test
    void controlAndAltWithAKeyDoNot() {
        press(KeyCode.CONTROL);
        press(KeyCode.ALT);
        press(KeyCode.F2);
        release(KeyCode.F2);
        release(KeyCode.ALT);
        release(KeyCode.CONTROL);
        assertThat(sent).containsExactly("+ffe3", "+ffe9", "+ffbf", "-ffbf", "-ffe9", "-ffe3");
    }

    @Test
    void nothingStaysDownWhenTheWindowLosesTheKeyboard() {
        press(KeyCode.SHIFT);
        press(KeyCode.LEFT);
        keyboard.releaseAll();
        assertThat(sent).containsExactly("+ffe1", "+ff51", "-ffe1", "-ff51");
        release(KeyCode.LEFT);
        assertThat(sent).hasSize(4);
    }
}

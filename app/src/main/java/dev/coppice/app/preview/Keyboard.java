package dev.coppice.app.preview;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Turns key events of the window into keys of a machine. Characters go as they were typed, whatever
 * keyboard the person has; keys without a character, and keys held with Ctrl, Alt or Super, go as
 * keys. Ctrl and Alt pressed together and let go, with nothing between, give the keyboard back.
 */
final class Keyboard {

    /** Where the keys go. */
    @FunctionalInterface
    interface Sink {

        /**
         * @param keysym X11 keysym
         */
        void key(int keysym, boolean down);
    }

    private final Sink sink;
    private final Runnable release;
    private final Map<KeyCode, Integer> held = new LinkedHashMap<>();
    private final Set<KeyCode> modifiers = new LinkedHashSet<>();
    private boolean releasing;

    /**
     * @param release gives the keyboard back to the window
     */
    Keyboard(Sink sink, Runnable release) {
        this.sink = sink;
        this.release = release;
    }

    /** Takes an event and consumes it. */
    void handle(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            pressed(event);
        } else if (event.getEventType() == KeyEvent.KEY_RELEASED) {
            released(event.getCode());
        } else {
            typed(event.getCharacter());
        }
        event.consume();
    }

    private void pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ALT_GRAPH) {
            // It chooses the character here; the machine gets the character.
            return;
        }
        if (code.isModifierKey()) {
            modifiers.add(code);
            releasing = modifiers.contains(KeyCode.CONTROL) && modifiers.contains(KeyCode.ALT);
        } else {
            releasing = false;
        }
        OptionalInt keysym = Keysyms.ofKey(code);
        if (keysym.isEmpty() && chord()) {
            keysym = Keysyms.ofPlainCharacter(code);
        }
        keysym.ifPresent(
                k -> {
                    held.put(code, k);
                    sink.key(k, true);
                });
    }

    private void released(KeyCode code) {
        Integer keysym = held.remove(code);
        if (keysym != null) {
            sink.key(keysym, false);
        }
        modifiers.remove(code);
        if (releasing && (code == KeyCode.CONTROL || code == KeyCode.ALT)) {
            releasing = false;
            releaseAll();
            release.run();
        }
    }

    private void typed(String text) {
        if (text.isEmpty() || chord()) {
            return;
        }
        text.codePoints().filter(c -> c >= 0x20 && c != 0x7f).forEach(this::tap);
    }

    private void tap(int codePoint) {
        boolean shift = held.containsValue(Keysyms.SHIFT);
        boolean wanted = Keysyms.needsShift(codePoint).orElse(shift);
        if (wanted != shift) {
            sink.key(Keysyms.SHIFT, wanted);
        }
        int keysym = Keysyms.ofCharacter(codePoint);
        sink.key(keysym, true);
        sink.key(keysym, false);
        if (wanted != shift) {
            sink.key(Keysyms.SHIFT, shift);
        }
    }

    /** Whether a modifier is held that makes commands of characters. */
    private boolean chord() {
        return modifiers.stream().anyMatch(m -> m != KeyCode.SHIFT && m != KeyCode.CAPS);
    }

    /** Lets go of everything that is held: the window has lost the keyboard. */
    void releaseAll() {
        held.values().forEach(k -> sink.key(k, false));
        held.clear();
        modifiers.clear();
        releasing = false;
    }
}

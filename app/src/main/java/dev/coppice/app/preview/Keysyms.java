package dev.coppice.app.preview;

import javafx.scene.input.KeyCode;

import java.util.Map;
import java.util.OptionalInt;

/**
 * X11 keysyms (X Window System Protocol, appendix A, and {@code keysymdef.h}) of JavaFX keys and of
 * characters.
 */
final class Keysyms {

    static final int SHIFT = 0xffe1;
    static final int CONTROL = 0xffe3;
    static final int ALT = 0xffe9;
    static final int SUPER = 0xffeb;
    static final int DELETE = 0xffff;
    static final int F1 = 0xffbe;

    /** Characters for which a US keyboard, the layout that QEMU assumes, needs Shift. */
    private static final String SHIFTED = "~!@#$%^&*()_+{}|:\"<>?";

    private static final Map<KeyCode, Integer> KEYS =
            Map.ofEntries(
                    Map.entry(KeyCode.BACK_SPACE, 0xff08),
                    Map.entry(KeyCode.TAB, 0xff09),
                    Map.entry(KeyCode.ENTER, 0xff0d),
                    Map.entry(KeyCode.PAUSE, 0xff13),
                    Map.entry(KeyCode.SCROLL_LOCK, 0xff14),
                    Map.entry(KeyCode.ESCAPE, 0xff1b),
                    Map.entry(KeyCode.HOME, 0xff50),
                    Map.entry(KeyCode.LEFT, 0xff51),
                    Map.entry(KeyCode.UP, 0xff52),
                    Map.entry(KeyCode.RIGHT, 0xff53),
                    Map.entry(KeyCode.DOWN, 0xff54),
                    Map.entry(KeyCode.PAGE_UP, 0xff55),
                    Map.entry(KeyCode.PAGE_DOWN, 0xff56),
                    Map.entry(KeyCode.END, 0xff57),
                    Map.entry(KeyCode.PRINTSCREEN, 0xff61),
                    Map.entry(KeyCode.INSERT, 0xff63),
                    Map.entry(KeyCode.CONTEXT_MENU, 0xff67),
                    Map.entry(KeyCode.NUM_LOCK, 0xff7f),
                    Map.entry(KeyCode.KP_LEFT, 0xff96),
                    Map.entry(KeyCode.KP_UP, 0xff97),
                    Map.entry(KeyCode.KP_RIGHT, 0xff98),
                    Map.entry(KeyCode.KP_DOWN, 0xff99),
                    Map.entry(KeyCode.SHIFT, SHIFT),
                    Map.entry(KeyCode.CONTROL, CONTROL),
                    Map.entry(KeyCode.CAPS, 0xffe5),
                    Map.entry(KeyCode.ALT, ALT),
                    Map.entry(KeyCode.META, SUPER),
                    Map.entry(KeyCode.WINDOWS, SUPER),
                    Map.entry(KeyCode.COMMAND, SUPER),
                    Map.entry(KeyCode.DELETE, DELETE));

    /** Keys that give a character, for use together with Ctrl, Alt or Super. */
    private static final Map<KeyCode, Character> CHARACTERS =
            Map.ofEntries(
                    Map.entry(KeyCode.SPACE, ' '),
                    Map.entry(KeyCode.COMMA, ','),
                    Map.entry(KeyCode.MINUS, '-'),
                    Map.entry(KeyCode.PERIOD, '.'),
                    Map.entry(KeyCode.SLASH, '/'),
                    Map.entry(KeyCode.SEMICOLON, ';'),
                    Map.entry(KeyCode.EQUALS, '='),
                    Map.entry(KeyCode.OPEN_BRACKET, '['),
                    Map.entry(KeyCode.BACK_SLASH, '\\'),
                    Map.entry(KeyCode.CLOSE_BRACKET, ']'),
                    Map.entry(KeyCode.BACK_QUOTE, '`'),
                    Map.entry(KeyCode.QUOTE, '\''),
                    Map.entry(KeyCode.ADD, '+'),
                    Map.entry(KeyCode.SUBTRACT, '-'),
                    Map.entry(KeyCode.MULTIPLY, '*'),
                    Map.entry(KeyCode.DIVIDE, '/'),
                    Map.entry(KeyCode.DECIMAL, '.'));

    private Keysyms() {}

    /** The keysym of a key that gives no character: Enter, arrows, F1 ... F12, modifiers. */
    static OptionalInt ofKey(KeyCode code) {
        Integer keysym = KEYS.get(code);
        if (keysym != null) {
            return OptionalInt.of(keysym);
        }
        if (code.isFunctionKey()) {
            String name = code.getName();
            return name.matches("F\\d+")
                    ? OptionalInt.of(F1 - 1 + Integer.parseInt(name.substring(1)))
                    : OptionalInt.empty();
        }
        return OptionalInt.empty();
    }

    /** The keysym of the character that a key gives without any modifier. */
    static OptionalInt ofPlainCharacter(KeyCode code) {
        if (code.isLetterKey() || code.isDigitKey()) {
            String name = code.getName();
            char last = name.charAt(name.length() - 1);
            return OptionalInt.of(Character.toLowerCase(last));
        }
        Character character = CHARACTERS.get(code);
        return character == null ? OptionalInt.empty() : OptionalInt.of(character);
    }

    /** The keysym of a character: Latin-1 stands for itself, the rest has a common offset. */
    static int ofCharacter(int codePoint) {
        boolean latin1 =
                (codePoint >= 0x20 && codePoint <= 0x7e)
                        || (codePoint >= 0xa0 && codePoint <= 0xff);
        return latin1 ? codePoint : 0x0100_0000 | codePoint;
    }

    /** Whether Shift makes a character on a US keyboard; empty where the layout does not tell. */
    static java.util.Optional<Boolean> needsShift(int codePoint) {
        if (codePoint < 0x20 || codePoint > 0x7e || codePoint == ' ') {
            return java.util.Optional.empty();
        }
        boolean upper = codePoint >= 'A' && codePoint <= 'Z';
        return java.util.Optional.of(upper || SHIFTED.indexOf(codePoint) >= 0);
    }
}

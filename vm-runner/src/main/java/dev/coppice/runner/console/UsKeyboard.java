package dev.coppice.runner.console;

import java.util.Optional;

/** Where the characters of ASCII stand on a US keyboard. */
public final class UsKeyboard {

    private static final String[] PLAIN = {
        "1234567890-=", "qwertyuiop[]", "asdfghjkl;'`", "\\zxcvbnm,./"
    };
    private static final String[] SHIFTED = {
        "!@#$%^&*()_+", "QWERTYUIOP{}", "ASDFGHJKL:\"~", "|ZXCVBNM<>?"
    };
    private static final int[] FIRST_CODE = {0x02, 0x10, 0x1E, 0x2B};

    private UsKeyboard() {}

    /**
     * A key and whether Shift is held.
     *
     * @param keysym X11 keysym; for ASCII its code
     * @param scanCode place of the key, PC/XT set
     */
    public record Stroke(int keysym, int scanCode, boolean shift) {}

    /** How to type a character; empty when a US keyboard has no key for it. */
    public static Optional<Stroke> strokeFor(char character) {
        switch (character) {
            case ' ':
                return Optional.of(new Stroke(' ', 0x39, false));
            case '\n', '\r':
                return Optional.of(of(SpecialKey.ENTER));
            case '\t':
                return Optional.of(of(SpecialKey.TAB));
            default:
                break;
        }
        for (int row = 0; row < PLAIN.length; row++) {
            int plain = PLAIN[row].indexOf(character);
            int shifted = SHIFTED[row].indexOf(character);
            if (plain >= 0 || shifted >= 0) {
                int code = FIRST_CODE[row] + Math.max(plain, shifted);
                return Optional.of(new Stroke(character, code, shifted >= 0));
            }
        }
        return Optional.empty();
    }

    /**
     * Types a text at the guest's pace, blocking. Characters without a key are left out.
     *
     * @param pauseMillis between two keys; an emulated guest loses keys below some 10
     * @return how many characters were left out
     */
    public static int type(ScreenSource screen, String text, long pauseMillis)
            throws InterruptedException {
        int missing = 0;
        for (char character : text.toCharArray()) {
            Optional<Stroke> stroke = strokeFor(character);
            if (stroke.isEmpty()) {
                missing++;
                continue;
            }
            press(screen, stroke.get());
            Thread.sleep(pauseMillis);
        }
        return missing;
    }

    private static void press(ScreenSource screen, Stroke stroke) {
        SpecialKey shift = SpecialKey.SHIFT;
        if (stroke.shift()) {
            screen.key(shift.keysym(), shift.scanCode(), true);
        }
        screen.key(stroke.keysym(), stroke.scanCode(), true);
        screen.key(stroke.keysym(), stroke.scanCode(), false);
        if (stroke.shift()) {
            screen.key(shift.keysym(), shift.scanCode(), false);
        }
    }

    private static Stroke of(SpecialKey key) {
        return new Stroke(key.keysym(), key.scanCode(), false);
    }
}

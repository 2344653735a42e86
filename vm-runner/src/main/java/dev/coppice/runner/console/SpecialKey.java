package dev.coppice.runner.console;

/**
 * Keys that write no character, with their X11 keysyms and their scan codes of the PC/XT set (0x80
 * added for keys behind the prefix 0xE0).
 */
public enum SpecialKey {
    ESCAPE(0xFF1B, 0x01),
    BACK_SPACE(0xFF08, 0x0E),
    TAB(0xFF09, 0x0F),
    ENTER(0xFF0D, 0x1C),
    CONTROL(0xFFE3, 0x1D),
    SHIFT(0xFFE1, 0x2A),
    ALT(0xFFE9, 0x38),
    ALT_GRAPH(0xFE03, 0xB8),
    WINDOWS(0xFFEB, 0xDB),
    CAPS(0xFFE5, 0x3A),
    F1(0xFFBE, 0x3B),
    F2(0xFFBF, 0x3C),
    F3(0xFFC0, 0x3D),
    F4(0xFFC1, 0x3E),
    F5(0xFFC2, 0x3F),
    F6(0xFFC3, 0x40),
    F7(0xFFC4, 0x41),
    F8(0xFFC5, 0x42),
    F9(0xFFC6, 0x43),
    F10(0xFFC7, 0x44),
    F11(0xFFC8, 0x57),
    F12(0xFFC9, 0x58),
    HOME(0xFF50, 0xC7),
    UP(0xFF52, 0xC8),
    PAGE_UP(0xFF55, 0xC9),
    LEFT(0xFF51, 0xCB),
    RIGHT(0xFF53, 0xCD),
    END(0xFF57, 0xCF),
    DOWN(0xFF54, 0xD0),
    PAGE_DOWN(0xFF56, 0xD1),
    INSERT(0xFF63, 0xD2),
    DELETE(0xFFFF, 0xD3);

    private final int keysym;
    private final int scanCode;

    SpecialKey(int keysym, int scanCode) {
        this.keysym = keysym;
        this.scanCode = scanCode;
    }

    public int keysym() {
        return keysym;
    }

    public int scanCode() {
        return scanCode;
    }

    /** Presses and releases the key. */
    public void stroke(ScreenSource screen) {
        screen.key(keysym, scanCode, true);
        screen.key(keysym, scanCode, false);
    }
}

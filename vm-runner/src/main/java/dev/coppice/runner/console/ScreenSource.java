package dev.coppice.runner.console;

/**
 * A machine's screen: frames out, keys and pointer in. Not tied to any toolkit. Keys and pointer
 * are queued: sending never blocks.
 */
public interface ScreenSource extends AutoCloseable {

    /**
     * Called from the reader thread, and from the thread that begins to listen for the frame that
     * is there already; one call at a time. Must return quickly.
     */
    interface Listener {

        /** The screen has another size; all pixels follow. */
        void resized(int width, int height);

        /**
         * Some pixels are new.
         *
         * @param pixels the whole frame, ARGB with alpha 255, row by row; read it only during the
         *     call
         */
        void updated(int[] pixels, int x, int y, int width, int height);

        /** The connection has ended. */
        default void closed() {}
    }

    /** Shows frames to a listener, at first the current one; close to stop. */
    AutoCloseable listen(Listener listener);

    /**
     * A key whose place on the keyboard is not known; the guest sees it as on a US keyboard.
     *
     * @param keysym X11 keysym
     */
    default void key(int keysym, boolean down) {
        key(keysym, 0, down);
    }

    /**
     * A key. With a scan code the guest sees the place of the key, and its own keyboard layout says
     * what it means.
     *
     * @param keysym X11 keysym
     * @param scanCode code of the PC/XT set, with 0x80 added for keys behind the prefix 0xE0; 0
     *     when unknown
     */
    void key(int keysym, int scanCode, boolean down);

    /**
     * The pointer.
     *
     * @param buttons bit 0 left, 1 middle, 2 right, 3 wheel up, 4 wheel down
     */
    void pointer(int x, int y, int buttons);

    @Override
    void close();
}

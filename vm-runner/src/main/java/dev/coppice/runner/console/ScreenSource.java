package dev.coppice.runner.console;

/** A machine's screen: frames out, keys and pointer in. Not tied to any toolkit. */
public interface ScreenSource extends AutoCloseable {

    /** Called from the reader thread; must return quickly. */
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
     * A key.
     *
     * @param keysym X11 keysym
     */
    void key(int keysym, boolean down);

    /**
     * The pointer.
     *
     * @param buttons bit 0 left, 1 middle, 2 right, 3 wheel up, 4 wheel down
     */
    void pointer(int x, int y, int buttons);

    @Override
    void close();
}

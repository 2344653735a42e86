package dev.coppice.app.preview;

import dev.coppice.runner.console.ScreenSource;

import java.util.concurrent.Executor;

/**
 * Collects a screen's updates from the reader thread until the painter takes them, at most once per
 * frame, all changed rectangles joined into one.
 */
final class FrameBuffer implements ScreenSource.Listener {

    /** Takes what has changed; runs where the executor runs. */
    interface Painter {

        /** The screen has another size. */
        void resized(int width, int height);

        /**
         * Pixels are new.
         *
         * @param pixels the whole frame, row by row; read it only during the call
         */
        void paint(int[] pixels, int x, int y, int width, int height);

        /** The connection has ended. */
        void closed();
    }

    private final Executor pulse;
    private final Painter painter;
    private int[] frame = {};
    private int width;
    private int height;
    private boolean newSize;
    private boolean asked;
    private boolean ended;
    private int left;
    private int top;
    private int right;
    private int bottom;

    /**
     * @param pulse runs on the painter's thread, at most once per frame
     */
    FrameBuffer(Executor pulse, Painter painter) {
        this.pulse = pulse;
        this.painter = painter;
    }

    @Override
    public void resized(int newWidth, int newHeight) {
        synchronized (this) {
            width = newWidth;
            height = newHeight;
            frame = new int[newWidth * newHeight];
            newSize = true;
            left = top = right = bottom = 0;
        }
        ask();
    }

    @Override
    public void updated(int[] pixels, int x, int y, int w, int h) {
        synchronized (this) {
            if (pixels.length != frame.length) {
                return;
            }
            for (int row = y; row < y + h; row++) {
                System.arraycopy(pixels, row * width + x, frame, row * width + x, w);
            }
            boolean clean = right == left;
            left = clean ? x : Math.min(left, x);
            top = clean ? y : Math.min(top, y);
            right = clean ? x + w : Math.max(right, x + w);
            bottom = clean ? y + h : Math.max(bottom, y + h);
        }
        ask();
    }

    @Override
    public void closed() {
        synchronized (this) {
            ended = true;
        }
        ask();
    }

    private void ask() {
        synchronized (this) {
            if (asked) {
                return;
            }
            asked = true;
        }
        pulse.execute(this::take);
    }

    private synchronized void take() {
        asked = false;
        if (newSize) {
            newSize = false;
            painter.resized(width, height);
        }
        if (right > left) {
            painter.paint(frame, left, top, right - left, bottom - top);
            left = top = right = bottom = 0;
        }
        if (ended) {
            painter.closed();
        }
    }
}

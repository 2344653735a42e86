package dev.coppice.app.preview;

import dev.coppice.runner.console.ScreenSource;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

import java.nio.IntBuffer;
import java.util.concurrent.Executor;

/** A machine's screen, with its keyboard and pointer. */
final class ScreenPane extends Region {

    private static final double MARGIN = 3;
    private static final double WHEEL_STEP = 40;
    private static final int WHEEL_UP = 1 << 3;
    private static final int WHEEL_DOWN = 1 << 4;

    private final ScreenSource source;
    private final ImageView view = new ImageView();
    private final Keyboard keyboard;
    private final BooleanProperty exact = new SimpleBooleanProperty(false);
    private final AutoCloseable listening;
    private PixelBuffer<IntBuffer> pixels;
    private int width;
    private int height;
    private double scale = 1;
    private double wheel;

    /**
     * @param pulse runs on the FX thread, at most once per frame
     * @param release gives the keyboard back to the window
     */
    ScreenPane(ScreenSource source, Executor pulse, Runnable release) {
        this.source = source;
        keyboard = new Keyboard(source::key, release);
        getStyleClass().add("machine-screen");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(
                "The machine's screen. It takes all keys; Ctrl and Alt together give them back.");
        view.setManaged(false);
        getChildren().add(view);
        exact.addListener(o -> requestLayout());
        addEventHandler(KeyEvent.ANY, keyboard::handle);
        addEventHandler(MouseEvent.ANY, this::mouse);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        focusedProperty()
                .subscribe(
                        on -> {
                            if (!on) {
                                keyboard.releaseAll();
                            }
                        });
        listening = source.listen(new FrameBuffer(pulse, new Painter()));
    }

    /** Whether pixels are only enlarged by whole numbers; otherwise the screen fills the place. */
    BooleanProperty exactProperty() {
        return exact;
    }

    /** Sends keys down in this order and up in the other, as if pressed together. */
    void chord(int... keysyms) {
        for (int keysym : keysyms) {
            source.key(keysym, true);
        }
        for (int i = keysyms.length - 1; i >= 0; i--) {
            source.key(keysyms[i], false);
        }
    }

    /** Stops listening; the machine goes on. */
    void close() {
        keyboard.releaseAll();
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException("a screen refuses to be left", e);
        }
    }

    @Override
    protected void layoutChildren() {
        if (width == 0) {
            return;
        }
        double room = 2 * MARGIN;
        double fit = Math.min((getWidth() - room) / width, (getHeight() - room) / height);
        scale = exact.get() && fit >= 1 ? Math.floor(fit) : Math.max(fit, 0.05);
        view.setSmooth(scale != Math.rint(scale));
        view.setFitWidth(Math.round(width * scale));
        view.setFitHeight(Math.round(height * scale));
        view.relocate(
                Math.round((getWidth() - view.getFitWidth()) / 2),
                Math.round((getHeight() - view.getFitHeight()) / 2));
    }

    private void mouse(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            requestFocus();
        }
        if (width > 0 && !event.getEventType().equals(MouseEvent.MOUSE_CLICKED)) {
            source.pointer(x(event.getX()), y(event.getY()), buttons(event));
        }
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        wheel += event.getDeltaY();
        while (width > 0 && Math.abs(wheel) >= WHEEL_STEP) {
            int x = x(event.getX());
            int y = y(event.getY());
            source.pointer(x, y, wheel > 0 ? WHEEL_UP : WHEEL_DOWN);
            source.pointer(x, y, 0);
            wheel -= Math.signum(wheel) * WHEEL_STEP;
        }
        event.consume();
    }

    private int x(double at) {
        return Math.clamp((int) ((at - view.getLayoutX()) / scale), 0, width - 1);
    }

    private int y(double at) {
        return Math.clamp((int) ((at - view.getLayoutY()) / scale), 0, height - 1);
    }

    private static int buttons(MouseEvent event) {
        // A release still carries its button as "the one", but no longer as "down".
        boolean released = event.getEventType() == MouseEvent.MOUSE_RELEASED;
        int mask = 0;
        if (event.isPrimaryButtonDown() && !(released && is(event, MouseButton.PRIMARY))) {
            mask |= 1;
        }
        if (event.isMiddleButtonDown() && !(released && is(event, MouseButton.MIDDLE))) {
            mask |= 2;
        }
        if (event.isSecondaryButtonDown() && !(released && is(event, MouseButton.SECONDARY))) {
            mask |= 4;
        }
        return mask;
    }

    private static boolean is(MouseEvent event, MouseButton button) {
        return event.getButton() == button;
    }

    private final class Painter implements FrameBuffer.Painter {

        @Override
        public void resized(int newWidth, int newHeight) {
            width = newWidth;
            height = newHeight;
            if (width == 0 || height == 0) {
                view.setImage(null);
                return;
            }
            var buffer = IntBuffer.allocate(width * height);
            pixels = new PixelBuffer<>(width, height, buffer, PixelFormat.getIntArgbPreInstance());
            view.setImage(new WritableImage(pixels));
            requestLayout();
        }

        @Override
        public void paint(int[] frame, int x, int y, int w, int h) {
            if (pixels == null) {
                return;
            }
            pixels.updateBuffer(
                    buffer -> {
                        int[] target = buffer.getBuffer().array();
                        for (int row = y; row < y + h; row++) {
                            System.arraycopy(frame, row * width + x, target, row * width + x, w);
                        }
                        return new Rectangle2D(x, y, w, h);
                    });
        }

        @Override
        public void closed() {
            setOpacity(0.4);
        }
    }
}

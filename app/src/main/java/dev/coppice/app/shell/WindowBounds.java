package dev.coppice.app.shell;

import dev.coppice.app.session.UserSettings;
import dev.coppice.app.session.UserSettings.Bounds;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where the window stands on the desktop. */
final class WindowBounds {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private WindowBounds() {}

    /** Puts a window where it was, if that is still on a screen; otherwise in the middle. */
    static void restore(Stage stage, UserSettings settings) {
        if (settings.bounds().isPresent() && visible(settings.bounds().get())) {
            Bounds bounds = settings.bounds().get();
            stage.setX(bounds.x());
            stage.setY(bounds.y());
            stage.setWidth(bounds.width());
            stage.setHeight(bounds.height());
        } else {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            stage.setWidth(Math.min(screen.getWidth(), WIDTH));
            stage.setHeight(Math.min(screen.getHeight(), HEIGHT));
            // A window as large as its screen would have its title bar beyond the edge.
            stage.setMaximized(screen.getWidth() <= WIDTH || screen.getHeight() <= HEIGHT);
        }
        if (settings.maximized()) {
            stage.setMaximized(true);
        }
    }

    /** What to remember: of a maximized window, where it was before. */
    static Bounds of(Stage stage, UserSettings settings) {
        if (stage.isMaximized() && settings.bounds().isPresent()) {
            return settings.bounds().get();
        }
        return new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    private static boolean visible(Bounds b) {
        return b.width() >= 400
                && b.height() >= 300
                && !Screen.getScreensForRectangle(b.x() + 50, b.y(), b.width() - 100, 40).isEmpty();
    }
}

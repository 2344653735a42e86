package dev.coppice.app.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the window remembers from one start to the next.
 *
 * @param look light, dark or as the system is
 * @param bounds where the window was; empty before the first start
 * @param maximized whether it filled the screen
 * @param recent the last projects, the newest first
 */
public record UserSettings(
        Look look, Optional<Bounds> bounds, boolean maximized, List<Recent> recent) {

    /** What a first start begins with. */
    public static final UserSettings FIRST =
            new UserSettings(Look.SYSTEM, Optional.empty(), false, List.of());

    private static final int RECENT = 12;

    public UserSettings {
        recent = List.copyOf(recent);
    }

    /** Light, dark or as the system is. */
    public enum Look {
        SYSTEM,
        LIGHT,
        DARK
    }

    /**
     * A project that was open.
     *
     * @param opened when it was opened last; empty when an older version has kept it
     */
    public record Recent(Path folder, Optional<Instant> opened) {}

    /** A place on the desktop, in pixels of the toolkit. */
    public record Bounds(double x, double y, double width, double height) {}

    /** The same with another look. */
    public UserSettings with(Look other) {
        return new UserSettings(other, bounds, maximized, recent);
    }

    /** The same with the window elsewhere. */
    public UserSettings with(Bounds place, boolean nowMaximized) {
        return new UserSettings(look, Optional.of(place), nowMaximized, recent);
    }

    /** The same with a project at the head of the recent ones. */
    public UserSettings opened(Path folder, Instant now) {
        var projects = new ArrayList<Recent>();
        projects.add(new Recent(folder, Optional.of(now)));
        recent.stream()
                .filter(each -> !each.folder().equals(folder))
                .limit(RECENT - 1)
                .forEach(projects::add);
        return new UserSettings(look, bounds, maximized, projects);
    }

    /** The same without a project among the recent ones. */
    public UserSettings forget(Path folder) {
        return new UserSettings(
                look,
                bounds,
                maximized,
                recent.stream().filter(each -> !each.folder().equals(folder)).toList());
    }
}

package dev.coppice.app.session;

import dev.coppice.app.session.UserSettings.Bounds;
import dev.coppice.app.session.UserSettings.Look;
import dev.coppice.app.session.UserSettings.Recent;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The file of the {@link UserSettings}. What it cannot read it takes as never said: settings are a
 * comfort, and no reason to stop a start.
 *
 * @param path the file, {@code $XDG_CONFIG_HOME/coppice/window.properties}
 */
public record UserSettingsFile(Path path) {

    /** Where drafts of unsaved specs are kept. */
    public Path drafts() {
        return path.resolveSibling("drafts");
    }

    /** What was kept, or what a first start begins with. */
    public UserSettings load() {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(path)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            return UserSettings.FIRST;
        }
        var recent = new ArrayList<Recent>();
        for (int i = 0; properties.getProperty("recent." + i) != null; i++) {
            recent.add(
                    new Recent(
                            Path.of(properties.getProperty("recent." + i)),
                            instant(properties.getProperty("recent." + i + ".opened", ""))));
        }
        return new UserSettings(
                look(properties.getProperty("look", "")),
                bounds(properties.getProperty("bounds", "")),
                Boolean.parseBoolean(properties.getProperty("maximized")),
                recent);
    }

    /** Keeps settings. */
    public void save(UserSettings settings) throws IOException {
        var properties = new Properties();
        properties.setProperty("look", settings.look().name());
        properties.setProperty("maximized", Boolean.toString(settings.maximized()));
        settings.bounds()
                .ifPresent(
                        b ->
                                properties.setProperty(
                                        "bounds",
                                        "%s %s %s %s"
                                                .formatted(b.x(), b.y(), b.width(), b.height())));
        for (int i = 0; i < settings.recent().size(); i++) {
            Recent recent = settings.recent().get(i);
            String key = "recent." + i;
            properties.setProperty(key, recent.folder().toString());
            recent.opened().ifPresent(at -> properties.setProperty(key + ".opened", at.toString()));
        }
        var text = new StringWriter();
        properties.store(text, null);
        Files.createDirectories(path.getParent());
        Path temporary = Files.createTempFile(path.getParent(), ".window-", ".tmp");
        try {
            Files.writeString(temporary, text.toString());
            Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Look look(String name) {
        return Stream.of(Look.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(Look.SYSTEM);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Bounds> bounds(String text) {
        try {
            double[] n = Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
            return n.length == 4
                    ? Optional.of(new Bounds(n[0], n[1], n[2], n[3]))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

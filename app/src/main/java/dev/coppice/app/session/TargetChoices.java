package dev.coppice.app.session;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which targets a project is written for, as its user has chosen: Compose warns of what they lose.
 * Kept for each user and project in a file; what cannot be read was never chosen. May be used from
 * any thread.
 */
public final class TargetChoices {

    private final Path file;
    private Properties known;

    /**
     * @param file where the choices are kept
     */
    public TargetChoices(Path file) {
        this.file = file;
    }

    /** The ids of the targets of a project. The first call reads the file. */
    public synchronized SortedSet<String> of(Path folder) {
        String value = known().getProperty(folder.toString(), "");
        var targets = new TreeSet<>(List.of(value.split(",")));
        targets.remove("");
        return Collections.unmodifiableSortedSet(targets);
    }

    /** Adds a target of a project, or takes it away; {@link #save} keeps it. */
    public synchronized void choose(Path folder, String target, boolean on) {
        var targets = new TreeSet<>(of(folder));
        if (on) {
            targets.add(target);
        } else {
            targets.remove(target);
        }
        if (targets.isEmpty()) {
            known().remove(folder.toString());
        } else {
            known().setProperty(folder.toString(), String.join(",", targets));
        }
    }

    /** Writes the file. */
    public synchronized void save() throws IOException {
        var text = new StringWriter();
        known().store(text, null);
        Files.createDirectories(file.getParent());
        Path temporary = Files.createTempFile(file.getParent(), ".targets-", ".tmp");
        try {
            Files.writeString(temporary, text.toString());
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private Properties known() {
        if (known == null) {
            known = new Properties();
            try (var in = Files.newBufferedReader(file)) {
                known.load(in);
            } catch (IOException | IllegalArgumentException e) {
                known.clear();
            }
        }
        return known;
    }
}

package dev.coppice.runner.index;

import dev.coppice.runner.proc.Cancellation;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Picks the systemd units out of a {@code Contents} file: a path and the packages that have it, one
 * to a line (https://wiki.debian.org/DebianRepository/Format).
 */
final class ContentsReader {

    private static final String DIRECTORY = "lib/systemd/system/";
    private static final int CHECK_EVERY = 100_000;
    private static final Set<String> SUFFIXES =
            Set.of("service", "socket", "timer", "path", "mount", "automount", "target", "slice");

    private final Map<String, Set<String>> units = new HashMap<>();

    /** Adds the units of a file. */
    void read(BufferedReader in, Cancellation cancellation) throws IOException {
        int lines = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (++lines % CHECK_EVERY == 0) {
                cancellation.check();
            }
            if (line.startsWith(DIRECTORY)) {
                unit(line.substring(DIRECTORY.length()));
            } else if (line.startsWith("usr/" + DIRECTORY)) {
                unit(line.substring(DIRECTORY.length() + 4));
            }
        }
    }

    /** What is left of a line: name, blanks, packages with their sections before a slash. */
    private void unit(String line) {
        int blank = line.indexOf(' ');
        if (blank < 0 || line.lastIndexOf('/', blank) >= 0) {
            return;
        }
        String name = line.substring(0, blank);
        if (SUFFIXES.contains(name.substring(name.lastIndexOf('.') + 1))) {
            for (String each : line.substring(blank).strip().split(",")) {
                units.computeIfAbsent(
                                each.substring(each.lastIndexOf('/') + 1), p -> new TreeSet<>())
                        .add(name);
            }
        }
    }

    /** The units of each package. */
    Map<String, List<String>> units() {
        var sorted = new TreeMap<String, List<String>>();
        units.forEach((name, found) -> sorted.put(name, List.copyOf(found)));
        return sorted;
    }
}

package dev.coppice.runner.index;

import dev.coppice.model.packages.IndexedPackage;
import dev.coppice.model.packages.PackageEntry;
import dev.coppice.runner.proc.Cancellation;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a {@code Packages} file: one paragraph to a package (deb-control(5), deb822(5)). */
final class PackagesReader {

    private static final int CHECK_EVERY = 1_000;

    private final List<IndexedPackage> found = new ArrayList<>();
    private final Map<String, String> shared = new HashMap<>();
    private final Map<String, String> paragraph = new HashMap<>();

    private PackagesReader() {}

    static List<IndexedPackage> read(BufferedReader in, Cancellation cancellation)
            throws IOException {
        var reader = new PackagesReader();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isEmpty()) {
                reader.end();
                if (reader.found.size() % CHECK_EVERY == 0) {
                    cancellation.check();
                }
            } else {
                reader.line(line);
            }
        }
        reader.end();
        return reader.found;
    }

    private void line(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0 || line.charAt(0) == ' ') {
            return;
        }
        String key = line.substring(0, colon);
        switch (key) {
            case "Package",
                    "Version",
                    "Section",
                    "Installed-Size",
                    "Description",
                    "Depends",
                    "Pre-Depends",
                    "Provides" ->
                    paragraph.put(key, line.substring(colon + 1).strip());
            default -> {
                // Nobody asks for the others.
            }
        }
    }

    private void end() {
        String name = value("Package");
        if (!name.isEmpty()) {
            Set<String> depends = names("Pre-Depends");
            depends.addAll(names("Depends"));
            found.add(
                    new IndexedPackage(
                            new PackageEntry(
                                    share(name),
                                    share(value("Version")),
                                    share(value("Section")),
                                    number(value("Installed-Size")),
                                    value("Description")),
                            List.copyOf(depends),
                            List.copyOf(names("Provides"))));
        }
        paragraph.clear();
    }

    private String value(String key) {
        return paragraph.getOrDefault(key, "");
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The names of a list of relations; of alternatives the first, versions aside. */
    private Set<String> names(String key) {
        var names = new LinkedHashSet<String>();
        for (String relation : value(key).split(",")) {
            String name = relation.strip();
            int end = 0;
            while (end < name.length() && " (|:[".indexOf(name.charAt(end)) < 0) {
                end++;
            }
            if (end > 0) {
                names.add(share(name.substring(0, end)));
            }
        }
        return names;
    }

    private String share(String text) {
        return shared.computeIfAbsent(text, t -> t);
    }
}

package dev.coppice.runner.build.debian;

import dev.coppice.runner.lock.LockedPackage;
import dev.coppice.runner.lock.LockedSuite;
import dev.coppice.runner.store.Digests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code resolve.sh} found out: what apt said, and what it read that from. */
final class ChosenPackages {

    /** A line of {@code apt-get --print-uris}: URL, name of the file, and more. */
    private static final Pattern LINE = Pattern.compile("'([^']+)' (\\S+) .*");

    private final Path out;
    private final List<Target> targets = new ArrayList<>();

    /**
     * @param out what the script wrote
     */
    ChosenPackages(Path out) throws IOException {
        this.out = out;
        for (String line : lines("targets")) {
            String[] parts = line.split(" ", 3);
            if (parts.length == 3) {
                String list = parts[2].substring(parts[2].lastIndexOf('/') + 1);
                targets.add(new Target(parts[0].replaceFirst("/+$", ""), parts[1], list));
            }
        }
    }

    private record Target(String archive, String suite, String list) {}

    private List<String> lines(String name) throws IOException {
        Path file = out.resolve(name);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** The suites, each once, with what their signed Release files say. */
    List<LockedSuite> suites() throws IOException {
        Map<String, LockedSuite> result = new LinkedHashMap<>();
        for (Target target : targets) {
            Optional<Path> release = releaseFile(target.list());
            if (release.isPresent()) {
                LockedSuite suite = suite(target, release.get());
                result.putIfAbsent(suite.archive() + " " + suite.name(), suite);
            }
        }
        return List.copyOf(result.values());
    }

    /** Lists are called after their Release file. */
    private Optional<Path> releaseFile(String list) throws IOException {
        Path directory = out.resolve("suites");
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> list.startsWith(stem(file)))
                    .max(java.util.Comparator.comparingInt(file -> stem(file).length()));
        }
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("(In)?Release$", "");
    }

    private static LockedSuite suite(Target target, Path file) throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            int colon = line.indexOf(": ");
            if (colon > 0 && !line.startsWith(" ")) {
                fields.putIfAbsent(line.substring(0, colon), line.substring(colon + 2).strip());
            }
        }
        return new LockedSuite(
                target.archive(),
                target.suite(),
                moment(fields.get("Date"), file)
                        .orElseThrow(() -> new IOException(file + " has no Date")),
                moment(fields.get("Valid-Until"), file),
                Digests.of(file));
    }

    /** As RFC 2822 writes them, with the day padded by a zero or a blank, and UTC for GMT. */
    private static Optional<Instant> moment(String text, Path file) throws IOException {
        if (text == null) {
            return Optional.empty();
        }
        try {
            String plain = text.replaceAll(" +", " ").replace("UTC", "GMT");
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(plain)));
        } catch (DateTimeException e) {
            throw new IOException(file + " has the date " + text, e);
        }
    }

    /**
     * The packages of one set.
     *
     * @param set {@code base}
     */
    List<LockedPackage> packages(String set) throws IOException {
        Map<String, Map<String, String>> details = new HashMap<>();
        for (Map<String, String> stanza : stanzas(lines(set + ".show"))) {
            details.putIfAbsent(
                    file(stanza.get("Package"), stanza.get("Version"), stanza.get("Architecture")),
                    stanza);
        }
        List<LockedPackage> result = new ArrayList<>();
        for (String line : lines(set + ".uris")) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                String file = matcher.group(2);
                Map<String, String> stanza = details.get(file);
                if (stanza == null || stanza.get("SHA256") == null) {
                    throw new IOException("no list of packages has the SHA-256 of " + file);
                }
                result.add(locked(matcher.group(1), stanza));
            }
        }
        return result;
    }

    private static String file(String name, String version, String architecture) {
        return name
                + "_"
                + String.valueOf(version).replace(":", "%3a")
                + "_"
                + architecture
                + ".deb";
    }

    private LockedPackage locked(String url, Map<String, String> stanza) throws IOException {
        String archive =
                targets.stream()
                        .map(Target::archive)
                        .filter(known -> url.startsWith(known + "/"))
                        .max(java.util.Comparator.comparingInt(String::length))
                        .orElseThrow(() -> new IOException("no archive has " + url));
        String name = stanza.get("Package");
        String source = stanza.getOrDefault("Source", name);
        return new LockedPackage(
                name,
                stanza.get("Version"),
                stanza.get("Architecture"),
                source.replaceFirst(" .*", ""),
                Long.parseLong(stanza.get("Size")),
                stanza.get("SHA256"),
                archive,
                stanza.get("Filename").replaceFirst("^\\./", ""));
    }

    /** Fields with one line only; continued lines tell nothing that a lock needs. */
    private static List<Map<String, String>> stanzas(List<String> lines) {
        List<Map<String, String>> result = new ArrayList<>();
        Map<String, String> current = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (line.isBlank()) {
                result.add(current);
                current = new HashMap<>();
            } else if (colon > 0 && line.charAt(0) != ' ') {
                current.putIfAbsent(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        result.add(current);
        result.removeIf(Map::isEmpty);
        return result;
    }
}

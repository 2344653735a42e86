package dev.coppice.runner.compare;

import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.Unit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file that a generation's configuration brings.
 *
 * @param path absolute path in the machine
 * @param attributes mode and owner, {@code 0644 root:root}
 * @param identity what is equal exactly when the contents are: a digest, or the content itself
 * @param text the content, where it is known and text
 */
public record ComparedFile(String path, String attributes, String identity, Optional<String> text) {

    /** Longer files are compared as a whole, without their lines. */
    private static final long LONGEST_TEXT = 256 * 1024;

    /**
     * The files and units that a generation's spec brings, with those that came from the project.
     *
     * @param sources the project's files as they were built, by their path in the project
     */
    public static List<ComparedFile> of(SystemSpec spec, Map<String, Path> sources)
            throws IOException {
        var files = new ArrayList<ComparedFile>();
        Map<String, String> origins = new HashMap<>();
        for (FileEntry entry : spec.files()) {
            if (entry.body() instanceof FileEntry.FromProject(String source)) {
                origins.put(entry.path(), source);
            }
        }
        for (ComparedFile file : of(spec)) {
            Path source = sources.get(origins.getOrDefault(file.path(), ""));
            files.add(source == null ? file : file.withContent(Files.readAllBytes(source)));
        }
        return List.copyOf(files);
    }

    private ComparedFile withContent(byte[] bytes) {
        String content = new String(bytes, StandardCharsets.UTF_8);
        boolean isText =
                bytes.length <= LONGEST_TEXT
                        && Arrays.equals(content.getBytes(StandardCharsets.UTF_8), bytes);
        String digest = HexFormat.of().formatHex(sha256(bytes));
        return new ComparedFile(
                path, attributes, digest, isText ? Optional.of(content) : Optional.empty());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The files and units that a spec itself contains. */
    public static List<ComparedFile> of(SystemSpec spec) {
        var files = new ArrayList<ComparedFile>();
        for (FileEntry entry : spec.files()) {
            String attributes =
                    String.format(
                            Locale.ROOT, "%04o %s:%s", entry.mode(), entry.owner(), entry.group());
            files.add(
                    switch (entry.body()) {
                        case FileEntry.Inline(String content) ->
                                new ComparedFile(
                                        entry.path(), attributes, content, Optional.of(content));
                        case FileEntry.FromProject(String source) ->
                                new ComparedFile(
                                        entry.path(),
                                        attributes,
                                        "from " + source,
                                        Optional.empty());
                    });
        }
        for (Unit unit : spec.systemd().units()) {
            String path = "/etc/systemd/system/" + unit.name();
            if (unit.dropIn().isPresent()) {
                path += ".d/" + unit.dropIn().get() + ".conf";
            }
            files.add(
                    new ComparedFile(
                            path, "0644 root:root", unit.content(), Optional.of(unit.content())));
        }
        return files;
    }
}

package dev.coppice.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gives text files of a project an earlier content, and keeps beside them what they held. */
public final class RestoredFiles {

    private RestoredFiles() {}

    /**
     * Writes every file whose content is another one now.
     *
     * @param texts the earlier contents by path in the project
     * @param suffix what the kept copies end with, {@code before-rollback-to-3}
     * @return the copies of what was there, by the files' paths in the project; a file that was not
     *     there has none and is not named
     */
    public static SortedMap<String, Path> restore(
            Path folder, Map<String, String> texts, String suffix) throws IOException {
        var kept = new TreeMap<String, Path>();
        for (var text : texts.entrySet()) {
            Path file = folder.resolve(text.getKey());
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text.getValue());
            } else if (!Arrays.equals(Files.readAllBytes(file), bytes(text.getValue()))) {
                Path copy = free(file, suffix);
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                Files.writeString(file, text.getValue());
                kept.put(text.getKey(), copy);
            }
        }
        return kept;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A name beside a file that nothing has yet. */
    public static Path free(Path file, String suffix) {
        Path candidate = file.resolveSibling(file.getFileName() + "." + suffix);
        for (int i = 2; Files.exists(candidate); i++) {
            candidate = file.resolveSibling(file.getFileName() + "." + suffix + "-" + i);
        }
        return candidate;
    }
}

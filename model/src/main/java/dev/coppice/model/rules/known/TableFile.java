package dev.coppice.model.rules.known;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a table that comes with the program: one row a line, {@code #} before comments. */
final class TableFile {

    private TableFile() {}

    static List<String> rows(String name) {
        String path = "/dev/coppice/model/rules/" + name;
        try (InputStream in = TableFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

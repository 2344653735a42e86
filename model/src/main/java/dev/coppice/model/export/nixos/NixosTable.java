package dev.coppice.model.export.nixos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Reads a table of this package: a row a line, words before and behind a colon. */
final class NixosTable {

    private NixosTable() {}

    /** What stands behind the colon, by each word before it. */
    static SequencedMap<String, String> read(String resource) {
        try (InputStream in = NixosTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + resource);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name twice is an {@link IllegalArgumentException}. */
    static SequencedMap<String, String> parse(String text) {
        var rows = new LinkedHashMap<String, String>();
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(" : ");
            String meaning = line.substring(colon + 3).strip();
            for (String name : List.of(line.substring(0, colon).strip().split("\\s+"))) {
                if (rows.put(name, meaning) != null) {
                    throw new IllegalArgumentException("twice: " + name);
                }
            }
        }
        return rows;
    }
}

package dev.coppice.model.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A project to start from. Its files are resources of the program.
 *
 * @param id short name, also the name of its folder: {@code web-server}
 * @param title a title for people
 * @param description one sentence
 * @param files paths relative to the project, {@code system.yaml} first
 */
public record Example(String id, String title, String description, List<String> files) {

    public Example {
        files = List.copyOf(files);
    }

    /** The spec's text. */
    public String spec() {
        return new String(bytes("system.yaml"), StandardCharsets.UTF_8);
    }

    /** The bytes of one of its {@link #files()}. */
    public byte[] bytes(String file) {
        if (!files.contains(file)) {
            throw new IllegalArgumentException(id + " has no file " + file);
        }
        try (InputStream in = Example.class.getResourceAsStream(id + "/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + id + "/" + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

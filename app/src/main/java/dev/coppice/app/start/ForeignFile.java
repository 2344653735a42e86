package dev.coppice.app.start;

import dev.coppice.model.text.SpecText;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of another system, read as text. */
record ForeignFile(Path path, SpecText text) {

    /** Bytes; clouds hand over far less, and what is longer is no such file. */
    private static final long LARGEST = 1 << 20;

    /**
     * Reads a file.
     *
     * @throws IOException with a message for people
     */
    static ForeignFile read(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException("There is no such file.");
        }
        if (!Files.isRegularFile(path)) {
            throw new IOException("This is not a file.");
        }
        if (!Files.isReadable(path)) {
            throw new IOException("You may not read this file.");
        }
        if (Files.size(path) > LARGEST) {
            throw new IOException("This file has more than 1 MB; choose one with settings.");
        }
        return new ForeignFile(
                path, new SpecText(new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
    }

    /** The file's name without what follows the last dot. */
    String stem() {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}

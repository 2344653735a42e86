package dev.coppice.runner.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds public SSH keys: in a text that somebody pasted, in a file, in {@code ~/.ssh}. */
public final class PublicKeys {

    /** More than this is no file of public keys. */
    private static final long MOST_BYTES = 1 << 20;

    private final Path folder;

    /**
     * @param folder where this person's keys lie, mostly {@code ~/.ssh}
     */
    public PublicKeys(Path folder) {
        this.folder = folder;
    }

    /**
     * What was found in a text.
     *
     * @param keys the public keys, each once
     * @param refused why a line was not taken, a sentence each, without repeating the line
     */
    public record Found(List<PublicKey> keys, List<String> refused) {
        public Found {
            keys = List.copyOf(keys);
            refused = List.copyOf(refused);
        }
    }

    /**
     * A {@code .pub} file.
     *
     * @param file its name
     */
    public record InFile(String file, PublicKey key) {}

    /** Reads lines; comments and empty lines are passed over, private keys are refused. */
    public static Found read(String text) {
        if (text.contains("PRIVATE KEY")) {
            return new Found(
                    List.of(),
                    List.of(
                            "This is a private key. It must never leave its owner's computer."
                                    + " Take the public key: the file that ends with .pub."));
        }
        var keys = new ArrayList<PublicKey>();
        var refused = new ArrayList<String>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int number = i + 1;
            PublicKey.parse(line)
                    .ifPresentOrElse(
                            key -> {
                                if (!keys.contains(key)) {
                                    keys.add(key);
                                }
                            },
                            () ->
                                    refused.add(
                                            "Line " + number + " is not a whole public SSH key."));
        }
        return new Found(keys, refused);
    }

    /** Reads a file. */
    public static Found read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return new Found(
                    List.of(), List.of(file.getFileName() + " is too large for public keys."));
        }
        return read(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }

    /** The keys of the {@code .pub} files of the folder, by file name; none when there is none. */
    public List<InFile> own() {
        var found = new ArrayList<InFile>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pub")) {
            for (Path file : files) {
                if (Files.isReadable(file) && Files.isRegularFile(file)) {
                    read(file)
                            .keys()
                            .forEach(
                                    key ->
                                            found.add(
                                                    new InFile(
                                                            file.getFileName().toString(), key)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort((a, b) -> a.file().compareTo(b.file()));
        return found;
    }
}

package dev.coppice.runner.nixos;

import dev.coppice.model.nixos.NixOptions;
import dev.coppice.runner.nixos.OptionTable.Origin;

import org.brotli.dec.BrotliInputStream;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The file that the options of a release are kept in. Another version, or a damaged file, counts as
 * none.
 */
final class OptionFile {

    private static final String VERSION = "coppice options 1";

    /** A table has about 15 MB; what is larger is something else, or made to fill the memory. */
    private static final int MOST = 200_000_000;

    private final Path directory;

    OptionFile(Path directory) {
        this.directory = directory;
    }

    private Path file(String release) {
        return directory.resolve(release + ".options");
    }

    /** What is kept of a release. */
    Optional<OptionTable> read(String release) {
        try (var in =
                new DataInputStream(
                        new GZIPInputStream(
                                new BufferedInputStream(Files.newInputStream(file(release))),
                                1 << 16))) {
            if (!in.readUTF().equals(VERSION) || !in.readUTF().equals(release)) {
                return Optional.empty();
            }
            Origin origin = Origin.valueOf(in.readUTF());
            String source = in.readUTF();
            Instant checked = Instant.ofEpochSecond(in.readLong());
            String json = text(in);
            return NixOptions.parse(json)
                    .map(options -> new OptionTable(release, options, origin, source, checked));
        } catch (IOException | RuntimeException noneOrDamaged) {
            return Optional.empty();
        }
    }

    /** Keeps a table in place of what was kept of its release. */
    void write(OptionTable table, String json) throws IOException {
        Files.createDirectories(directory);
        Path temporary = directory.resolve("." + UUID.randomUUID());
        try {
            try (var out =
                    new DataOutputStream(
                            new GZIPOutputStream(Files.newOutputStream(temporary), 1 << 16))) {
                out.writeUTF(VERSION);
                out.writeUTF(table.release());
                out.writeUTF(table.origin().name());
                out.writeUTF(table.source());
                out.writeLong(table.checked().getEpochSecond());
                out.write(json.getBytes(StandardCharsets.UTF_8));
            }
            Files.move(temporary, file(table.release()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Forgets a release. */
    void delete(String release) throws IOException {
        Files.deleteIfExists(file(release));
    }

    /**
     * The JSON in a file: as it is, or packed by gzip or brotli, whatever its name says.
     *
     * @throws IOException when it cannot be read or unpacked
     */
    static String json(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.mark(2);
            int first = in.read();
            int second = in.read();
            in.reset();
            if (first == 0x1f && second == 0x8b) {
                return text(new GZIPInputStream(in, 1 << 16));
            }
            if (first == '{' || Character.isWhitespace(first)) {
                return text(in);
            }
            return text(new BrotliInputStream(in, 1 << 16));
        }
    }

    private static String text(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream(1 << 20);
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes.write(buffer, 0, n);
            if (bytes.size() > MOST) {
                throw new IOException("it is larger than any table of options");
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

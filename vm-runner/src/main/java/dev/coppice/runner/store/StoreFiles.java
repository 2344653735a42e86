package dev.coppice.runner.store;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Writing that a crash cannot spoil: a temporary file, synced, then renamed. */
final class StoreFiles {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private StoreFiles() {}

    static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Path file, byte[] bytes) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        syncDirectory(file.toAbsolutePath().getParent());
    }

    static void writeJson(Path file, Object value) throws IOException {
        write(file, json(value));
    }

    static byte[] json(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    /**
     * @throws IOException also when it is not the JSON that is expected
     */
    static <T> T readJson(Path file, Class<T> type) throws IOException {
        try {
            return parse(Files.readAllBytes(file), type);
        } catch (DamagedException e) {
            throw new IOException(file + " " + e.getMessage(), e);
        }
    }

    /**
     * @throws IOException when it is not the JSON that is expected
     */
    static <T> T parse(byte[] bytes, Class<T> type) throws IOException {
        try {
            T value = JSON.readValue(bytes, type);
            if (value == null) {
                throw new DamagedException("holds nothing", null);
            }
            return value;
        } catch (JacksonException e) {
            throw new DamagedException("is damaged: " + e.getOriginalMessage(), e);
        }
    }

    /** The bytes are not what they should be. */
    private static final class DamagedException extends IOException {

        private static final long serialVersionUID = 1L;

        DamagedException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Removes what {@link #write} leaves when its process dies. The caller holds the lock. */
    static void sweep(Path directory) throws IOException {
        for (Path path : list(directory)) {
            if (path.getFileName().toString().startsWith(".")) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Makes names in a directory outlive a crash of the host. */
    static void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Makes a tree's files outlive a crash of the host. */
    static void syncTree(Path tree) throws IOException {
        List<Path> all = walk(tree);
        for (Path path : all) {
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }
        }
        for (Path path : all) {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                syncDirectory(path);
            }
        }
    }

    static long size(Path tree) throws IOException {
        long sum = 0;
        for (Path path : walk(tree)) {
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                sum += Files.size(path);
            }
        }
        return sum;
    }

    /** The entries of a directory, sorted; none when it is absent. */
    static List<Path> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> result = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            entries.forEach(result::add);
        }
        Collections.sort(result);
        return result;
    }

    /** Parents first. */
    private static List<Path> walk(Path tree) throws IOException {
        try (var paths = Files.walk(tree)) {
            return paths.toList();
        }
    }
}

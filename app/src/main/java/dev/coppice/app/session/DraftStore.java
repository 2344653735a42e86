package dev.coppice.app.session;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The folder of drafts. Each program keeps one file for each spec, named by the spec's path and the
 * program's process, so that two windows on one project do not write over each other.
 *
 * @param folder where they are; made when it is missing
 * @param process this program
 * @param starts when the process of a number was started; empty when there is none
 */
public record DraftStore(Path folder, Process process, LongFunction<Optional<Instant>> starts) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A program that runs. The start tells it from a later one with the same number.
     *
     * @param pid the number of its process
     */
    public record Process(long pid, Instant start) {}

    /** The drafts of this program and of those before it. */
    public static DraftStore of(Path folder) {
        long pid = ProcessHandle.current().pid();
        return new DraftStore(
                folder, new Process(pid, start(pid).orElse(Instant.EPOCH)), DraftStore::start);
    }

    private static Optional<Instant> start(long pid) {
        return ProcessHandle.of(pid).map(p -> p.info().startInstant().orElse(Instant.EPOCH));
    }

    /** Keeps a draft: a crash leaves the old one or the new one, never a part. */
    public void keep(Path spec, String text, String onDisk) throws IOException {
        Files.createDirectories(folder);
        ObjectNode json = JSON.createObjectNode();
        json.put("spec", spec.toString());
        json.put("pid", process.pid());
        json.put("start", process.start().toString());
        json.put("base", hash(onDisk));
        json.put("text", text);
        Path temporary = Files.createTempFile(folder, ".draft-", ".tmp");
        try {
            try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(json.toString());
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(
                    temporary,
                    own(spec),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Forgets this program's draft of a spec. */
    public void forget(Path spec) throws IOException {
        Files.deleteIfExists(own(spec));
    }

    /** The newest draft of a spec whose program has gone; unreadable ones count as never kept. */
    public Optional<Draft> left(Path spec) throws IOException {
        Optional<Draft> newest = Optional.empty();
        for (Path file : leftFiles(spec)) {
            Optional<Draft> draft = read(file).map(json -> draft(file, json));
            if (draft.isPresent()
                    && (newest.isEmpty() || draft.get().kept().isAfter(newest.get().kept()))) {
                newest = draft;
            }
        }
        return newest;
    }

    /** Forgets the drafts of a spec whose programs have gone. */
    public void forgetLeft(Path spec) throws IOException {
        for (Path file : leftFiles(spec)) {
            Files.deleteIfExists(file);
        }
    }

    private List<Path> leftFiles(Path spec) throws IOException {
        var files = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> all =
                    Files.newDirectoryStream(folder, key(spec) + "-*.json")) {
                for (Path file : all) {
                    if (read(file).filter(this::runs).isEmpty()) {
                        files.add(file);
                    }
                }
            }
        }
        return files;
    }

    /** Whether the program that wrote a draft is still there, or is this one. */
    private boolean runs(JsonNode json) {
        long pid = json.path("pid").asLong(-1);
        return starts.apply(pid)
                .filter(start -> start.toString().equals(json.path("start").asString("")))
                .isPresent();
    }

    private static Optional<JsonNode> read(Path file) {
        try {
            return Optional.of(JSON.readTree(Files.readString(file)));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static Draft draft(Path file, JsonNode json) {
        Instant kept;
        try {
            kept = Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            kept = Instant.EPOCH;
        }
        return new Draft(json.path("text").asString(""), json.path("base").asString(""), kept);
    }

    private Path own(Path spec) {
        return folder.resolve(key(spec) + "-" + process.pid() + ".json");
    }

    private static String key(Path spec) {
        return hash(spec.toAbsolutePath().normalize().toString()).substring(0, 24);
    }

    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

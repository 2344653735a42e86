package dev.coppice.runner.lock;

import dev.coppice.runner.store.LayerKind;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads and writes {@code system.lock.json}: one package a line and everything sorted, so that a
 * version control system shows what an update changed.
 */
public final class LockFile {

    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LockFile() {}

    /**
     * The lock in a file; empty when there is none.
     *
     * @throws IOException when it cannot be read, or is no lock of this version of Coppice
     */
    public static Optional<SystemLock> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(parse(Files.readString(file), file.toString()));
    }

    /**
     * @param name of the text, for messages
     * @throws IOException when it is no lock of this version of Coppice
     */
    public static SystemLock parse(String text, String name) throws IOException {
        try {
            JsonNode root = JSON.readTree(text);
            if (root.path("format").asInt(0) != FORMAT) {
                throw new IOException(
                        name + " is not a lock that this version of Coppice can read");
            }
            List<LockedSuite> suites = new ArrayList<>();
            root.path("suites").forEach(node -> suites.add(suite(node)));
            List<LockedLayer> layers = new ArrayList<>();
            for (JsonNode node : root.path("layers")) {
                List<LockedPackage> packages = new ArrayList<>();
                node.path("packages").forEach(one -> packages.add(locked(one)));
                LayerKind kind = LayerKind.valueOf(word(node, "layer").toUpperCase(Locale.ROOT));
                Instant epoch = Instant.parse(word(node, "epoch"));
                layers.add(new LockedLayer(kind, word(node, "asked"), epoch, packages));
            }
            return new SystemLock(
                    word(root, "release"), word(root, "architecture"), suites, layers);
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new IOException(name + " is damaged: " + e.getMessage(), e);
        }
    }

    private static String word(JsonNode node, String member) {
        JsonNode value = node.path(member);
        if (!value.isString() || value.stringValue().isEmpty()) {
            throw new IllegalArgumentException("\"" + member + "\" is missing");
        }
        return value.stringValue();
    }

    private static LockedSuite suite(JsonNode node) {
        return new LockedSuite(
                word(node, "archive"),
                word(node, "name"),
                Instant.parse(word(node, "date")),
                node.has("validUntil")
                        ? Optional.of(Instant.parse(word(node, "validUntil")))
                        : Optional.empty(),
                word(node, "sha256"));
    }

    private static LockedPackage locked(JsonNode node) {
        String hash = word(node, "sha256");
        String name = word(node, "name");
        // Both become names of files.
        if (!hash.matches("[0-9a-f]{64}") || !name.matches("[a-z0-9][a-z0-9.+-]*")) {
            throw new IllegalArgumentException("the package " + name + " " + hash + " is none");
        }
        return new LockedPackage(
                name,
                word(node, "version"),
                word(node, "architecture"),
                word(node, "source"),
                node.path("size").asLong(0),
                hash,
                word(node, "archive"),
                word(node, "path"));
    }

    /** Writes to a temporary name first: the file is there whole or as it was. */
    public static void write(SystemLock lock, Path file) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.writeString(fresh, text(lock), StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The text of the file; the same lock has the same text. */
    public static String text(SystemLock lock) {
        StringBuilder text = new StringBuilder("{\n  \"format\": " + FORMAT + ",\n");
        text.append("  \"release\": ").append(quoted(lock.release())).append(",\n");
        text.append("  \"architecture\": ").append(quoted(lock.architecture())).append(",\n");
        text.append("  \"suites\": [");
        lines(text, "    ", lock.suites().stream().map(LockFile::node).toList());
        text.append("\n  ],\n  \"layers\": [");
        String separator = "\n";
        for (LockedLayer layer : lock.layers()) {
            text.append(separator).append("    {\n      \"layer\": ");
            text.append(quoted(layer.layer().name().toLowerCase(Locale.ROOT)));
            text.append(",\n      \"asked\": ").append(quoted(layer.asked()));
            text.append(",\n      \"epoch\": ").append(quoted(layer.epoch().toString()));
            text.append(",\n      \"packages\": [");
            lines(text, "        ", layer.packages().stream().map(LockFile::node).toList());
            text.append("\n      ]\n    }");
            separator = ",\n";
        }
        return text.append("\n  ]\n}\n").toString();
    }

    private static void lines(StringBuilder text, String indent, List<ObjectNode> nodes) {
        String separator = "\n";
        for (ObjectNode node : nodes) {
            text.append(separator).append(indent).append(JSON.writeValueAsString(node));
            separator = ",\n";
        }
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private static ObjectNode node(LockedSuite suite) {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("archive", suite.archive())
                        .put("name", suite.name())
                        .put("date", suite.date().toString());
        suite.validUntil().ifPresent(until -> node.put("validUntil", until.toString()));
        return node.put("sha256", suite.sha256());
    }

    private static ObjectNode node(LockedPackage one) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", one.name())
                .put("version", one.version())
                .put("architecture", one.architecture())
                .put("source", one.source())
                .put("size", one.size())
                .put("sha256", one.sha256())
                .put("archive", one.archive())
                .put("path", one.path());
    }
}

package dev.coppice.app.output;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which files of a folder were exported, and what they held: the SHA-256 digests in hexadecimal.
 * Immutable. While an export is being written a file may have two digests: what it held before and
 * what it will hold, so that a crash leaves no file that counts as somebody else's.
 *
 * @param targets digests by target and path
 */
record Manifest(Map<String, Map<String, Set<String>>> targets) {

    /** Its name in the folder. */
    static final String NAME = ".coppice-export.json";

    static final Manifest NONE = new Manifest(Map.of());

    private static final String MEMBER = "targets";

    /** Reads one; what cannot be read says nothing, so every file counts as somebody else's. */
    static Manifest parse(String json) {
        JsonNode root;
        try {
            root = new JsonMapper().readTree(json);
        } catch (JacksonException e) {
            return NONE;
        }
        var targets = new TreeMap<String, Map<String, Set<String>>>();
        for (var target : root.path(MEMBER).properties()) {
            var files = new TreeMap<String, Set<String>>();
            for (var file : target.getValue().properties()) {
                var digests = new TreeSet<String>();
                file.getValue().forEach(digest -> digests.add(digest.asString("")));
                files.put(file.getKey(), digests);
            }
            targets.put(target.getKey(), files);
        }
        return new Manifest(targets);
    }

    /** The JSON of it, with a line feed at its end. */
    String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("writtenBy", "coppice export");
        ObjectNode all = root.putObject(MEMBER);
        new TreeMap<>(targets)
                .forEach(
                        (target, files) -> {
                            ObjectNode node = all.putObject(target);
                            new TreeMap<>(files)
                                    .forEach(
                                            (path, digests) -> {
                                                var list = node.putArray(path);
                                                new TreeSet<>(digests).forEach(list::add);
                                            });
                        });
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(root)
                + "\n";
    }

    /** The files of a target. */
    Map<String, Set<String>> files(String target) {
        return targets.getOrDefault(target, Map.of());
    }

    /** Whether an export of a target left a file as it is now. */
    boolean left(String target, String path, Optional<String> digest) {
        Set<String> known = files(target).getOrDefault(path, Set.of());
        return digest.filter(known::contains).isPresent();
    }

    /** The same with other files of a target, which belong to no other target then. */
    Manifest with(String target, Map<String, Set<String>> files) {
        var all = new TreeMap<String, Map<String, Set<String>>>();
        targets.forEach(
                (other, theirs) -> {
                    var kept = new TreeMap<>(theirs);
                    kept.keySet().removeAll(files.keySet());
                    if (!other.equals(target) && !kept.isEmpty()) {
                        all.put(other, kept);
                    }
                });
        all.put(target, files);
        return new Manifest(all);
    }
}

package dev.coppice.model.export.kairos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A place of a Kairos cloud-config: what stands there, and the keys below. */
final class KairosKeys {

    /** What stands at a place. */
    enum Kind {
        RECORD,
        LIST,
        TEXT,
        BOOL,
        INT,
        OCTAL,
        TEXTS,
        STRINGS,
        ANY
    }

    private static final String EVERY = "*";

    private final Map<String, KairosKeys> keys = new TreeMap<>();
    private Kind kind = Kind.RECORD;
    private KairosKeys items;

    private KairosKeys() {}

    /** The table that comes with the program. */
    static KairosKeys table() {
        try (InputStream in = KairosKeys.class.getResourceAsStream("cloud-config.keys")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file cloud-config.keys");
            }
            var root = new KairosKeys();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(root::add);
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        int space = line.indexOf(' ');
        KairosKeys at = this;
        for (String step : line.substring(0, space).split("\\.")) {
            boolean list = step.endsWith("[]");
            String key = list ? step.substring(0, step.length() - 2) : step;
            at = at.keys.computeIfAbsent(key, k -> new KairosKeys());
            if (list) {
                at.kind = Kind.LIST;
                at.items = at.items == null ? new KairosKeys() : at.items;
                at = at.items;
            }
        }
        at.kind = Kind.valueOf(line.substring(space + 1).toUpperCase(Locale.ROOT));
    }

    Kind kind() {
        return kind;
    }

    /** What an item of a list is. */
    KairosKeys items() {
        return items;
    }

    /** Whether every key is allowed. */
    boolean isOpen() {
        return keys.containsKey(EVERY);
    }

    /** What stands at a key; empty when Kairos knows no such key. */
    Optional<KairosKeys> at(String key) {
        return Optional.ofNullable(keys.getOrDefault(key, keys.get(EVERY)));
    }

    /** The keys of a record. */
    Map<String, KairosKeys> keys() {
        return Collections.unmodifiableMap(keys);
    }
}

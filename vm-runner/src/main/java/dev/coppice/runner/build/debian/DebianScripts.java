package dev.coppice.runner.build.debian;

import dev.coppice.runner.store.Digests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The shell scripts that come with Coppice: those that make layers, and the initrd's. */
final class DebianScripts {

    private static final String PRELUDE = "prelude.sh";

    private static final List<String> NAMES =
            List.of(PRELUDE, "kernel.sh", "base.sh", "packages.sh", "resolve.sh", "init");

    private final SortedMap<String, String> texts = new TreeMap<>();

    DebianScripts() {
        for (String name : NAMES) {
            texts.put(name, read(name));
        }
    }

    private static String read(String name) {
        try (InputStream in = DebianScripts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Coppice was packaged without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A step's whole script. */
    String step(String name) {
        return texts.get(PRELUDE) + "\n" + texts.get(name + ".sh");
    }

    /** The first program of our initrd. */
    String init() {
        return texts.get("init");
    }

    SortedMap<String, String> digests() {
        TreeMap<String, String> result = new TreeMap<>();
        texts.forEach((name, text) -> result.put(name, Digests.of(text)));
        return result;
    }
}

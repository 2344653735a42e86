package dev.coppice.runner.disk;

import dev.coppice.runner.store.Digests;
import dev.coppice.runner.store.Generation;

import java.nio.file.Path;
import java.util.List;

/**
 * A generation as it goes to a disk or a web server: files whose names begin with their SHA-256,
 * and a manifest that names them.
 *
 * @param parts layers topmost first, then kernel and initrd
 * @param parameters words for the kernel
 */
record ShippedGeneration(Generation generation, List<Part> parts, String parameters) {

    /** The manifest's form; coppicectl refuses others. */
    private static final int FORMAT = 1;

    /**
     * A file.
     *
     * @param kind {@code layer}, {@code kernel} or {@code initrd}
     * @param name what it is called, SHA-256 first
     * @param note for people
     */
    record Part(String kind, String name, Path file, long bytes, String note) {}

    ShippedGeneration {
        parts = List.copyOf(parts);
    }

    String title() {
        return generation.system() + " generation " + generation.number();
    }

    /** Six digits, so that names sort as numbers do. */
    String number() {
        return String.format("%06d", generation.number());
    }

    /** What the manifest is called among published files. */
    String manifestName() {
        return generation.system() + "_" + generation.number() + ".generation";
    }

    long layerBytes() {
        return parts.stream().filter(p -> p.kind().equals("layer")).mapToLong(Part::bytes).sum();
    }

    /** One line per fact, the first word says which; read by coppicectl and by our initrd. */
    String manifest() {
        StringBuilder text = new StringBuilder();
        text.append("format ").append(FORMAT).append('\n');
        text.append("system ").append(generation.system()).append('\n');
        text.append("number ").append(generation.number()).append('\n');
        text.append("title ").append(title()).append('\n');
        text.append("created ").append(generation.created()).append('\n');
        text.append("kernel-version ").append(generation.kernelVersion()).append('\n');
        text.append("parameters ").append(parameters).append('\n');
        for (Part part : parts) {
            text.append(part.kind()).append(' ').append(part.name()).append(' ');
            text.append(part.bytes()).append(' ').append(part.note()).append('\n');
        }
        return text.toString();
    }

    String digest() {
        return Digests.of(manifest());
    }
}

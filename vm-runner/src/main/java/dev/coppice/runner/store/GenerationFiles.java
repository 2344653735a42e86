package dev.coppice.runner.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of a generation's directory. A manifest never changes once it is there, so each is
 * parsed once and again only when its file is another one.
 */
final class GenerationFiles {

    static final String MANIFEST = "manifest.json";
    static final String SPEC = "system.yaml";
    static final String LOG = "build.log";
    static final String MARKS = "marks.json";

    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    private record Stamp(Object key, long modified, long size) {}

    private record Known(Stamp stamp, Manifest manifest) {}

    /**
     * @throws IOException when the manifest or the spec is missing or damaged
     */
    Generation read(Path directory) throws IOException {
        Manifest manifest = manifest(directory);
        return new Generation(
                manifest.system(),
                manifest.number(),
                manifest.created(),
                Files.readString(directory.resolve(SPEC)),
                manifest.layers(),
                manifest.kernelVersion(),
                manifest.buildTime(),
                directory,
                BootFiles.read(directory),
                manifest.made(),
                manifest.image(),
                marks(directory));
    }

    /**
     * @throws IOException when it is missing or damaged
     */
    Manifest manifest(Path directory) throws IOException {
        Path file = directory.resolve(MANIFEST);
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        var stamp =
                new Stamp(
                        attributes.fileKey(),
                        attributes.lastModifiedTime().toMillis(),
                        attributes.size());
        Known before = known.get(directory);
        if (before != null && before.stamp().equals(stamp)) {
            return before.manifest();
        }
        Manifest manifest = StoreFiles.readJson(file, Manifest.class);
        if (manifest.system() == null || manifest.layers() == null || manifest.number() < 1) {
            throw new IOException(file + " is damaged: it names no system, number or layers");
        }
        known.put(directory, new Known(stamp, manifest));
        return manifest;
    }

    /** What was noted; nothing when the file cannot be read: the generation itself is whole. */
    static Marks marks(Path directory) {
        Path file = directory.resolve(MARKS);
        if (!Files.isReadable(file)) {
            return Marks.NONE;
        }
        try {
            return StoreFiles.readJson(file, Marks.class);
        } catch (IOException e) {
            // Better kept for good by mistake than deleted by mistake.
            return Marks.NONE.pinned(true);
        }
    }
}

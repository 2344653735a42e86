package dev.coppice.runner.store;

import dev.coppice.runner.proc.Cancellation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a whole store again and finds what is not as it was written. */
final class StoreVerifier {

    private static final int CHUNK = 1 << 20;

    private final LayerStore layers;
    private final BlobStore blobs;
    private final GenerationStore generations;
    private final StoreCare.Progress progress;
    private final Cancellation cancellation;
    private final List<Damage> damages = new ArrayList<>();
    private final SortedMap<String, List<String>> layerUsers = new TreeMap<>();
    private final SortedMap<String, List<String>> blobUsers = new TreeMap<>();
    private int unsummed;
    private long read;
    private long total;

    StoreVerifier(
            LayerStore layers,
            BlobStore blobs,
            GenerationStore generations,
            StoreCare.Progress progress,
            Cancellation cancellation) {
        this.layers = layers;
        this.blobs = blobs;
        this.generations = generations;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** What it found; nothing is discarded. */
    Verification run() throws IOException {
        List<Path> directories = generations.directories();
        for (Path directory : directories) {
            generation(directory);
        }
        List<String> there = layers.digests();
        var digests = new TreeSet<>(there);
        digests.addAll(layerUsers.keySet());
        var files = new TreeSet<>(blobUsers.keySet());
        blobs.all().forEach(path -> files.add(path.getFileName().toString()));
        for (String digest : digests) {
            total += sizeOf(layers.directory(digest));
        }
        for (String digest : files) {
            total += sizeOf(blobs.path(digest));
        }
        for (String digest : digests) {
            layer(digest);
        }
        for (String digest : files) {
            blob(digest);
        }
        return new Verification(directories.size(), there.size(), unsummed, read, damages, 0);
    }

    private static long sizeOf(Path path) {
        try {
            return StoreFiles.size(path);
        } catch (IOException e) {
            // It is missing, or goes while we look: found again below.
            return 0;
        }
    }

    private void generation(Path directory) {
        String title = StoreKeeper.title(directory);
        Manifest manifest;
        try {
            manifest = StoreFiles.readJson(directory.resolve("manifest.json"), Manifest.class);
            Files.readString(directory.resolve(GenerationFiles.SPEC));
        } catch (IOException e) {
            if (Files.exists(directory)) {
                damage(
                        Damage.What.GENERATION,
                        directory,
                        title + " cannot be read: " + reason(e),
                        List.of(title),
                        "It cannot be mended; delete it: coppice generations delete "
                                + directory.getFileName()
                                + " --system "
                                + directory.getParent().getFileName()
                                + ". Until then no layers are collected.");
            }
            return;
        }
        manifest.layers()
                .forEach(
                        layer ->
                                layerUsers
                                        .computeIfAbsent(layer.digest(), d -> new ArrayList<>())
                                        .add(title));
        manifest.projectFiles()
                .values()
                .forEach(
                        digest ->
                                blobUsers
                                        .computeIfAbsent(digest, d -> new ArrayList<>())
                                        .add(title));
        if (Files.exists(directory.resolve(BootFiles.BOOT))) {
            boot(directory, title);
        }
    }

    private void boot(Path directory, String title) {
        try {
            if (BootFiles.read(directory).isEmpty()) {
                throw new IOException(BootFiles.BOOT + " is damaged");
            }
            if (BootFiles.readFacts(directory) == null) {
                throw new IOException("there are no facts");
            }
        } catch (IOException e) {
            damage(
                    Damage.What.BOOT,
                    directory.resolve(BootFiles.BOOT),
                    "What the last boot of "
                            + title.replaceFirst("^G", "g")
                            + " told cannot be read: "
                            + reason(e),
                    List.of(title),
                    "Boot it again: coppice check " + directory.getFileName() + ".");
        }
    }

    private void layer(String digest) throws IOException {
        Path directory = layers.directory(digest);
        List<String> users = layerUsers.getOrDefault(digest, List.of());
        String advice =
                users.isEmpty()
                        ? "No generation needs it: coppice generations gc takes it away."
                        : "Take it away with coppice generations verify --discard; then build the"
                                + " same spec again, or import a file of the generation: either"
                                + " makes it anew.";
        try {
            SortedMap<String, LayerStore.Sum> sums = layers.sumsOf(digest);
            if (sums.isEmpty()) {
                unsummed++;
                if (layers.find(digest).isEmpty()) {
                    throw new IOException("its image is missing");
                }
            }
            for (Map.Entry<String, LayerStore.Sum> file : sums.entrySet()) {
                compare(directory.resolve(file.getKey()), file.getValue());
            }
        } catch (NoSuchFileException e) {
            if (users.isEmpty() && !Files.exists(directory)) {
                // Collected meanwhile.
                return;
            }
            damage(
                    Damage.What.LAYER,
                    directory,
                    "The layer " + brief(digest) + " is missing, or a part of it: " + reason(e),
                    users,
                    advice);
        } catch (IOException e) {
            damage(
                    Damage.What.LAYER,
                    directory,
                    "The layer " + brief(digest) + " is damaged: " + reason(e),
                    users,
                    advice);
        }
    }

    private void compare(Path file, LayerStore.Sum sum) throws IOException {
        String name = file.getFileName().toString();
        long size = Files.size(file);
        if (size != sum.bytes()) {
            throw new IOException(
                    name + " has " + size + " bytes, and " + sum.bytes() + " were written");
        }
        if (!digest(file).equals(sum.sha256())) {
            throw new IOException(name + " holds other bytes than were written");
        }
    }

    private void blob(String digest) throws IOException {
        Path file = blobs.path(digest);
        List<String> users = blobUsers.getOrDefault(digest, List.of());
        String wrong;
        try {
            if (digest(file).equals(digest)) {
                return;
            }
            wrong = "holds other bytes than were written";
        } catch (NoSuchFileException e) {
            if (users.isEmpty()) {
                return;
            }
            wrong = "is missing";
        } catch (IOException e) {
            wrong = "cannot be read: " + reason(e);
        }
        damage(
                Damage.What.PROJECT_FILE,
                file,
                "A project file that was kept (" + brief(digest) + ") " + wrong,
                users,
                users.isEmpty()
                        ? "No generation needs it: coppice generations gc takes it away."
                        : "Rolling back to the generation cannot bring the file back. Take it away"
                                + " with coppice generations verify --discard; a build that uses"
                                + " the same file, or the import of a file of the generation,"
                                + " brings it back.");
    }

    private String digest(Path file) throws IOException {
        MessageDigest digest = Digests.sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                cancellation.check();
                digest.update(chunk, 0, n);
                read += n;
                progress.at(read, Math.max(read, total));
            }
        }
        return Digests.hex(digest);
    }

    private void damage(
            Damage.What what, Path place, String message, List<String> users, String advice) {
        damages.add(new Damage(what, place, message + ".", users, advice));
    }

    private static String brief(String digest) {
        return Layer.serialOf(digest);
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException
                ? Path.of(String.valueOf(e.getMessage())).getFileName() + " is not there"
                : String.valueOf(e.getMessage());
    }
}

package dev.coppice.runner.index;

import dev.coppice.model.packages.IndexedPackage;
import dev.coppice.model.packages.PackageEntry;
import dev.coppice.model.packages.PackageIndex;
import dev.coppice.runner.store.Digests;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The file that a list of packages is kept in: of tens of megabytes what Coppice asks for, in a
 * few. Another version, or a damaged file, counts as none.
 */
final class IndexFile {

    private static final String VERSION = "coppice packages 2";

    private final Path directory;

    IndexFile(Path directory) {
        this.directory = directory;
    }

    private Path file(Archive archive) {
        String mirror = Digests.of(archive.mirror()).substring(0, 12);
        return directory.resolve(archive.release() + "-" + mirror + ".packages");
    }

    /** What is kept of an archive. */
    Optional<CachedIndex> read(Archive archive) {
        try (var in =
                new DataInputStream(
                        new BufferedInputStream(
                                new GZIPInputStream(
                                        Files.newInputStream(file(archive)), 1 << 16)))) {
            if (!in.readUTF().equals(VERSION) || !in.readUTF().equals(archive.mirror())) {
                return Optional.empty();
            }
            Instant checked = Instant.ofEpochSecond(in.readLong());
            Trust trust = Trust.valueOf(in.readUTF());
            String listDigest = in.readUTF();
            var index = new PackageIndex(packages(in));
            return Optional.of(new CachedIndex(archive, index, checked, trust, listDigest));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static List<IndexedPackage> packages(DataInputStream in) throws IOException {
        int count = in.readInt();
        var packages = new ArrayList<IndexedPackage>();
        var shared = new HashMap<String, String>();
        for (int i = 0; i < count; i++) {
            var entry =
                    new PackageEntry(
                            share(in.readUTF(), shared),
                            in.readUTF(),
                            share(in.readUTF(), shared),
                            in.readLong(),
                            in.readUTF());
            packages.add(new IndexedPackage(entry, words(in, shared), words(in, shared)));
        }
        return packages;
    }

    private static List<String> words(DataInputStream in, Map<String, String> shared)
            throws IOException {
        String all = in.readUTF();
        if (all.isEmpty()) {
            return List.of();
        }
        var words = new ArrayList<String>();
        for (String word : all.split(" ")) {
            words.add(share(word, shared));
        }
        return words;
    }

    private static String share(String text, Map<String, String> shared) {
        return shared.computeIfAbsent(text, t -> t);
    }

    /** Keeps a list in place of what was kept of its archive. */
    void write(CachedIndex kept) throws IOException {
        Files.createDirectories(directory);
        Path temporary = directory.resolve("." + UUID.randomUUID());
        try {
            try (var out =
                    new DataOutputStream(
                            new BufferedOutputStream(
                                    new GZIPOutputStream(Files.newOutputStream(temporary))))) {
                write(kept, out);
            }
            Files.move(temporary, file(kept.archive()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void write(CachedIndex kept, DataOutputStream out) throws IOException {
        out.writeUTF(VERSION);
        out.writeUTF(kept.archive().mirror());
        out.writeLong(kept.checked().getEpochSecond());
        out.writeUTF(kept.trust().name());
        out.writeUTF(kept.listDigest());
        List<IndexedPackage> packages = kept.index().packages();
        out.writeInt(packages.size());
        for (IndexedPackage each : packages) {
            PackageEntry entry = each.entry();
            out.writeUTF(entry.name());
            out.writeUTF(entry.version());
            out.writeUTF(entry.section());
            out.writeLong(entry.installedKiB());
            out.writeUTF(entry.summary());
            out.writeUTF(joined(each.depends()));
            out.writeUTF(joined(each.provides()));
        }
    }

    /** Names have no blanks; a text has to stay below 64 KiB, as DataOutput has it. */
    private static String joined(List<String> words) {
        var all = new StringBuilder();
        for (String word : words) {
            if (all.length() + word.length() > 60_000) {
                break;
            }
            all.append(all.isEmpty() ? "" : " ").append(word);
        }
        return all.toString();
    }
}

package dev.coppice.runner.store;

import dev.coppice.runner.proc.Cancellation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Brings generations into files, out of files, and to other systems of the same store. */
final class GenerationTransfer {

    private static final String DIGEST = "[0-9a-f]{64}";

    private final StoreLock lock;
    private final Scratch scratch;
    private final LeaseBook leases;
    private final LayerStore layers;
    private final BlobStore blobs;
    private final GenerationStore generations;

    GenerationTransfer(
            StoreLock lock,
            Scratch scratch,
            LeaseBook leases,
            LayerStore layers,
            BlobStore blobs,
            GenerationStore generations) {
        this.lock = lock;
        this.scratch = scratch;
        this.leases = leases;
        this.layers = layers;
        this.blobs = blobs;
        this.generations = generations;
    }

    void write(
            Generation generation,
            Path file,
            StoreCare.Progress progress,
            Cancellation cancellation)
            throws IOException {
        Manifest manifest = generations.manifest(generation.directory());
        List<ArchiveWriter.Part> parts = new ArrayList<>();
        for (Path each : StoreFiles.list(generation.directory())) {
            String name = each.getFileName().toString();
            if (Files.isRegularFile(each) && !name.startsWith(".")) {
                parts.add(new ArchiveWriter.Part("generation/" + name, each, Optional.empty()));
            }
        }
        for (String digest : new TreeSet<>(manifest.projectFiles().values())) {
            parts.add(
                    new ArchiveWriter.Part(
                            "blobs/" + digest, blobs.path(digest), Optional.of(digest)));
        }
        for (LayerRef layer : manifest.layers()) {
            layer(layer.digest(), parts);
        }
        new ArchiveWriter(file, progress, cancellation)
                .write(generation.system(), generation.number(), parts);
    }

    /** The files of a layer with the sums that they had when it was made. */
    private void layer(String digest, List<ArchiveWriter.Part> parts) throws IOException {
        Path directory = layers.directory(digest);
        String prefix = "layers/" + digest + "/";
        parts.add(
                new ArchiveWriter.Part(
                        prefix + LayerStore.INFO,
                        directory.resolve(LayerStore.INFO),
                        Optional.empty()));
        var sums = layers.sumsOf(digest);
        for (Path each : StoreFiles.list(directory)) {
            String name = each.getFileName().toString();
            if (Files.isRegularFile(each) && !name.equals(LayerStore.INFO)) {
                parts.add(
                        new ArchiveWriter.Part(
                                prefix + name,
                                each,
                                Optional.ofNullable(sums.get(name)).map(LayerStore.Sum::sha256)));
            }
        }
    }

    StoreCare.Imported read(Path file, StoreCare.Progress progress, Cancellation cancellation)
            throws IOException {
        try (ScratchDirectory place = scratch.create();
                ArchiveReader archive = new ArchiveReader(file, progress, cancellation)) {
            ArchiveIndex index = archive.index();
            try (Lease _ = lease("import of " + index.system(), index.layers())) {
                return take(index, archive, place.path(), file);
            }
        }
    }

    private Lease lease(String subject, TreeSet<String> digests) throws IOException {
        return lock.with(() -> leases.take(subject, digests, Optional.empty()));
    }

    private StoreCare.Imported take(
            ArchiveIndex index, ArchiveReader archive, Path place, Path file) throws IOException {
        TreeSet<String> missing = index.layers();
        missing.removeIf(this::isWhole);
        for (int i = 0; i < index.entries().size(); i++) {
            ArchiveIndex.Entry entry = index.entries().get(i);
            String layer = entry.layer();
            if (layer == null || missing.contains(layer)) {
                archive.copy(entry, entry.below(place));
            } else {
                archive.skip(entry);
            }
            boolean last =
                    i + 1 == index.entries().size()
                            || !String.valueOf(layer).equals(index.entries().get(i + 1).layer());
            if (layer != null && last && missing.contains(layer)) {
                // Kept from here on, whatever becomes of the rest.
                layers.adopt(layer, place.resolve("layers").resolve(layer));
            }
        }
        Path prepared = place.resolve("generation");
        Manifest manifest;
        try {
            manifest = new GenerationFiles().manifest(prepared);
            Files.readString(prepared.resolve(GenerationFiles.SPEC));
        } catch (IOException e) {
            throw ArchiveIndex.damaged(file, "it holds no generation");
        }
        return lock.with(
                () -> commit(index, manifest, place, file, missing.size(), archive.taken()));
    }

    /** Whether a layer is there with all files in the size that they had. */
    private boolean isWhole(String digest) {
        if (layers.find(digest).isEmpty()) {
            return false;
        }
        try {
            for (var sum : layers.sumsOf(digest).entrySet()) {
                Path file = layers.directory(digest).resolve(sum.getKey());
                if (Files.size(file) != sum.getValue().bytes()) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private StoreCare.Imported commit(
            ArchiveIndex index, Manifest manifest, Path place, Path file, int made, long taken)
            throws IOException {
        for (LayerRef layer : manifest.layers()) {
            if (!layer.digest().matches(DIGEST) || layers.find(layer.digest()).isEmpty()) {
                throw ArchiveIndex.damaged(file, "the layer " + layer.digest() + " is not in it");
            }
        }
        for (String digest : manifest.projectFiles().values()) {
            Path blob = place.resolve("blobs").resolve(digest);
            if (!digest.matches(DIGEST) || !Files.exists(blob)) {
                throw ArchiveIndex.damaged(file, "a project file is not in it");
            }
            if (!blobs.add(blob).equals(digest)) {
                throw ArchiveIndex.damaged(file, "a project file holds other bytes than its name");
            }
        }
        Path prepared = place.resolve("generation");
        Optional<Generation> same = same(index.system(), manifest, prepared);
        if (same.isPresent()) {
            return new StoreCare.Imported(same.get(), true, made, taken);
        }
        int number = Math.max(index.number(), generations.nextNumber(index.system()));
        Marks marks = GenerationFiles.marks(prepared);
        StoreFiles.writeJson(
                prepared.resolve(GenerationFiles.MARKS),
                new Marks(
                        marks.pinned(),
                        marks.label(),
                        Optional.of(
                                new Marks.Origin(
                                        Marks.How.IMPORTED, index.system(), index.number()))));
        Generation generation =
                generations.publish(manifest.named(index.system(), number), prepared);
        return new StoreCare.Imported(generation, false, made, taken);
    }

    private Optional<Generation> same(String system, Manifest manifest, Path prepared)
            throws IOException {
        String text = Files.readString(prepared.resolve(GenerationFiles.SPEC));
        return generations.list(system).stream()
                .filter(
                        g ->
                                g.created().equals(manifest.created())
                                        && g.layers().equals(manifest.layers())
                                        && g.specText().equals(text))
                .findFirst();
    }

    Generation branch(Generation from, String system, String specText) throws IOException {
        try (ScratchDirectory place = scratch.create()) {
            Path prepared = Files.createDirectory(place.path().resolve("generation"));
            return lock.with(
                    () -> {
                        for (Path each : StoreFiles.list(from.directory())) {
                            String name = each.getFileName().toString();
                            if (Files.isRegularFile(each) && !name.startsWith(".")) {
                                Files.copy(
                                        each,
                                        prepared.resolve(name),
                                        StandardCopyOption.REPLACE_EXISTING);
                            }
                        }
                        StoreFiles.write(prepared.resolve(GenerationFiles.SPEC), specText);
                        StoreFiles.writeJson(
                                prepared.resolve(GenerationFiles.MARKS),
                                new Marks(
                                        false,
                                        from.marks().label(),
                                        Optional.of(
                                                new Marks.Origin(
                                                        Marks.How.BRANCHED,
                                                        from.system(),
                                                        from.number()))));
                        Manifest manifest = generations.manifest(from.directory());
                        return generations.publish(
                                manifest.named(system, generations.nextNumber(system)), prepared);
                    });
        }
    }
}

package dev.coppice.runner.disk;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.disk.ShippedGeneration.Part;
import dev.coppice.runner.store.Digests;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Layer;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.Store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes generations of the store ready to leave it. */
final class Shipper {

    /** A screen and a serial line; a kernel that dies restarts, so that the boot menu counts. */
    private static final String PARAMETERS = "console=tty0 console=ttyS0 quiet panic=10";

    private final Store store;
    private final DiskTools tools;

    Shipper(Store store, DiskTools tools) {
        this.store = store;
        this.tools = tools;
    }

    /**
     * @param work an empty directory on the store's file system
     */
    ShippedGeneration ship(Generation generation, SystemSpec spec, DiskLayer.Trust trust, Path work)
            throws IOException, InterruptedException {
        List<Layer> layers = store.layersOf(generation);
        Path own = work.resolve("disk.squashfs");
        new DiskLayer(tools).write(spec, trust, Files.createDirectory(work.resolve("tree")), own);
        List<Part> parts = new ArrayList<>();
        parts.add(part("layer", "squashfs", own, "disk"));
        for (Layer layer : layers.reversed()) {
            String note = layer.kind().name().toLowerCase(Locale.ROOT);
            parts.add(part("layer", "squashfs", layer.image(), note));
        }
        Layer kernel =
                layers.stream()
                        .filter(layer -> layer.kind() == LayerKind.KERNEL)
                        .findFirst()
                        .orElseThrow(() -> new IOException("the generation has no kernel"));
        Path initrd = work.resolve("initrd");
        new DiskInitrd(tools, DiskResources.text("init")).write(kernel, work, initrd);
        parts.add(part("kernel", "vmlinuz", kernel.vmlinuz(), generation.kernelVersion()));
        parts.add(part("initrd", "initrd", initrd, generation.kernelVersion()));
        List<String> words = new ArrayList<>(List.of(PARAMETERS));
        words.addAll(spec.kernel().parameters());
        return new ShippedGeneration(generation, parts, String.join(" ", words));
    }

    private static Part part(String kind, String extension, Path file, String note)
            throws IOException {
        String name = Digests.of(file) + "." + extension;
        return new Part(kind, name, file, Files.size(file), note);
    }
}

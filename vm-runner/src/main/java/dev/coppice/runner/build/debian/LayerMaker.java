package dev.coppice.runner.build.debian;

import dev.coppice.model.linux.ConsoleFiles;
import dev.coppice.model.linux.RegionFiles;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.build.LayerRecipe;
import dev.coppice.runner.fetch.DownloadCache;
import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.lock.LockedLayer;
import dev.coppice.runner.lock.LockedPackage;
import dev.coppice.runner.lock.SystemLock;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.Layer;
import dev.coppice.runner.store.LayerKind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Makes one layer in a directory of its own. */
final class LayerMaker {

    private final PackagePool pool;
    private final DebianScripts scripts;
    private final ScriptRun tools;
    private final RootNamespace namespace;
    private final BundleLayer bundles;
    private final LayerImage image;

    LayerMaker(
            PackagePool pool,
            DebianScripts scripts,
            ScriptRun tools,
            RootNamespace namespace,
            DownloadCache downloads) {
        this.pool = pool;
        this.scripts = scripts;
        this.tools = tools;
        this.namespace = namespace;
        this.bundles = new BundleLayer(downloads, tools);
        this.image = new LayerImage(tools, namespace);
    }

    /**
     * What one layer is made with.
     *
     * @param lock the packages of all layers
     * @param offline whether nothing may be downloaded
     * @param below the base or packages layer beneath it, if it rests on one
     * @param place an empty directory
     */
    record Order(
            LayerRecipe recipe,
            SystemSpec spec,
            ProjectSources sources,
            SystemLock lock,
            boolean offline,
            Optional<Layer> below,
            Path place) {

        private List<LockedPackage> packages(LayerKind kind) {
            return lock.layer(kind).map(LockedLayer::packages).orElse(List.of());
        }
    }

    /**
     * @return a directory with the layer's files
     */
    Path make(Order order, JobStep step, Cancellation cancellation)
            throws IOException, InterruptedException {
        Path out = Files.createDirectories(order.place().resolve("out"));
        switch (order.recipe().kind()) {
            case KERNEL -> kernel(order, out, step, cancellation);
            case BASE -> script(order, out, "making the minimal system", step, cancellation);
            case PACKAGES -> {
                script(order, out, "installing packages", step, cancellation);
                Files.deleteIfExists(out.resolve("pkgnames"));
            }
            case BUNDLES -> bundles(order, out, step, cancellation);
            case CONFIG -> config(order, out, step, cancellation);
            case IMAGE -> throw new IllegalStateException("no layer of a Debian system");
        }
        cancellation.check();
        return out;
    }

    private void kernel(Order order, Path out, JobStep step, Cancellation cancellation)
            throws IOException, InterruptedException {
        script(order, out, "preparing the kernel", step, cancellation);
        Path parts = out.resolve("parts");
        InitrdWriter.write(scripts.init(), parts, out.resolve("initrd"));
        try (var files = Files.list(parts)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(parts);
    }

    private void script(Order order, Path out, String what, JobStep step, Cancellation cancellation)
            throws IOException, InterruptedException {
        List<LockedPackage> packages = order.packages(order.recipe().kind());
        pool.need(packages, order.offline(), order.place(), step, cancellation);
        String name = order.recipe().kind().name().toLowerCase(Locale.ROOT);
        Path script = Files.writeString(order.place().resolve(name + ".sh"), scripts.step(name));
        Command command =
                namespace.wrap(
                        new Command(
                                List.of("sh", script.toString()),
                                environment(order, out),
                                Optional.of(order.place()),
                                new Command.Input.Held()));
        tools.run(command, what, out.resolve("pkgnames"), step, cancellation);
    }

    private Map<String, String> environment(Order order, Path out) throws IOException {
        SystemSpec spec = order.spec();
        LayerKind kind = order.recipe().kind();
        Map<String, String> result = new TreeMap<>();
        result.put("RELEASE", spec.base().release());
        result.put("WORK", Files.createDirectory(order.place().resolve("work")).toString());
        result.put("OUT", out.toString());
        result.put("POOL", pool.directory().toString());
        result.put("PACKAGE_LIST", list(order, kind).toString());
        result.put(
                "EPOCH",
                order.lock()
                        .layer(kind)
                        .map(layer -> Long.toString(layer.epoch().getEpochSecond()))
                        .orElse("0"));
        result.put("TOKEN", UUID.randomUUID().toString());
        result.put("ROOTLESS", namespace.rootless() ? "yes" : "no");
        switch (kind) {
            case KERNEL -> {
                result.put("MODULES", String.join(" ", DebianRecipe.BOOT_MODULES));
                result.put("STATE_MODULES", String.join(" ", DebianRecipe.STATE_MODULES));
            }
            case BASE -> {
                result.put("MASK", String.join(" ", DebianRecipe.NEEDLESS_UNITS));
                result.put("APT_SOURCES", String.join("\n", AptSources.of(spec.base())));
            }
            case PACKAGES -> packages(order, result);
            case BUNDLES, CONFIG -> throw new IllegalStateException(kind + " runs no script");
        }
        return result;
    }

    private static Path list(Order order, LayerKind kind) throws IOException {
        Path file = order.place().resolve(kind.name().toLowerCase(Locale.ROOT) + ".list");
        return PackagePool.list(order.packages(kind), file);
    }

    private static void packages(Order order, Map<String, String> result) throws IOException {
        SystemSpec spec = order.spec();
        result.put("BASE", order.below().orElseThrow().image().toString());
        result.put("BASE_LIST", list(order, LayerKind.BASE).toString());
        result.put("PACKAGES", String.join(" ", DebianRecipe.packages(spec)));
        result.put("LOCALES", String.join(" ", RegionFiles.locales(spec.region())));
        Path kept = order.place().resolve("kept");
        SortedMap<String, TreeEntry> console = new TreeMap<>();
        ConsoleFiles.of(spec.region())
                .forEach(file -> console.put(file.path(), TreeEntry.text(file.content())));
        HostTree.write(console, kept);
        result.put("KEPT", kept.toString());
    }

    private void bundles(Order order, Path out, JobStep step, Cancellation cancellation)
            throws IOException, InterruptedException {
        Path place = Files.createDirectory(order.place().resolve("bundles"));
        BundleTree tree =
                bundles.make(
                        order.spec(),
                        lower(order),
                        order.sources().files(),
                        place,
                        step,
                        cancellation);
        step.progress(-1, "writing the image");
        image.write(tree.entries(), order.place(), out, step, cancellation);
        tree.system().write(out.resolve("meta.tar"));
    }

    private void config(Order order, Path out, JobStep step, Cancellation cancellation)
            throws IOException, InterruptedException {
        ConfigLayer.Made made =
                ConfigLayer.make(order.spec(), lower(order), order.sources().files());
        made.warnings().forEach(warning -> step.log("warning: " + warning));
        image.write(made.entries(), order.place(), out, step, cancellation);
    }

    private static LowerSystem lower(Order order) throws IOException {
        return LowerSystem.read(order.below().orElseThrow().meta());
    }
}

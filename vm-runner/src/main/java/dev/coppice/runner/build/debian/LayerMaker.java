package dev.coppice.runner.build.debian;

import dev.coppice.model.linux.ConsoleFiles;
import dev.coppice.model.linux.RegionFiles;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.build.LayerRecipe;
import dev.coppice.runner.fetch.DownloadCache;
import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.Layer;
import dev.coppice.runner.store.Store;

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

    /** Package lists older than this are fetched again before packages are installed. */
    private static final int LISTS_DAYS = 1;

    private final Store store;
    private final DebianScripts scripts;
    private final ScriptRun tools;
    private final RootNamespace namespace;
    private final BundleLayer bundles;
    private final LayerImage image;

    LayerMaker(
            Store store,
            DebianScripts scripts,
            ScriptRun tools,
            RootNamespace namespace,
            DownloadCache downloads) {
        this.store = store;
        this.scripts = scripts;
        this.tools = tools;
        this.namespace = namespace;
        this.bundles = new BundleLayer(downloads, tools);
        this.image = new LayerImage(tools);
    }

    /**
     * What one layer is made with.
     *
     * @param below the base or packages layer beneath it, if it rests on one
     * @param place an empty directory
     */
    record Order(
            LayerRecipe recipe,
            SystemSpec spec,
            ProjectSources sources,
            Optional<Layer> below,
            Path place) {}

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
        Path cache = cache(spec);
        Map<String, String> result = new TreeMap<>();
        result.put("RELEASE", spec.base().release());
        result.put("MIRROR", spec.base().mirror().orElse(""));
        result.put("WORK", Files.createDirectory(order.place().resolve("work")).toString());
        result.put("OUT", out.toString());
        result.put("DEBS", Files.createDirectories(cache.resolve("debs")).toString());
        result.put("LISTS", cache.resolve("lists").toString());
        result.put("TOKEN", UUID.randomUUID().toString());
        result.put("ROOTLESS", namespace.rootless() ? "yes" : "no");
        switch (order.recipe().kind()) {
            case KERNEL -> {
                result.put("PACKAGE", DebianRecipe.KERNEL);
                result.put("MODULES", String.join(" ", DebianRecipe.BOOT_MODULES));
                result.put("STATE_MODULES", String.join(" ", DebianRecipe.STATE_MODULES));
            }
            case BASE -> {
                result.put("INCLUDE", String.join(",", DebianRecipe.BASE_PACKAGES));
                result.put("MASK", String.join(" ", DebianRecipe.NEEDLESS_UNITS));
            }
            case PACKAGES -> packages(order, cache, result);
            case BUNDLES, CONFIG ->
                    throw new IllegalStateException(order.recipe().kind() + " runs no script");
        }
        return result;
    }

    private void packages(Order order, Path cache, Map<String, String> result) throws IOException {
        SystemSpec spec = order.spec();
        result.put("BASE", order.below().orElseThrow().image().toString());
        result.put("PACKAGES", String.join(" ", DebianRecipe.packages(spec)));
        result.put("LOCALES", String.join(" ", RegionFiles.locales(spec.region())));
        result.put("LISTS_DAYS", Integer.toString(LISTS_DAYS));
        Path kept = order.place().resolve("kept");
        SortedMap<String, TreeEntry> console = new TreeMap<>();
        ConsoleFiles.of(spec.region())
                .forEach(file -> console.put(file.path(), TreeEntry.text(file.content())));
        HostTree.write(console, kept);
        result.put("KEPT", kept.toString());
        Path sources = order.place().resolve("sources");
        SortedMap<String, TreeEntry> repositories =
                RepositoryKeys.withSources(spec, order.sources().files());
        HostTree.write(repositories, sources);
        result.put("SOURCES", sources.toString());
        result.put("SEED", result.get("DEBS"));
        if (!repositories.isEmpty()) {
            // Packages of strangers must never be taken for the distribution's own.
            Path own = cache.resolve("with-" + HostTree.digest(sources));
            result.put("DEBS", Files.createDirectories(own.resolve("debs")).toString());
            result.put("LISTS", own.resolve("lists").toString());
        }
    }

    private Path cache(SystemSpec spec) throws IOException {
        String mirror = spec.base().mirror().map(m -> "-" + m.hashCode()).orElse("");
        return store.cache("debian-" + spec.base().release() + mirror);
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

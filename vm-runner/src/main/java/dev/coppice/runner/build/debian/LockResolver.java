package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.lock.LockedLayer;
import dev.coppice.runner.lock.LockedPackage;
import dev.coppice.runner.lock.LockedSuite;
import dev.coppice.runner.lock.SystemLock;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.Digests;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.Store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Lets apt choose the versions of packages; installs nothing, and downloads lists only. */
final class LockResolver {

    /** Package lists older than this are fetched again before packages are chosen. */
    static final int LISTS_DAYS = 1;

    /** For archives that give no date. */
    private static final Instant NO_DATE = Instant.parse("2024-01-01T00:00:00Z");

    private final Store store;
    private final DebianScripts scripts;
    private final ScriptRun tools;
    private final RootNamespace namespace;

    LockResolver(Store store, DebianScripts scripts, ScriptRun tools, RootNamespace namespace) {
        this.store = store;
        this.scripts = scripts;
        this.tools = tools;
        this.namespace = namespace;
    }

    /**
     * What to choose.
     *
     * @param kinds layers whose packages are chosen, lowest first
     * @param known packages of the other layers; those of the chosen ones are kept where they can
     *     be
     * @param fresh whether package lists are fetched even when there are recent ones, and no
     *     version is kept
     */
    record Wanted(
            SystemSpec spec,
            ProjectSources sources,
            List<LayerKind> kinds,
            SystemLock known,
            boolean fresh) {}

    /**
     * @param place an empty directory of the store's scratch
     * @return the known lock with the chosen layers
     */
    SystemLock resolve(Wanted wanted, Path place, JobStep step, Cancellation cancellation)
            throws IOException, InterruptedException {
        Path out = Files.createDirectories(place.resolve("out"));
        Path script = Files.writeString(place.resolve("resolve.sh"), scripts.step("resolve"));
        Command command =
                namespace.wrap(
                        new Command(
                                List.of("sh", script.toString()),
                                environment(wanted, place, out),
                                Optional.of(place),
                                new Command.Input.Held()));
        tools.run(command, "choosing packages", out.resolve("pkgnames"), step, cancellation);
        return read(wanted, new ChosenPackages(out));
    }

    private static SystemLock read(Wanted wanted, ChosenPackages chosen) throws IOException {
        List<LockedSuite> suites = chosen.suites();
        SystemLock lock = wanted.known().from(suites);
        Instant now = lock.date().orElse(NO_DATE);
        for (LayerKind kind : wanted.kinds()) {
            String asked = Wishes.of(kind, wanted.spec(), wanted.sources(), lock);
            List<LockedPackage> packages = chosen.packages(name(kind));
            LockedLayer made = new LockedLayer(kind, asked, now, packages);
            Optional<LockedLayer> before = wanted.known().layer(kind);
            boolean same =
                    before.isPresent()
                            && before.get().packages().equals(made.packages())
                            && !baseIsNewer(lock, kind, before.get());
            lock =
                    lock.with(
                            same
                                    ? new LockedLayer(kind, asked, before.get().epoch(), packages)
                                    : made);
        }
        return lock.only(Wishes.layers(wanted.spec()));
    }

    /** Files of the base would look newer than those above it may be. */
    private static boolean baseIsNewer(SystemLock lock, LayerKind kind, LockedLayer before) {
        return kind == LayerKind.PACKAGES
                && lock.layer(LayerKind.BASE)
                        .filter(base -> base.epoch().isAfter(before.epoch()))
                        .isPresent();
    }

    private static String name(LayerKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Map<String, String> environment(Wanted wanted, Path place, Path out)
            throws IOException {
        SystemSpec spec = wanted.spec();
        Path extra = place.resolve("extra");
        HostTree.write(RepositoryKeys.withSources(spec, wanted.sources().files()), extra);
        List<String> sources = AptSources.of(spec.base());
        String key = Digests.of(sources + HostTree.digest(extra)).substring(0, 16);
        Map<String, String> result = new TreeMap<>();
        result.put("ARCHITECTURE", DebianRecipe.ARCHITECTURE);
        result.put("SETS", wanted.kinds().stream().map(LockResolver::name).collect(spaced()));
        result.put("APT_SOURCES", String.join("\n", sources));
        result.put("EXTRA", extra.toString());
        result.put("PINS", wanted.fresh() ? "" : pins(wanted));
        result.put("FRESH", wanted.fresh() ? "yes" : "no");
        result.put("LISTS", store.cache("lists-" + key).resolve("lists").toString());
        result.put("LISTS_DAYS", Integer.toString(LISTS_DAYS));
        result.put("POOL", store.cache(PackagePool.NAME).toString());
        result.put("INCLUDE", String.join(" ", DebianRecipe.BASE_PACKAGES));
        result.put("PACKAGE", DebianRecipe.KERNEL);
        result.put("PACKAGES", String.join(" ", DebianRecipe.packages(spec)));
        result.put("INSTALLED", installed(wanted, place).toString());
        result.put("WORK", Files.createDirectory(place.resolve("work")).toString());
        result.put("OUT", out.toString());
        result.put("TOKEN", UUID.randomUUID().toString());
        return result;
    }

    private static java.util.stream.Collector<CharSequence, ?, String> spaced() {
        return Collectors.joining(" ");
    }

    /** Versions to keep, so that one package more does not bring new versions of the others. */
    private static String pins(Wanted wanted) {
        return wanted.kinds().stream()
                .flatMap(kind -> wanted.known().layer(kind).stream())
                .flatMap(layer -> layer.packages().stream())
                .map(one -> one.name() + "=" + one.version())
                .collect(spaced());
    }

    private static Path installed(Wanted wanted, Path place) throws IOException {
        List<String> lines = new ArrayList<>();
        wanted.known()
                .layer(LayerKind.BASE)
                .ifPresent(
                        base ->
                                base.packages()
                                        .forEach(
                                                one ->
                                                        lines.add(
                                                                one.sha256()
                                                                        + " "
                                                                        + one.name()
                                                                        + "="
                                                                        + one.version())));
        return Files.write(place.resolve("installed"), lines);
    }
}

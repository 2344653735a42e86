package dev.coppice.runner.store;

import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.Facts;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes stores with small layers for tests and benchmarks: real in all but what is in the images.
 */
final class StoreKit {

    static final StoreCare.Progress QUIET = (done, total) -> {};

    private StoreKit() {}

    static Store open(Path directory) throws IOException {
        return Store.open(
                directory, new TreeRemover(ProcessRunner.ofHost(), RootNamespace.ofProcess()));
    }

    static String inputs(String seed) {
        return "{\"seed\":\"" + seed + "\"}";
    }

    /** The digest of the layer of a seed. */
    static String digest(String seed) {
        return Digests.of(inputs(seed));
    }

    static Layer layer(Store store, LayerKind kind, String seed) throws IOException {
        try (ScratchDirectory scratch = store.scratch()) {
            Path made = Files.createDirectory(scratch.path().resolve("out"));
            Files.writeString(made.resolve("image.squashfs"), "image of " + seed);
            Files.writeString(made.resolve("meta.tar"), "meta of " + seed);
            return store.layers()
                    .add(kind, digest(seed), made, inputs(seed), Duration.ofMillis(140));
        }
    }

    /** A generation on a common base, with a configuration and a project file of its own. */
    static Generation generation(Store store, String system, String config) throws IOException {
        return generation(store, system, config, "spec: 1 # " + config + "\n");
    }

    /** The same with a text. */
    static Generation generation(Store store, String system, String config, String text)
            throws IOException {
        List<String> digests = List.of(digest("base"), digest(config));
        try (Lease _ = store.lease("build of " + system, digests);
                ScratchDirectory scratch = store.scratch()) {
            List<LayerRef> refs = new ArrayList<>();
            refs.add(ref(layer(store, LayerKind.BASE, "base")));
            refs.add(ref(layer(store, LayerKind.CONFIG, config)));
            Path file = Files.writeString(scratch.path().resolve("page"), "page of " + config);
            return store.commit(
                    new NewGeneration(
                            system,
                            text,
                            refs,
                            "6.1.0",
                            Duration.ofSeconds(1),
                            new TreeMap<>(Map.of("files/page", file)),
                            List.of("base: a line")),
                    scratch);
        }
    }

    private static LayerRef ref(Layer layer) {
        return new LayerRef(
                layer.kind(), layer.digest(), layer.bytes(), false, "new", Duration.ofMillis(140));
    }

    /** What a boot of a machine with many packages tells. */
    static BootRecord boot(int packages, int variant) {
        List<Facts.PackageFact> list = new ArrayList<>();
        for (int i = 0; i < packages; i++) {
            list.add(
                    new Facts.PackageFact(
                            "package-number-" + i,
                            "1:2." + i + "-" + (i % 50 == 0 ? variant : 3) + "+deb12u1",
                            "amd64",
                            100L + i));
        }
        List<Facts.UnitFact> units = new ArrayList<>();
        for (int i = 0; i < packages / 4; i++) {
            units.add(new Facts.UnitFact("unit-" + i + ".service", "active", "running", "enabled"));
        }
        var facts =
                new Facts(
                        "web",
                        "Debian GNU/Linux 12 (bookworm)",
                        "6.1.0",
                        list,
                        units,
                        List.of(new Facts.PortFact("tcp", "0.0.0.0", 80, "nginx")),
                        List.of(new Facts.UserFact("root", 0, "/bin/bash", List.of())),
                        Map.of("total", 12_300L + variant),
                        118,
                        "running",
                        Map.of());
        return new BootRecord(
                Instant.parse("2026-01-02T03:04:05Z").plusSeconds(variant),
                Duration.ofMillis(12_345),
                "tcg",
                facts,
                List.of(new CheckResult("x is y", CheckResult.Verdict.PASSED, "z")),
                Optional.empty());
    }
}

package dev.coppice.runner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.Facts;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

class StoreTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir Path dir;
    private Store store;

    @BeforeEach
    void open() throws IOException {
        store = reopen();
    }

    private Store reopen() throws IOException {
        return Store.open(
                dir.resolve("store"),
                new TreeRemover(ProcessRunner.ofHost(), RootNamespace.ofProcess()));
    }

    private static String digest(String seed) {
        return Digests.of(seed);
    }

    private static Layer layer(Store store, LayerKind kind, String seed) throws IOException {
        try (ScratchDirectory scratch = store.scratch()) {
            Path made = Files.createDirectory(scratch.path().resolve("out"));
            Files.writeString(made.resolve("image.squashfs"), "image of " + seed);
            return store.layers().add(kind, digest(seed), made, "{}", SECOND);
        }
    }

    private static Generation generation(Store store, String system, String config)
            throws IOException {
        List<LayerRef> refs = new ArrayList<>();
        for (Layer layer :
                List.of(
                        layer(store, LayerKind.BASE, "base"),
                        layer(store, LayerKind.CONFIG, config))) {
            refs.add(
                    new LayerRef(
                            layer.kind(), layer.digest(), layer.bytes(), false, "new", SECOND));
        }
        try (ScratchDirectory scratch = store.scratch()) {
            Path file = Files.writeString(scratch.path().resolve("page"), "page of " + config);
            return store.commit(
                    new NewGeneration(
                            system,
                            "spec: 1 # " + config + "\r\n",
                            refs,
                            "6.1.0",
                            SECOND,
                            new TreeMap<>(Map.of("files/page", file)),
                            List.of("base: a line")),
                    scratch);
        }
    }

    private List<String> entries(String part) throws IOException {
        try (var list = Files.list(dir.resolve("store").resolve(part))) {
            return list.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aGenerationIsReadAsItWasWritten() throws Exception {
        Generation made = generation(store, "web", "c1");
        assertThat(reopen().recovery()).isEmpty();
        Generation read = reopen().generations().find("web", 1).orElseThrow();
        assertThat(read).isEqualTo(made);
        assertThat(read.specText()).isEqualTo("spec: 1 # c1\r\n");
        assertThat(store.generations().log(read)).isEqualTo("base: a line\n");
        assertThat(store.projectFiles(read).get("files/page")).hasContent("page of c1");
        assertThat(store.layersOf(read))
                .extracting(Layer::kind)
                .containsExactly(LayerKind.BASE, LayerKind.CONFIG);
        assertThat(entries("tmp")).isEmpty();
        assertThat(entries("leases")).isEmpty();
    }

    @Test
    void aGenerationOfAnotherSystemKeepsItsImageAndHowItStarts() throws Exception {
        String digest = digest("nixos");
        var how = new BootImage(BootImage.Format.QCOW2, BootImage.Firmware.UEFI);
        Generation made;
        try (ScratchDirectory scratch = store.scratch()) {
            Path out = Files.createDirectory(scratch.path().resolve("out"));
            Files.writeString(out.resolve(Layer.imageName(LayerKind.IMAGE)), "a disk");
            Layer layer = store.layers().add(LayerKind.IMAGE, digest, out, "{}", SECOND);
            var ref = new LayerRef(layer.kind(), digest, layer.bytes(), false, "new", SECOND);
            made =
                    store.commit(
                            new NewGeneration(
                                    "web",
                                    "spec: 1\n",
                                    List.of(ref),
                                    "",
                                    SECOND,
                                    new TreeMap<>(),
                                    List.of(),
                                    Target.NIXOS,
                                    Optional.of(how)),
                            scratch);
        }
        Generation read = reopen().generations().find("web", 1).orElseThrow();
        assertThat(read).isEqualTo(made);
        assertThat(read.target()).isEqualTo(Target.NIXOS);
        assertThat(read.image()).contains(how);
        assertThat(store.layersOf(read).getFirst().image()).hasContent("a disk");
        try (Lease _ = store.lease(read)) {
            assertThatThrownBy(() -> store.generations().delete(read)).hasMessageContaining("use");
        }
        assertThat(store.generations().delete(read)).isPositive();
        assertThat(entries("layers")).isEmpty();
    }

    @Test
    void manifestsOfEarlierVersionsAreOfDebian() throws Exception {
        Path manifest = generation(store, "web", "c1").directory().resolve("manifest.json");
        String old =
                Files.readString(manifest)
                        .replaceFirst(",\\s*\"target\"\\s*:\\s*\"debian\"", "")
                        .replaceFirst(",\\s*\"image\"\\s*:\\s*null", "");
        assertThat(old).doesNotContain("target", "image\"");
        Files.writeString(manifest, old);
        Generation read = store.generations().find("web", 1).orElseThrow();
        assertThat(read.target()).isEqualTo(Target.DEBIAN);
        assertThat(read.image()).isEmpty();
        Files.writeString(manifest, old.replaceFirst("\\{", "{\"target\":\"plan9\","));
        assertThat(reopen().recovery()).singleElement().asString().contains("plan9");
    }

    @Test
    void numbersGrowAndAreNeverGivenTwice() throws Exception {
        generation(store, "web", "c1");
        Generation second = generation(store, "web", "c2");
        assertThat(second.number()).isEqualTo(2);
        store.generations().delete(second);
        assertThat(generation(store, "web", "c3").number()).isEqualTo(3);
        assertThat(store.generations().list("web"))
                .extracting(Generation::number)
                .containsExactly(3, 1);
        assertThat(generation(store, "db", "c4").number()).isEqualTo(1);
        assertThat(store.generations().systems()).containsExactly("db", "web");
    }

    @Test
    void theCurrentMarkIsTheNewestUntilItIsMoved() throws Exception {
        generation(store, "web", "c1");
        Generation second = generation(store, "web", "c2");
        assertThat(store.generations().current("web")).contains(2);
        store.generations().makeCurrent("web", 1);
        assertThat(reopen().generations().current("web")).contains(1);
        assertThatThrownBy(() -> store.generations().makeCurrent("web", 9))
                .isInstanceOf(IOException.class);
        store.delete("web", 1);
        assertThat(store.generations().current("web")).contains(2);
        assertThat(store.generations().current("none")).isEmpty();
        assertThat(second.boot()).isEmpty();
    }

    @Test
    void deletingFreesOnlyWhatNobodyNeeds() throws Exception {
        Generation first = generation(store, "web", "c1");
        Generation second = generation(store, "web", "c2");
        assertThat(store.generations().delete(first)).isPositive();
        assertThat(store.layers().find(digest("c1"))).isEmpty();
        assertThat(store.layers().find(digest("base"))).isPresent();
        assertThat(entries("blobs")).hasSize(1);
        try (Lease lease = store.lease(second)) {
            assertThat(lease).isNotNull();
            assertThatThrownBy(() -> store.generations().delete(second))
                    .hasMessageContaining("in use");
        }
        store.generations().delete(second);
        assertThat(entries("layers")).isEmpty();
        assertThat(entries("blobs")).isEmpty();
        assertThatThrownBy(() -> store.delete("web", 2)).hasMessageContaining("no generation 2");
    }

    @Test
    void aBuildsLeaseKeepsLayersThatNoGenerationNeedsYet() throws Exception {
        Generation only = generation(store, "web", "c1");
        layer(store, LayerKind.PACKAGES, "packages");
        try (Lease lease = store.lease("build", List.of(digest("base"), digest("packages")))) {
            assertThat(lease).isNotNull();
            store.generations().delete(only);
            assertThat(entries("layers"))
                    .containsExactlyInAnyOrder(digest("base"), digest("packages"));
        }
    }

    @Test
    void leasesOfDeadProcessesDoNotCount() throws Exception {
        Generation only = generation(store, "web", "c1");
        Files.writeString(
                dir.resolve("store/leases/dead.json"),
                """
                {"owner":{"pid":%d,"startedMillis":1},"subject":"x","digests":["%s"]}
                """
                        .formatted(ProcessHandle.current().pid(), digest("base")));
        store.generations().delete(only);
        assertThat(entries("layers")).isEmpty();
    }

    @Test
    void whatABootToldIsKeptWithTheGeneration() throws Exception {
        Generation made = generation(store, "web", "c1");
        Path shot = Files.write(dir.resolve("shot.png"), new byte[] {1, 2, 3});
        BootRecord boot =
                new BootRecord(
                        Instant.parse("2026-01-02T03:04:05Z"),
                        Duration.ofMillis(12_345),
                        "tcg",
                        noFacts(),
                        List.of(new CheckResult("x is y", CheckResult.Verdict.FAILED, "z")),
                        Optional.of(shot));
        store.generations().recordBoot(made, boot);
        Generation read = reopen().generations().find("web", 1).orElseThrow();
        BootRecord kept = read.boot().orElseThrow();
        assertThat(kept.ready()).isEqualTo(boot.ready());
        assertThat(kept.at()).isEqualTo(boot.at());
        assertThat(kept.checks()).isEqualTo(boot.checks());
        assertThat(kept.facts()).isEqualTo(boot.facts());
        assertThat(kept.screenshot().orElseThrow()).hasBinaryContent(new byte[] {1, 2, 3});
        // As the machine writes it: straight into the generation's folder.
        store.generations().recordBoot(read, kept);
        assertThat(store.generations().find("web", 1).orElseThrow()).isEqualTo(read);
    }

    private static Facts noFacts() {
        return new Facts(
                "web",
                "Debian",
                "6.1.0",
                List.of(),
                List.of(new Facts.UnitFact("nginx.service", "active", "running", "enabled")),
                List.of(),
                List.of(),
                Map.of("total", 12L),
                77,
                "running",
                Map.of());
    }

    @Test
    void openingSweepsWhatDeadProcessesLeft() throws Exception {
        Path left = Files.createDirectories(dir.resolve("store/tmp/left/work/deep"));
        Files.writeString(left.resolve("file"), "x");
        Files.writeString(
                dir.resolve("store/tmp/left/owner.json"), "{\"pid\":4194300,\"startedMillis\":5}");
        try (ScratchDirectory mine = store.scratch()) {
            Store again = reopen();
            assertThat(again.recovery()).singleElement().asString().contains("tmp/left");
            assertThat(mine.path()).exists();
            assertThat(dir.resolve("store/tmp/left")).doesNotExist();
        }
        assertThat(entries("tmp")).isEmpty();
    }

    @Test
    void openingSweepsWhatDiedInItsFirstMomentOrWhileItWasRemoved() throws Exception {
        Files.createDirectories(dir.resolve("store/tmp/4194300-5-0123abcd"));
        Files.createDirectories(dir.resolve("store/tmp/4194300-5-4567abcd/work/half"));
        try (ScratchDirectory mine = store.scratch()) {
            assertThat(reopen().recovery()).hasSize(2);
            assertThat(mine.path()).exists();
        }
        assertThat(entries("tmp")).isEmpty();
    }

    @Test
    void aCrashAtAnyPointOfACommitLeavesTheOthersWhole() throws Exception {
        generation(store, "web", "c1");
        Path whole = dir.resolve("store/systems/web/1");
        // Died before the rename: a prepared directory in tmp, with or without manifest.
        Path tmp = Files.createDirectories(dir.resolve("store/tmp/dead/work/generation"));
        Files.copy(whole.resolve("system.yaml"), tmp.resolve("system.yaml"));
        Files.writeString(
                dir.resolve("store/tmp/dead/owner.json"), "{\"pid\":4194300,\"startedMillis\":5}");
        // Died after the number was noted and before the rename.
        Files.writeString(dir.resolve("store/systems/web/last"), "2\n");
        // Died in the middle of writing a file.
        Files.writeString(dir.resolve("store/systems/web/.current.0123"), "2");
        // A layer that was cut short by a full disk or a dying host.
        Files.createDirectories(dir.resolve("store/layers").resolve(digest("half")));
        Store again = reopen();
        assertThat(again.generations().list("web")).hasSize(1);
        assertThat(again.generations().current("web")).contains(1);
        assertThat(again.layers().find(digest("half"))).isEmpty();
        assertThat(layer(again, LayerKind.CONFIG, "half").image()).hasContent("image of half");
        assertThat(generation(again, "web", "c2").number()).isEqualTo(3);
    }

    @Test
    void damagedGenerationsAreReportedAndNothingIsFreedOnTheirAccount() throws Exception {
        Generation first = generation(store, "web", "c1");
        Generation second = generation(store, "web", "c2");
        Files.writeString(first.directory().resolve("manifest.json"), "{ half");
        Store again = reopen();
        assertThat(again.recovery()).singleElement().asString().contains("systems/web/1");
        assertThat(again.generations().list("web")).containsExactly(second);
        long own = StoreFiles.size(second.directory());
        assertThat(again.generations().delete(second)).isEqualTo(own);
        assertThat(entries("layers")).hasSize(3);
        // Deleting the damaged one by its number lets the layers go at last.
        assertThat(again.delete("web", 1)).isPositive();
        assertThat(entries("layers")).isEmpty();
    }

    @Test
    void twoStoresOnOneDirectoryGiveEveryGenerationItsOwnNumber() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Store other = reopen();
            List<Future<Generation>> all =
                    IntStream.range(0, 24)
                            .mapToObj(
                                    i ->
                                            executor.submit(
                                                    () ->
                                                            generation(
                                                                    i % 2 == 0 ? store : other,
                                                                    "web",
                                                                    "c" + i % 5)))
                            .toList();
            List<Integer> numbers = new ArrayList<>();
            for (Future<Generation> one : all) {
                numbers.add(one.get().number());
            }
            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, 24).boxed().toList());
        }
        assertThat(entries("layers")).hasSize(6);
        assertThat(entries("tmp")).isEmpty();
    }

    @Test
    void forecastsUseTheMedianOfTheLastTimes() throws Exception {
        assertThat(store.timings().median("base")).isEmpty();
        for (int seconds : new int[] {100, 10, 11, 9, 12, 10, 500, 10}) {
            store.timings().note("base", Duration.ofSeconds(seconds), 7);
        }
        assertThat(reopen().timings().median("base")).contains(new TimingHistory.Sample(10_000, 7));
        Files.writeString(dir.resolve("store/timings.json"), "nonsense");
        assertThat(store.timings().median("base")).isEmpty();
    }

    @Test
    void aRelativePlaceIsMadeAbsolute() throws Exception {
        Path here = Path.of("").toAbsolutePath();
        Store relative =
                Store.open(
                        here.relativize(dir.resolve("other")),
                        new TreeRemover(ProcessRunner.ofHost(), RootNamespace.ofProcess()));
        assertThat(relative.root()).isEqualTo(dir.resolve("other"));
        assertThat(Files.getPosixFilePermissions(relative.root())).hasSize(3);
    }

    @Test
    void theStoresPlaceIsTheOptionElseTheEnvironment() {
        Map<String, String> home = Map.of("HOME", "/home/u");
        assertThat(StoreLocation.of(Optional.empty(), home))
                .isEqualTo(Path.of("/home/u/.local/share/coppice"));
        assertThat(StoreLocation.of(Optional.empty(), Map.of("XDG_DATA_HOME", "/d")))
                .isEqualTo(Path.of("/d/coppice"));
        assertThat(StoreLocation.of(Optional.empty(), Map.of("COPPICE_STORE", "/s", "HOME", "/h")))
                .isEqualTo(Path.of("/s"));
        assertThat(StoreLocation.of(Optional.of(Path.of("/o")), home)).isEqualTo(Path.of("/o"));
    }
}

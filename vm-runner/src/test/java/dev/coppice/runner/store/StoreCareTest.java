package dev.coppice.runner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Marks, previews, collection, verification. */
class StoreCareTest {

    @TempDir Path dir;
    private Store store;

    @BeforeEach
    void open() throws IOException {
        store = reopen();
    }

    private Store reopen() throws IOException {
        return StoreKit.open(dir.resolve("store"));
    }

    private List<String> entries(String part) throws IOException {
        try (var list = Files.list(dir.resolve("store").resolve(part))) {
            return list.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        var thrown =
                org.assertj.core.api.Assertions.catchThrowableOfType(
                        ProblemException.class, action);
        assertThat(thrown).isNotNull();
        assertThat(thrown.problem().hint()).isNotBlank();
        return thrown.problem();
    }

    private Collected collect(int keep, boolean dry) throws IOException {
        return store.collect(new CollectRequest(OptionalInt.of(keep), Set.of(), dry));
    }

    private Verification verify(boolean discard) throws IOException {
        return store.verify(discard, StoreKit.QUIET, new Cancellation());
    }

    @Test
    void marksAreKeptAndLeaveTheGenerationAsItWas() throws Exception {
        Generation made = StoreKit.generation(store, "web", "c1");
        assertThat(made.marks()).isEqualTo(Marks.NONE);
        store.generations().mark(made, made.marks().pinned(true).labelled(" before the move "));
        Generation read = reopen().generations().find("web", 1).orElseThrow();
        assertThat(read.marks().pinned()).isTrue();
        assertThat(read.marks().label()).contains("before the move");
        assertThat(read.layers()).isEqualTo(made.layers());
        Generation bare = store.generations().mark(read, read.marks().labelled("").pinned(false));
        assertThat(bare).isEqualTo(made);
        assertThat(Marks.isLabel("two\nlines")).isFalse();
        assertThat(Marks.isLabel("x".repeat(61))).isFalse();
        assertThatThrownBy(() -> store.generations().mark(made, Marks.NONE.labelled("a\tb")))
                .isInstanceOf(IllegalArgumentException.class);
        // A file that cannot be read must not let a pinned generation go.
        Files.writeString(made.directory().resolve("marks.json"), "{ half");
        assertThat(store.generations().find("web", 1).orElseThrow().marks().pinned()).isTrue();
    }

    @Test
    void aPinnedGenerationIsNotDeleted() throws Exception {
        Generation made = StoreKit.generation(store, "web", "c1");
        Generation pinned = store.generations().mark(made, Marks.NONE.pinned(true));
        assertThat(store.generations().plan(List.of(pinned)).refusal()).isPresent();
        assertThat(problem(() -> store.generations().delete(pinned)).code())
                .isEqualTo("generation-pinned");
        store.generations().mark(made, Marks.NONE);
        assertThat(store.generations().delete(made)).isPositive();
    }

    @Test
    void thePreviewSaysWhatDeletingFreesToTheByte() throws Exception {
        Generation first = StoreKit.generation(store, "web", "c1");
        Generation second = StoreKit.generation(store, "web", "c2");
        long before = total();
        Deletion one = store.generations().plan(List.of(first));
        assertThat(one.layers()).extracting(LayerRef::kind).containsExactly(LayerKind.CONFIG);
        assertThat(one.sharedBytes()).isEqualTo(first.layers().getFirst().bytes());
        assertThat(one.refusal()).isEmpty();
        assertThat(store.generations().delete(first)).isEqualTo(one.freedBytes());
        assertThat(before - total()).isEqualTo(one.freedBytes());
        Deletion rest = store.generations().plan(List.of(second));
        assertThat(rest.layers()).hasSize(2);
        assertThat(rest.sharedBytes()).isZero();
    }

    private long total() throws IOException {
        var usage = store.usage();
        return usage.get("layers") + usage.get("blobs") + generationFiles();
    }

    /** Without the small files that say which number is current and which was the last. */
    private long generationFiles() throws IOException {
        long sum = 0;
        for (Generation each : store.generations().list("web")) {
            sum += StoreFiles.size(each.directory());
        }
        return sum;
    }

    @Test
    void twoThatShareALayerFreeItOnlyTogether() throws Exception {
        StoreKit.generation(store, "web", "c1");
        Generation first = StoreKit.generation(store, "web", "same");
        Generation second = StoreKit.generation(store, "web", "same");
        assertThat(store.generations().plan(List.of(first)).layers()).isEmpty();
        assertThat(store.generations().plan(List.of(first, second)).layers())
                .extracting(LayerRef::digest)
                .containsExactly(StoreKit.digest("same"));
    }

    @Test
    void collectingTakesWhatNobodyNeedsAndNothingElse() throws Exception {
        Generation kept = StoreKit.generation(store, "web", "c1");
        StoreKit.layer(store, LayerKind.CONFIG, "left over");
        StoreKit.layer(store, LayerKind.CONFIG, "of a build");
        try (Lease _ = store.lease("build", List.of(StoreKit.digest("of a build")))) {
            Collected would = store.collect(request(true));
            assertThat(would.layers()).isEqualTo(1);
            assertThat(entries("layers")).hasSize(4);
            Collected did = store.collect(request(false));
            assertThat(did.freedBytes()).isEqualTo(would.freedBytes()).isPositive();
            assertThat(did.generations()).isEmpty();
            assertThat(entries("layers"))
                    .containsExactlyInAnyOrder(
                            StoreKit.digest("base"),
                            StoreKit.digest("c1"),
                            StoreKit.digest("of a build"));
        }
        assertThat(store.collect(request(false)).layers()).isEqualTo(1);
        assertThat(store.layersOf(kept)).hasSize(2);
    }

    private static CollectRequest request(boolean dry) {
        return new CollectRequest(OptionalInt.empty(), Set.of(), dry);
    }

    @Test
    void oldGenerationsGoButForThoseThatSomebodyWants() throws Exception {
        for (int i = 1; i <= 8; i++) {
            StoreKit.generation(store, "web", "c" + i);
        }
        StoreKit.generation(store, "db", "d1");
        var web = store.generations();
        web.mark(web.find("web", 1).orElseThrow(), Marks.NONE.pinned(true));
        web.mark(web.find("web", 2).orElseThrow(), Marks.NONE.labelled("as delivered"));
        web.makeCurrent("web", 3);
        try (Lease _ = store.lease(web.find("web", 4).orElseThrow())) {
            Collected would = collect(2, true);
            assertThat(would.generations()).extracting(Generation::number).containsExactly(6, 5);
            assertThat(would.notes())
                    .hasSize(4)
                    .anyMatch(note -> note.contains("Generation 4") && note.contains("in use"))
                    .anyMatch(note -> note.contains("pinned"))
                    .anyMatch(note -> note.contains("as delivered"));
            assertThat(web.list("web")).hasSize(8);
            assertThat(collect(2, false).freedBytes()).isEqualTo(would.freedBytes());
        }
        assertThat(web.list("web"))
                .extracting(Generation::number)
                .containsExactly(8, 7, 4, 3, 2, 1);
        assertThat(web.list("db")).hasSize(1);
        assertThat(verify(false).damages()).isEmpty();
        assertThat(collect(0, false).generations())
                .extracting(Generation::number)
                .as("the only one of db is current")
                .containsExactly(8, 7, 4);
    }

    @Test
    void collectingSaysThatADamagedGenerationHoldsEverything() throws Exception {
        Generation first = StoreKit.generation(store, "web", "c1");
        StoreKit.layer(store, LayerKind.CONFIG, "left over");
        Files.writeString(first.directory().resolve("manifest.json"), "{ half");
        Collected nothing = store.collect(request(false));
        assertThat(nothing.layers()).isZero();
        assertThat(nothing.notes()).singleElement().asString().contains("Generation 1 of web");
    }

    @Test
    void aWholeStoreIsFoundWhole() throws Exception {
        StoreKit.generation(store, "web", "c1");
        Generation booted = StoreKit.generation(store, "web", "c2");
        store.generations().recordBoot(booted, StoreKit.boot(5, 1));
        Verification found = verify(false);
        assertThat(found.damages()).isEmpty();
        assertThat(found.generations()).isEqualTo(2);
        assertThat(found.layers()).isEqualTo(3);
        assertThat(found.unsummed()).isZero();
        assertThat(found.readBytes()).isPositive();
    }

    @Test
    void everyKindOfDamageIsFoundAndSaysWhatToDo() throws Exception {
        StoreKit.generation(store, "web", "c1");
        Generation second = StoreKit.generation(store, "web", "c2");
        Generation third = StoreKit.generation(store, "web", "c3");
        store.generations().recordBoot(second, StoreKit.boot(5, 1));
        flip(store.layers().find(StoreKit.digest("c1")).orElseThrow().image());
        Files.delete(store.layers().find(StoreKit.digest("c2")).orElseThrow().meta());
        Path layer = store.layers().find(StoreKit.digest("c3")).orElseThrow().directory();
        new TreeRemover(
                        dev.coppice.runner.proc.ProcessRunner.ofHost(),
                        dev.coppice.runner.proc.RootNamespace.ofProcess())
                .remove(layer);
        flip(store.projectFiles(second).get("files/page"));
        Files.delete(store.projectFiles(third).get("files/page"));
        Files.writeString(second.directory().resolve("facts.json"), "{");
        Verification found = verify(false);
        assertThat(found.damages())
                .extracting(Damage::what)
                .containsExactlyInAnyOrder(
                        Damage.What.LAYER,
                        Damage.What.LAYER,
                        Damage.What.LAYER,
                        Damage.What.PROJECT_FILE,
                        Damage.What.PROJECT_FILE,
                        Damage.What.BOOT);
        assertThat(found.damages()).allMatch(d -> !d.advice().isBlank());
        assertThat(found.damages())
                .filteredOn(d -> d.place().endsWith(StoreKit.digest("c1")))
                .singleElement()
                .satisfies(d -> assertThat(d.generations()).containsExactly("Generation 1 of web"))
                .satisfies(d -> assertThat(d.message()).contains("other bytes"));
        // What is taken away is made anew by the next build.
        assertThat(verify(true).discarded()).isEqualTo(3);
        StoreKit.generation(store, "web", "c1");
        StoreKit.generation(store, "web", "c2");
        StoreKit.generation(store, "web", "c3");
        assertThat(verify(false).damages())
                .extracting(Damage::what)
                .containsExactly(Damage.What.BOOT);
        Files.writeString(third.directory().resolve("manifest.json"), "[]");
        assertThat(verify(false).damages())
                .extracting(Damage::what)
                .contains(Damage.What.GENERATION);
    }

    private static void flip(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            int first = bytes.read();
            bytes.seek(0);
            bytes.write(first ^ 1);
        }
    }

    @Test
    void layersOfAnOlderCoppiceAreLookedAtByName() throws Exception {
        StoreKit.generation(store, "web", "c1");
        Path info = store.layers().find(StoreKit.digest("c1")).orElseThrow().directory();
        Path file = info.resolve("layer.json");
        Files.writeString(
                file, Files.readString(file).replaceFirst("(?s),\\s*\"files\" : \\{.*", "}"));
        Verification found = verify(false);
        assertThat(found.damages()).isEmpty();
        assertThat(found.unsummed()).isEqualTo(1);
    }

    @Test
    void factsOfAnOlderCoppiceAreStillRead() throws Exception {
        Generation made = StoreKit.generation(store, "web", "c1");
        store.generations().recordBoot(made, StoreKit.boot(3, 1));
        Path boot = made.directory().resolve("boot.json");
        Path facts = made.directory().resolve("facts.json");
        Files.writeString(
                boot,
                Files.readString(boot)
                        .replaceFirst(
                                "\\{",
                                "{ \"facts\": "
                                        + java.util.regex.Matcher.quoteReplacement(
                                                Files.readString(facts))
                                        + ", \"screenshot\": null,"));
        Files.delete(facts);
        BootRecord read = reopen().generations().find("web", 1).orElseThrow().boot().orElseThrow();
        assertThat(read.facts().packages()).hasSize(3);
        assertThat(verify(false).damages()).isEmpty();
    }

    @Test
    void verifyingCanBeCancelled() throws Exception {
        StoreKit.generation(store, "web", "c1");
        Cancellation stop = new Cancellation();
        assertThatThrownBy(() -> store.verify(false, (done, total) -> stop.cancel(), stop))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void openingSweepsHalfWrittenFiles() throws Exception {
        Generation made = StoreKit.generation(store, "web", "c1");
        Path root = dir.resolve("store");
        for (String place :
                List.of(
                        ".timings.json.1",
                        "leases/.x.json.1",
                        "blobs/.1",
                        "systems/web/.current.1",
                        "systems/web/1/.boot.json.1")) {
            Files.writeString(root.resolve(place), "{ half");
        }
        assertThat(reopen().recovery()).isEmpty();
        try (var all = Files.walk(root)) {
            assertThat(all).noneMatch(path -> path.getFileName().toString().startsWith("."));
        }
        assertThat(reopen().generations().find("web", 1)).contains(made);
    }
}

package dev.coppice.runner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;

import org.apache.commons.compress.archivers.tar.TarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

/** Export, import and branch. */
class GenerationTransferTest {

    @TempDir Path dir;
    private Store here;
    private Store there;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        here = StoreKit.open(dir.resolve("here"));
        there = StoreKit.open(dir.resolve("there"));
        file = dir.resolve("web-1.tar");
    }

    private void export(Generation generation) throws IOException {
        here.exportTo(generation, file, StoreKit.QUIET, new Cancellation());
    }

    private StoreCare.Imported take(Store store) throws IOException {
        return store.importFrom(file, StoreKit.QUIET, new Cancellation());
    }

    private Problem refused() {
        var thrown = catchThrowableOfType(ProblemException.class, () -> take(there));
        assertThat(thrown).isNotNull();
        return thrown.problem();
    }

    private static List<String> entries(Path directory) throws IOException {
        try (var list = Files.list(directory)) {
            return list.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    private Generation booted() throws IOException {
        Generation made = StoreKit.generation(here, "web", "c1");
        here.generations().mark(made, Marks.NONE.labelled("as delivered"));
        return here.generations().recordBoot(made, StoreKit.boot(10, 1));
    }

    @Test
    void aGenerationArrivesAsItWas() throws Exception {
        Generation made = booted();
        export(made);
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        StoreCare.Imported imported = take(there);
        assertThat(imported.already()).isFalse();
        assertThat(imported.layers()).isEqualTo(2);
        Generation arrived = imported.generation();
        assertThat(arrived.number()).isEqualTo(1);
        assertThat(arrived.specText()).isEqualTo(made.specText());
        assertThat(arrived.layers()).isEqualTo(made.layers());
        assertThat(arrived.created()).isEqualTo(made.created());
        assertThat(arrived.boot()).isEqualTo(made.boot());
        assertThat(arrived.boot().orElseThrow().facts())
                .isEqualTo(made.boot().orElseThrow().facts());
        assertThat(arrived.marks().label()).contains("as delivered");
        assertThat(arrived.marks().origin())
                .contains(new Marks.Origin(Marks.How.IMPORTED, "web", 1));
        assertThat(there.generations().log(arrived)).isEqualTo(here.generations().log(made));
        assertThat(there.projectFiles(arrived).get("files/page")).hasContent("page of c1");
        assertThat(there.layersOf(arrived).getLast().image()).hasContent("image of c1");
        assertThat(there.verify(false, StoreKit.QUIET, new Cancellation()).damages()).isEmpty();
        assertThat(entries(dir.resolve("there/tmp"))).isEmpty();
        assertThat(entries(dir.resolve("there/leases"))).isEmpty();
        assertThat(there.generations().current("web")).contains(1);
    }

    @Test
    void theFileIsAPlainTarThatSaysWhatIsInIt() throws Exception {
        export(booted());
        try (TarFile tar = new TarFile(file.toFile())) {
            assertThat(tar.getEntries().getFirst().getName()).isEqualTo("coppice-generation.json");
            assertThat(tar.getEntries())
                    .extracting(entry -> entry.getName())
                    .contains(
                            "generation/manifest.json",
                            "generation/system.yaml",
                            "generation/facts.json",
                            "blobs/" + Digests.of("page of c1"),
                            "layers/" + StoreKit.digest("base") + "/image.squashfs");
        }
        byte[] bytes = Files.readAllBytes(file);
        export(here.generations().find("web", 1).orElseThrow());
        assertThat(file).as("the same generation is the same file").hasBinaryContent(bytes);
    }

    @Test
    void onlyWhatIsMissingIsTakenIn() throws Exception {
        StoreKit.generation(there, "db", "d1");
        export(booted());
        StoreCare.Imported first = take(there);
        assertThat(first.layers()).as("the base is there").isEqualTo(1);
        StoreCare.Imported again = take(there);
        assertThat(again.already()).isTrue();
        assertThat(again.layers()).isZero();
        assertThat(again.generation().number()).isEqualTo(1);
        assertThat(again.readBytes()).isLessThan(first.readBytes());
        assertThat(there.generations().list("web")).hasSize(1);
    }

    @Test
    void aNumberThatIsTakenIsNotGivenTwice() throws Exception {
        export(booted());
        StoreKit.generation(there, "web", "other");
        Generation arrived = take(there).generation();
        assertThat(arrived.number()).isEqualTo(2);
        assertThat(arrived.marks().origin().orElseThrow().number()).isEqualTo(1);
        assertThat(there.generations().current("web")).as("the mark stays").contains(1);
        assertThat(StoreKit.generation(there, "web", "next").number()).isEqualTo(3);
    }

    @Test
    void anImportGoesOnWhereItWasStopped() throws Exception {
        export(booted());
        Cancellation stop = new Cancellation();
        String config = StoreKit.digest("c1");
        assertThatThrownBy(
                        () ->
                                there.importFrom(
                                        file,
                                        (done, total) -> {
                                            if (done >= total - 10) {
                                                stop.cancel();
                                            }
                                        },
                                        stop))
                .isInstanceOf(CancellationException.class);
        assertThat(there.generations().list("web")).isEmpty();
        assertThat(entries(dir.resolve("there/layers"))).containsExactly(StoreKit.digest("base"));
        assertThat(entries(dir.resolve("there/tmp"))).isEmpty();
        StoreCare.Imported rest = take(there);
        assertThat(rest.layers()).isEqualTo(1);
        assertThat(there.layers().find(config)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aFileThatWasDamagedIsRefusedAndTheStoreStaysGood(long seed) throws Exception {
        export(booted());
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(seed);
        try (TarFile tar = new TarFile(file.toFile())) {
            var entries = tar.getEntries().stream().filter(e -> e.getSize() > 0).toList();
            var entry = entries.get(random.nextInt(entries.size()));
            int at = (int) (entry.getDataOffset() + random.nextLong(entry.getSize()));
            bytes[at] ^= 0x20;
        }
        Files.write(file, bytes);
        assertThat(refused().code()).isIn("archive-damaged", "archive-foreign");
        assertThat(there.generations().systems()).isEmpty();
        assertThat(there.verify(false, StoreKit.QUIET, new Cancellation()).damages()).isEmpty();
        assertThat(entries(dir.resolve("there/tmp"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.8})
    void aFileThatWasCutShortIsRefused(double part) throws Exception {
        export(booted());
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, (int) (bytes.length * part)));
        assertThat(refused().code()).isIn("archive-damaged", "archive-foreign");
        assertThat(there.generations().systems()).isEmpty();
    }

    @Test
    void otherFilesAreRefused() throws Exception {
        assertThat(refused().code()).isEqualTo("archive-missing");
        Files.writeString(file, "hello");
        assertThat(refused().code()).isEqualTo("archive-foreign");
        assertThat(refused().hint()).contains("export");
    }

    @Test
    void whatIsDamagedIsNotExported() throws Exception {
        Generation made = booted();
        Files.writeString(here.layersOf(made).getLast().image(), "image of xx");
        var thrown = catchThrowableOfType(ProblemException.class, () -> export(made));
        assertThat(thrown.problem().code()).isEqualTo("store-damaged");
        assertThat(thrown.problem().hint()).contains("verify");
        assertThat(entries(dir)).containsExactly("here", "there");
    }

    @Test
    void aCancelledExportLeavesNothing() throws Exception {
        Generation made = booted();
        Cancellation stop = new Cancellation();
        assertThatThrownBy(() -> here.exportTo(made, file, (done, total) -> stop.cancel(), stop))
                .isInstanceOf(CancellationException.class);
        assertThat(entries(dir)).containsExactly("here", "there");
    }

    @Test
    void aBranchSharesLayersAndKnowsWhereItComesFrom() throws Exception {
        Generation made = booted();
        long before = here.usage().get("layers");
        Generation branch = here.branch(made, "trial", "spec: 1 # trial\n");
        assertThat(branch.system()).isEqualTo("trial");
        assertThat(branch.number()).isEqualTo(1);
        assertThat(branch.specText()).isEqualTo("spec: 1 # trial\n");
        assertThat(branch.layers()).isEqualTo(made.layers());
        assertThat(branch.boot()).isEqualTo(made.boot());
        assertThat(branch.marks().origin())
                .contains(new Marks.Origin(Marks.How.BRANCHED, "web", 1));
        assertThat(here.usage().get("layers")).isEqualTo(before);
        assertThat(here.generations().plan(List.of(made)).layers()).isEmpty();
        here.generations().delete(made);
        assertThat(here.layersOf(branch)).hasSize(2);
        assertThat(here.projectFiles(branch).get("files/page")).hasContent("page of c1");
    }
}

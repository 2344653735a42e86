package dev.coppice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Engine;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.Digests;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Layer;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.LayerRef;
import dev.coppice.runner.store.Lease;
import dev.coppice.runner.store.NewGeneration;
import dev.coppice.runner.store.ScratchDirectory;
import dev.coppice.runner.store.Store;
import dev.coppice.runner.store.TreeRemover;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Commands about marks, branches, deletion, files and the store, on a real store. */
class StoreCommandsTest {

    @TempDir Path folder;
    private Store store;
    private CliRun cli;
    private String text;

    @BeforeEach
    void start() throws IOException {
        cli = new CliRun(folder, StoreCommandsTest::engine);
        CliRun.example(folder);
        text = Files.readString(folder.resolve("system.yaml"));
        store = open(folder.resolve(".local/share/coppice"));
        build("one");
        build("two");
    }

    private static Engine engine(Path place) {
        try {
            Store store = open(place);
            return new Engine(
                    place,
                    null,
                    null,
                    store.generations(),
                    new FakeMachines(new FakeGenerations()),
                    store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Store open(Path place) throws IOException {
        return Store.open(
                place, new TreeRemover(ProcessRunner.ofHost(), RootNamespace.ofProcess()));
    }

    private Generation build(String seed) throws IOException {
        try (ScratchDirectory scratch = store.scratch()) {
            List<LayerRef> refs = new ArrayList<>();
            for (LayerKind kind : List.of(LayerKind.BASE, LayerKind.CONFIG)) {
                String inputs = "{\"seed\":\"" + (kind == LayerKind.BASE ? "base" : seed) + "\"}";
                Path made = Files.createDirectory(scratch.path().resolve(kind.name()));
                Files.writeString(made.resolve("image.squashfs"), inputs.repeat(100));
                Layer layer =
                        store.layers()
                                .add(kind, Digests.of(inputs), made, inputs, Duration.ofMillis(1));
                refs.add(
                        new LayerRef(
                                kind, layer.digest(), layer.bytes(), false, "new", Duration.ZERO));
            }
            Path page = Files.writeString(scratch.path().resolve("page"), "page of " + seed);
            return store.commit(
                    new NewGeneration(
                            "web-server",
                            text,
                            refs,
                            "6.1.0",
                            Duration.ofSeconds(1),
                            new TreeMap<>(Map.of("extra/page.html", page)),
                            List.of("a line")),
                    scratch);
        }
    }

    @Test
    void pinsAndLabelsAreShownInLists() {
        assertThat(cli.run("generations", "pin", "1")).isZero();
        assertThat(cli.out()).isEqualTo("Generation 1 of web-server is pinned.\n");
        assertThat(cli.run("generations", "label", "1", "as delivered")).isZero();
        cli.run("generations", "list");
        assertThat(cli.out().lines().toList().getLast()).endsWith("as delivered, pinned");
        cli.run("generations", "show", "1", "--format", "json");
        assertThat(cli.json().get("pinned").asBoolean()).isTrue();
        assertThat(cli.json().get("label").asString()).isEqualTo("as delivered");
        assertThat(cli.run("generations", "delete", "1")).isEqualTo(3);
        assertThat(cli.err()).contains("is pinned", "generations unpin 1");
        assertThat(cli.run("generations", "unpin", "1")).isZero();
        assertThat(cli.run("generations", "label", "1", "")).isZero();
        assertThat(cli.out()).contains("has no label");
        assertThat(cli.run("generations", "label", "1", "x".repeat(61))).isEqualTo(2);
        assertThat(cli.run("generations", "delete", "1")).isZero();
    }

    @Test
    void deletingIsShownBeforehand() throws Exception {
        assertThat(cli.run("generations", "delete", "1", "--dry-run")).isZero();
        assertThat(cli.out())
                .contains("Deleting generation 1 of web-server would free", "config", "they stay");
        assertThat(cli.run("generations", "delete", "1", "--dry-run", "--format", "json")).isZero();
        long would = cli.json().get("freedBytes").asLong();
        assertThat(cli.run("generations", "delete", "1", "--format", "json")).isZero();
        assertThat(cli.json().get("freedBytes").asLong()).isEqualTo(would).isPositive();
        assertThat(cli.json().get("deleted").asInt()).isEqualTo(1);
        assertThat(cli.run("generations", "delete", "1")).isEqualTo(2);
        build("three");
        assertThat(cli.run("generations", "delete", "2", "3")).isZero();
        assertThat(cli.out()).startsWith("Deleted generations 2, 3 of web-server");
        assertThat(store.generations().systems()).isEmpty();
    }

    @Test
    void aDamagedGenerationIsDeletedByItsNumber() throws Exception {
        Path manifest =
                store.generations()
                        .find("web-server", 1)
                        .orElseThrow()
                        .directory()
                        .resolve("manifest.json");
        Files.writeString(manifest, "{");
        assertThat(cli.run("generations", "verify")).isEqualTo(1);
        assertThat(cli.out()).contains("coppice generations delete 1 --system web-server");
        assertThat(cli.run("generations", "delete", "1", "--system", "web-server")).isZero();
        assertThat(cli.run("generations", "verify")).isZero();
        assertThat(cli.out()).startsWith("All is well: 1 generations");
    }

    @Test
    void oneThatAMachineRunsStays() throws Exception {
        try (Lease _ = store.lease(store.generations().find("web-server", 1).orElseThrow())) {
            assertThat(cli.run("generations", "delete", "1", "--format", "json")).isEqualTo(3);
            assertThat(cli.json().get("error").get("code").asString())
                    .isEqualTo("generation-in-use");
            cli.run("generations", "delete", "1", "--dry-run");
            assertThat(cli.out()).contains("It would be refused");
        }
    }

    @Test
    void gcKeepsTheNewest() throws Exception {
        build("three");
        assertThat(cli.run("generations", "gc")).isZero();
        assertThat(cli.out()).contains("0 layers", "The store holds");
        assertThat(cli.run("generations", "gc", "--keep", "1", "--dry-run")).isZero();
        assertThat(cli.out()).contains("Would delete generation 1", "would be freed");
        assertThat(cli.run("generations", "gc", "--keep", "1", "--format", "json")).isZero();
        assertThat(cli.json().get("deleted")).hasSize(2);
        assertThat(cli.json().get("layers").asInt()).isEqualTo(2);
        assertThat(cli.json().get("usage").get("layers").asLong()).isPositive();
        assertThat(store.generations().list("web-server")).hasSize(1);
        assertThat(cli.run("generations", "gc", "--keep", "-1")).isEqualTo(2);
    }

    @Test
    void verifyNamesDamageAndDiscardsIt() throws Exception {
        Generation first = store.generations().find("web-server", 1).orElseThrow();
        Files.writeString(store.layersOf(first).getLast().image(), "x");
        assertThat(cli.run("generations", "verify")).isEqualTo(1);
        assertThat(cli.out())
                .contains("needed by: Generation 1 of web-server", "help:", "1 damaged");
        assertThat(cli.run("generations", "verify", "--discard", "--format", "json")).isEqualTo(1);
        assertThat(cli.json().get("discarded").asInt()).isEqualTo(1);
        assertThat(cli.json().get("damages").get(0).get("what").asString()).isEqualTo("layer");
        build("one");
        assertThat(cli.run("generations", "verify")).isZero();
    }

    @Test
    void aGenerationTravelsAsAFile() {
        assertThat(cli.run("generations", "export", "1")).isZero();
        assertThat(cli.out()).startsWith("Wrote generation 1 of web-server to web-server-1.gen");
        assertThat(cli.run("generations", "export", "1")).isEqualTo(2);
        assertThat(cli.run("generations", "export", "1", "--force")).isZero();
        String[] take = {
            "generations", "import", "web-server-1.generation.tar", "--store", "other"
        };
        assertThat(cli.run(take)).isZero();
        assertThat(cli.out())
                .isEqualTo("Generation 1 of web-server is here now; 2 of its 2 layers were new.\n");
        assertThat(cli.run(take)).isZero();
        assertThat(cli.out()).contains("was here already");
        cli.run("generations", "list", "--store", "other");
        assertThat(cli.out()).contains("imported from web-server 1");
        assertThat(cli.run("generations", "import", "system.yaml")).isEqualTo(3);
        assertThat(cli.err()).contains("is not an exported generation");
        assertThat(cli.run("generations", "import", "nothing.tar", "--format", "json"))
                .isEqualTo(3);
        assertThat(cli.json().get("error").get("code").asString()).isEqualTo("archive-missing");
    }

    @Test
    void aBranchIsAProjectWithAHistoryOfItsOwn() throws Exception {
        assertThat(cli.run("generations", "branch", "1", "trial", "Bad Name")).isZero();
        Path made = folder.resolve("Bad Name/system.yaml");
        assertThat(made).hasContent(text.replace("name: web-server", "name: trial"));
        assertThat(folder.resolve("Bad Name/extra/page.html")).hasContent("page of one");
        assertThat(cli.run("generations", "list", "--project", "Bad Name")).isZero();
        assertThat(cli.out()).contains("branched from web-server 1");
        assertThat(cli.run("generations", "branch", "1", "trial", "again")).isEqualTo(3);
        assertThat(cli.err()).contains("a system named trial already");
        assertThat(cli.run("generations", "branch", "1", "other", "Bad Name")).isEqualTo(3);
        assertThat(cli.err()).contains("is there already; nothing was done");
        assertThat(cli.run("generations", "branch", "1", "Bad Name")).isEqualTo(2);
        assertThat(store.generations().systems()).containsExactly("trial", "web-server");
    }
}

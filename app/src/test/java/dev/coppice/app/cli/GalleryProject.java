package dev.coppice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Engine;
import dev.coppice.app.Engines;
import dev.coppice.app.ExampleProject;
import dev.coppice.model.examples.Example;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPatcher;
import dev.coppice.runner.guest.CheckResult.Verdict;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.vm.RunOptions;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A project made of an example, to be built and booted for real. */
final class GalleryProject {

    private static final int HTTPS = 443;
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int BOOT_MINUTES = 15;

    private final Example example;
    private final Path folder;
    private final Path store;
    private final CliRun cli;

    /**
     * @param folder an empty folder
     */
    GalleryProject(Example example, Path folder, Path store) throws IOException {
        this.example = example;
        this.folder = folder;
        this.store = Files.createDirectories(store);
        this.cli = new CliRun(folder, Engines::open);
        ExampleProject.create(example, folder);
    }

    Path folder() {
        return folder;
    }

    /** The first host that the example needs and that this host cannot reach. */
    static Optional<String> unreachable(Example example) {
        return example.hosts().stream().filter(host -> !reaches(host)).findFirst();
    }

    private static boolean reaches(String host) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, HTTPS), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void edit(YamlOp change) throws IOException {
        Path file = folder.resolve("system.yaml");
        var text = new SpecText(Files.readString(file));
        switch (new YamlPatcher().patch(text, "test", List.of(change))) {
            case PatchResult.Patched(var batch) ->
                    Files.writeString(file, text.apply(batch).content());
            case PatchResult.Refused(String reason) -> throw new AssertionError(reason);
        }
    }

    void run(String... command) {
        int exit = cli.run(command);
        assertThat(exit).as("%s%n%s%n%s", String.join(" ", command), cli.err(), cli.out()).isZero();
    }

    void build() {
        run("build", "--store", store.toString());
    }

    /** Builds, boots, and holds every check of the spec to have passed. */
    void check() {
        run("check", "--store", store.toString(), "--format", "json");
        List<JsonNode> checks = cli.json().get("checks").valueStream().toList();
        assertThat(checks).as(example.id()).isNotEmpty();
        assertThat(checks)
                .allSatisfy(
                        check ->
                                assertThat(check.get("verdict").asString())
                                        .as(check.toString())
                                        .isEqualTo("passed"));
    }

    /**
     * Builds, boots with a screen, and gives the picture that is kept once the checks have ended,
     * all of which must have passed.
     */
    Path screen() throws Exception {
        build();
        try (Engine engine = Engines.open(store)) {
            int number = engine.generations().current(example.id()).orElseThrow();
            Generation latest = engine.generations().find(example.id(), number).orElseThrow();
            BootRecord boot =
                    engine.machines()
                            .start(latest, new RunOptions(true, false, false))
                            .firstBoot()
                            .get(BOOT_MINUTES, TimeUnit.MINUTES)
                            .orElseThrow();
            assertThat(boot.checks())
                    .allSatisfy(check -> assertThat(check.verdict()).isEqualTo(Verdict.PASSED));
            Path kept = boot.screenshot().orElseThrow();
            return Files.copy(kept, folder.resolve("screen.png"));
        }
    }
}

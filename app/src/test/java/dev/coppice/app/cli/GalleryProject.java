package dev.coppice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Engines;
import dev.coppice.app.ExampleProject;
import dev.coppice.model.examples.Example;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPatcher;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A project made of an example, to be built and booted for real. */
final class GalleryProject {

    private static final int HTTPS = 443;
    private static final int PATIENCE_MILLIS = 5_000;

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

    /** Boots with a screen and takes a picture of it once the checks have ended. */
    Path screenshot() {
        run(
                "run",
                "--store",
                store.toString(),
                "--no-forward",
                "--display",
                "--screenshot",
                "screen.png",
                "--timeout",
                "240s");
        return folder.resolve("screen.png");
    }
}

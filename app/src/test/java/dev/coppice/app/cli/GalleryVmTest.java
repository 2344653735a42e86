package dev.coppice.app.cli;

import dev.coppice.model.examples.Examples;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;

/** Examples whose packages are few: each is built, booted and checked. */
@Tag("vm")
class GalleryVmTest {

    /** That of the tests of vm-runner: what is built once need not be built again. */
    private final Path store =
            Path.of("").toAbsolutePath().resolveSibling("vm-runner").resolve("target/vm-store");

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "bastion", "router"})
    void passesItsChecks(String id, @TempDir Path folder) throws IOException {
        new GalleryProject(new Examples().find(id).orElseThrow(), folder, store).check();
    }
}

package dev.coppice.runner.build.debian;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.Store;
import dev.coppice.runner.store.TreeRemover;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The store that {@code vm} tests of all modules share, so that a base is made once: the directory
 * named by the environment variable or system property {@code COPPICE_TEST_STORE}, else {@code
 * coppice-test-store-USER} in the temporary directory. Tests keep their generations in it: deleting
 * one might free layers that the next test wants.
 */
final class TestStores {

    private TestStores() {}

    static Path shared() {
        String name = "COPPICE_TEST_STORE";
        String set = System.getProperty(name, System.getenv().getOrDefault(name, ""));
        return set.isEmpty()
                ? Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "coppice-test-store-" + System.getProperty("user.name"))
                : Path.of(set);
    }

    static Store open(Path directory) throws IOException {
        return Store.open(
                directory, new TreeRemover(ProcessRunner.ofHost(), RootNamespace.ofProcess()));
    }

    /** Skips a test, saying why, where a tool is missing. */
    static void assumeTools() {
        ProcessRunner processes = ProcessRunner.ofHost();
        for (String tool : List.of("mmdebstrap", "mksquashfs", "depmod", "unshare")) {
            assumeThat(processes.tools().find(tool))
                    .as("real builds need " + processes.tools().debianPackage(tool))
                    .isPresent();
        }
    }
}

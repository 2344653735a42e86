package dev.coppice.runner.tools;

import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.ProcessRunner;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A program that npm fetches into a folder of the tests.
 *
 * @param name the package, and its program
 * @param version its version
 */
public record NpmTool(String name, String version) {

    public static final NpmTool GITLAB_CI_LOCAL = new NpmTool("gitlab-ci-local", "4.61.1");

    /** The folder with the package; its program is below {@code node_modules/.bin}. */
    public Path installed() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                ProcessRunner.ofHost().tools().find("npm").isPresent(),
                "npm is not installed on this host");
        String folder = "npm/" + name + "-" + version;
        return ToolFolder.of(folder, () -> install(ToolFolder.path(folder)));
    }

    private Ran install(Path target) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(target.getParent(), name);
        Command command =
                Command.of(
                        "npm",
                        "install",
                        "--prefix",
                        work.toString(),
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts",
                        name + "@" + version);
        Ran ran = Ran.of(HostSettings.added(command, "npm_", "NPM_", "NODE_", "SSL_CERT_"));
        if (ran.ok()) {
            Files.move(work, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return ran;
    }
}

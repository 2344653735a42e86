package dev.coppice.runner.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A program that is built from a Go module, with the Go of the host and its caches.
 *
 * @param module the module, {@code github.com/mudler/yip}
 * @param version its version; its sums are checked against Go's public log
 * @param program the package of the program, mostly the module itself
 */
public record GoTool(String module, String version, String program) {

    public static final GoTool YIP =
            new GoTool("github.com/mudler/yip", "v1.25.1", "github.com/mudler/yip");

    public static final GoTool KAIROS_AGENT =
            new GoTool(
                    "github.com/kairos-io/kairos-agent/v2",
                    "v2.31.4",
                    "github.com/kairos-io/kairos-agent/v2");

    public static final GoTool ACTIONLINT =
            new GoTool(
                    "github.com/rhysd/actionlint",
                    "v1.7.12",
                    "github.com/rhysd/actionlint/cmd/actionlint");

    /** The program; the first who asks builds it, which takes a minute or two. */
    public Path built() throws IOException, InterruptedException {
        String name = "go/" + module.replace('/', '.') + "-" + version + "/tool";
        return ToolFolder.of(name, () -> build(ToolFolder.path(name)));
    }

    private Ran build(Path target) throws IOException, InterruptedException {
        Path work = Files.createDirectories(target.resolveSibling("work"));
        // A module of our own: "go install" would ask for the list of all versions.
        Files.writeString(
                work.resolve("go.mod"),
                "module coppice.test/tool\n\ngo 1.24\n\nrequire " + module + " " + version + "\n");
        Ran ran =
                Ran.of(
                        GoModule.go(
                                        "build",
                                        "-mod=mod",
                                        "-buildvcs=false",
                                        "-ldflags=-s -w",
                                        "-o",
                                        "tool",
                                        program)
                                .in(work)
                                .with("CGO_ENABLED", "0"));
        if (ran.ok()) {
            Files.move(work.resolve("tool"), target, StandardCopyOption.ATOMIC_MOVE);
        }
        return ran;
    }
}

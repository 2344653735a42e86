package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.runner.lock.LockFile;
import dev.coppice.runner.lock.SystemLock;
import dev.coppice.runner.sbom.CycloneDx;
import dev.coppice.runner.sbom.Inventory;
import dev.coppice.runner.sbom.Spdx;
import dev.coppice.runner.store.Generation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code coppice generations sbom}. */
@Command(
        name = "sbom",
        description = "Prints the software of a generation as a bill of materials.",
        footer = {
            "",
            "Every package of the base, the kernel and the spec with its version, hash and origin,",
            "from the lock that the generation was built from. Bundles and images of containers",
            "are not in it."
        })
final class SbomCommand implements Callable<Integer> {

    /** The two forms in use. */
    enum Form {
        cyclonedx,
        spdx
    }

    @Mixin private Options.ProjectFolder project;
    @Mixin private Options.Store store;

    @Option(
            names = "--system",
            paramLabel = "NAME",
            description = "Name of a system (default: that of the project's spec).")
    private String system;

    @Option(
            names = "--format",
            paramLabel = "cyclonedx|spdx",
            defaultValue = "cyclonedx",
            description = "CycloneDX 1.6 (default) or SPDX 2.3, as JSON.")
    private Form form;

    @Parameters(index = "0", paramLabel = "GENERATION", description = "Its number.")
    private int number;

    private final CliContext context;

    SbomCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        try (Engine engine = context.engines().open(store.resolve(context))) {
            String name = system == null ? project.load(context).systemName() : system;
            Generation generation = new Selection(context, engine).find(name, number);
            var inventory =
                    new Inventory(
                            generation.system(),
                            generation.number(),
                            generation.created(),
                            "debian",
                            lock(engine, generation));
            Json.print(
                    context.out(),
                    switch (form) {
                        case cyclonedx -> CycloneDx.of(inventory);
                        case spdx -> Spdx.of(inventory);
                    });
            return ExitCode.OK;
        }
    }

    private static SystemLock lock(Engine engine, Generation generation) throws IOException {
        Path file = engine.generations().projectFiles(generation).get(SystemLock.FILE);
        if (file == null) {
            throw new CliFailure(
                    ExitCode.FAILED,
                    "no-lock",
                    "generation "
                            + generation.number()
                            + " of "
                            + generation.system()
                            + " was built without a lock, so its packages are not known exactly",
                    "Build it again: coppice build writes a lock.");
        }
        return LockFile.parse(Files.readString(file), file.toString());
    }
}

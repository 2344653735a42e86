package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.StoreCare;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Commands that bring generations into files and out of them. */
final class TransferCommands {

    private TransferCommands() {}

    /** {@code generations export}. */
    @Command(
            name = "export",
            description = {
                "Writes a generation with its layers, project files, log, facts and marks as one",
                "file: a plain tar archive that begins with a list of what follows and its SHA-256",
                "sums (coppice-generation.json). It is there whole or not at all.",
                "It holds password hashes and keys as the machine has them: keep it private."
            },
            footer = {"", "JSON: {system, number, file, bytes}."})
    static final class Export extends GenerationsCommand.OfOne {

        @Option(
                names = {"-o", "--output"},
                paramLabel = "FILE",
                description = "The file (default: SYSTEM-GENERATION.generation.tar).")
        private Path file;

        @Option(names = "--force", description = "Write over a file that is there.")
        private boolean force;

        Export(CliContext context) {
            super(context);
        }

        @Override
        int call(Engine engine, Generation generation) throws IOException {
            Path shown =
                    file == null
                            ? Path.of(
                                    generation.system()
                                            + "-"
                                            + generation.number()
                                            + ".generation.tar")
                            : file;
            Path target = context.directory().resolve(shown);
            if (!force && Files.exists(target)) {
                throw new CliFailure(
                        ExitCode.USAGE,
                        "exists",
                        shown + " is there already; nothing was written",
                        "Name another file with --output, or use --force.");
            }
            try (var bytes = new BytesProgress(context, "Exporting")) {
                engine.care().exportTo(generation, target, bytes, bytes.cancellation());
            }
            long size = Files.size(target);
            if (output.json()) {
                Json.print(
                        context.out(),
                        Json.object()
                                .put("system", generation.system())
                                .put("number", generation.number())
                                .put("file", shown.toString())
                                .put("bytes", size));
            } else {
                context.out()
                        .println(
                                "Wrote generation "
                                        + generation.number()
                                        + " of "
                                        + generation.system()
                                        + " to "
                                        + shown
                                        + " ("
                                        + Units.size(size)
                                        + ").");
            }
            return ExitCode.OK;
        }
    }

    /** {@code generations import}. */
    @Command(
            name = "import",
            description = {
                "Takes in a generation that export wrote. Every byte is compared with its sum;",
                "layers that the store has are passed over; after an interruption the same command",
                "goes on. Import files of people whom you trust only: the sums guard against",
                "damage, and not against somebody who made the file to deceive you."
            },
            footer = {
                "",
                "JSON: {already, newLayers, readBytes, generation: a generation as of build}."
            })
    static final class Import implements Callable<Integer> {

        @Mixin private Options.Store store;
        @Mixin private Options.Output output;

        @Parameters(index = "0", paramLabel = "FILE", description = "The file.")
        private Path file;

        private final CliContext context;

        Import(CliContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws IOException {
            try (Engine engine = context.engines().open(store.resolve(context))) {
                StoreCare.Imported imported;
                try (var bytes = new BytesProgress(context, "Importing")) {
                    imported =
                            engine.care()
                                    .importFrom(
                                            context.directory().resolve(file),
                                            bytes,
                                            bytes.cancellation());
                }
                print(engine, imported);
            }
            return ExitCode.OK;
        }

        private void print(Engine engine, StoreCare.Imported imported) throws IOException {
            Generation generation = imported.generation();
            boolean current =
                    engine.generations()
                            .current(generation.system())
                            .filter(number -> number == generation.number())
                            .isPresent();
            if (output.json()) {
                var node =
                        Json.object()
                                .put("already", imported.already())
                                .put("newLayers", imported.layers())
                                .put("readBytes", imported.readBytes());
                node.set("generation", Json.generation(generation, current));
                Json.print(context.out(), node);
                return;
            }
            String title = "Generation " + generation.number() + " of " + generation.system();
            context.out()
                    .println(
                            imported.already()
                                    ? title + " was here already."
                                    : title
                                            + " is here now; "
                                            + imported.layers()
                                            + " of its "
                                            + generation.layers().size()
                                            + " layers were new.");
        }
    }
}

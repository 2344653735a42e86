package dev.coppice.app.cli;

import dev.coppice.app.Engine;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;

/** {@code coppice demo}. */
@Command(
        name = "demo",
        description = {
            "Runs the whole loop on the web-server example, twice.",
            "Builds it, boots it, runs its checks, changes its page and its host name, builds and",
            "boots again, and compares the two generations. Leaves screenshots and the comparison",
            "in a folder and says where."
        },
        footer = {
            "",
            "JSON: {green, folder, generations: [generation as of build], screenshots,",
            "comparison: [text file, JSON file]}.",
            "",
            "Exit codes: 0 all is green; 1 a check failed; 3 a build or a boot failed; 4 a tool",
            "is missing; 130 cancelled."
        })
final class DemoCommand implements Callable<Integer> {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Mixin private Options.Store store;
    @Mixin private Options.Output output;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "A fresh folder for it (default: ~/Coppice/demo-DATE-TIME).")
    private Path folder;

    private final CliContext context;

    DemoCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Path place =
                folder == null
                        ? context.home()
                                .resolve("Coppice")
                                .resolve("demo-" + STAMP.format(ZonedDateTime.now(context.clock())))
                        : context.directory().resolve(folder);
        try (Engine engine = context.engines().open(store.resolve(context))) {
            LeftOvers.mention(context, engine);
            Demo.Result result = new Demo(context, engine, place).run();
            if (output.json()) {
                Json.print(context.out(), result.json());
            } else {
                result.print(context);
            }
            return result.green() ? ExitCode.OK : ExitCode.SPEC_OR_CHECK;
        }
    }
}

package dev.coppice.app.cli;

import dev.coppice.app.Engines;
import dev.coppice.model.nixos.NixOption;
import dev.coppice.model.nixos.OptionText;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.nixos.OptionTable;
import dev.coppice.runner.nixos.OptionTables;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** {@code coppice nixos-options}. */
@Command(
        name = "nixos-options",
        description = {
            "Shows which table of the options of NixOS is on this computer, gets one, or searches",
            "it. With a table, validate and the window check the settings of targets.nixos: names,",
            "types, and names that NixOS has changed."
        },
        footer = {
            "",
            "The table comes from the channel of the release that exports are written for. The",
            "environment variable COPPICE_NIXOS_CHANNELS names another server than",
            "https://channels.nixos.org, COPPICE_NIXPKGS the nixpkgs that --evaluate reads.",
            "A table from a file stays until another one is asked for.",
            "",
            "JSON: {release, origin, source, checked, count, options: [{name, type, description,",
            "default, example}]}; options are those that the words find.",
            "",
            "Exit codes: 0 fine; 2 there is no table; 3 it could not be had; 4 Nix is missing;",
            "130 cancelled."
        })
final class NixosOptionsCommand implements Callable<Integer> {

    private static final int MANY = 50;

    @Mixin private Options.Output output;

    @Parameters(
            arity = "0..*",
            paramLabel = "WORD",
            description = "Words of an option's name, such as openssh port.")
    private List<String> words = List.of();

    @ArgGroup private Source source;

    private final CliContext context;

    /** One of the ways to get a table. */
    static final class Source {
        @Option(names = "--fetch", description = "Download the options of the channel.")
        private boolean fetch;

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "Take the options from an options.json, also .gz or .br.")
        private Path file;

        @Option(
                names = "--evaluate",
                description = "Let Nix on this computer evaluate them; takes minutes.")
        private boolean evaluate;

        @Option(names = "--forget", description = "Forget the table that is kept.")
        private boolean forget;
    }

    NixosOptionsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        OptionTables tables = Engines.options(context.environment());
        if (source != null && source.forget) {
            tables.forget();
            context.err().println("The options of NixOS are forgotten.");
            return ExitCode.OK;
        }
        OptionTable table = source == null ? kept(tables) : got(tables);
        List<NixOption> found = table.options().search(String.join(" ", words), MANY);
        if (output.json()) {
            Json.print(context.out(), json(table, found));
        } else {
            if (words.isEmpty()) {
                context.out().println(head(table));
            }
            found.forEach(this::print);
        }
        return ExitCode.OK;
    }

    private static OptionTable kept(OptionTables tables) {
        return tables.cached()
                .orElseThrow(
                        () ->
                                new CliFailure(
                                        ExitCode.USAGE,
                                        "no-options",
                                        "there is no table of the options of NixOS on this"
                                                + " computer",
                                        "Get one with --fetch, --file or --evaluate."));
    }

    private OptionTable got(OptionTables tables) {
        Consumer<JobEvent> events =
                event -> {
                    if (event instanceof JobEvent.LogLine line) {
                        context.err().println(line.text());
                    }
                };
        JobHandle<OptionTable> job =
                source.fetch
                        ? tables.refresh(events)
                        : source.evaluate
                                ? tables.evaluate(events)
                                : tables.load(context.directory().resolve(source.file), events);
        try (var _ = context.interrupts().onInterrupt(job::cancel)) {
            return switch (job.outcome().toCompletableFuture().join()) {
                case JobOutcome.Succeeded<OptionTable>(OptionTable table) -> table;
                case JobOutcome.Failed<OptionTable> failed -> throw CliFailure.of(failed.problem());
                case JobOutcome.Cancelled<OptionTable> cancelled ->
                        throw new CliFailure(ExitCode.CANCELLED, "cancelled", "cancelled", "");
            };
        }
    }

    private static String head(OptionTable table) {
        return String.format(
                Locale.ROOT,
                "%,d options of NixOS %s, %s: %s",
                table.options().all().size(),
                table.release(),
                table.origin().words(),
                table.source());
    }

    private void print(NixOption option) {
        context.out().println(option.name());
        OptionText.description(option).lines().forEach(l -> context.out().println("    " + l));
        OptionText.facts(option)
                .forEach(
                        fact ->
                                context.out()
                                        .println(
                                                "    "
                                                        + fact.label()
                                                        + ": "
                                                        + fact.text().replace("`", "")));
    }

    private static ObjectNode json(OptionTable table, List<NixOption> found) {
        ObjectNode node =
                Json.object()
                        .put("release", table.release())
                        .put("origin", table.origin().name().toLowerCase(Locale.ROOT))
                        .put("source", table.source())
                        .put("checked", table.checked().toString())
                        .put("count", table.options().all().size());
        node.set(
                "options",
                Json.array(
                        found,
                        option ->
                                Json.object()
                                        .put("name", option.name())
                                        .put("type", option.words())
                                        .put("description", OptionText.description(option))
                                        .put("default", option.defaultText())
                                        .put("example", option.example())));
        return node;
    }
}

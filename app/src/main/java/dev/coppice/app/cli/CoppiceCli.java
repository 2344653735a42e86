package dev.coppice.app.cli;

import dev.coppice.model.export.Exporters;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/** The command line: finds the command, runs it, turns failures into messages and exit codes. */
public final class CoppiceCli {

    private static final int LOG_LINES = 20;

    private final CliContext context;
    private final Exporters exporters;

    public CoppiceCli(CliContext context) {
        this(context, new Exporters());
    }

    /**
     * @param exporters the targets of {@code export} and {@code validate}
     */
    CoppiceCli(CliContext context, Exporters exporters) {
        this.context = context;
        this.exporters = exporters;
    }

    /**
     * Runs a command line.
     *
     * @return the exit code
     */
    public int run(List<String> arguments) {
        return commandLine().execute(arguments.toArray(String[]::new));
    }

    private CommandLine commandLine() {
        var generations =
                new CommandLine(new GenerationsCommand())
                        .addSubcommand(new GenerationsCommand.ListAll(context))
                        .addSubcommand(new GenerationsCommand.Show(context))
                        .addSubcommand(new GenerationsCommand.Rollback(context))
                        .addSubcommand(new MarkCommands.Pin(context))
                        .addSubcommand(new MarkCommands.Unpin(context))
                        .addSubcommand(new MarkCommands.Label(context))
                        .addSubcommand(new BranchCommand(context))
                        .addSubcommand(new DeleteCommand(context))
                        .addSubcommand(new TransferCommands.Export(context))
                        .addSubcommand(new TransferCommands.Import(context))
                        .addSubcommand(new CareCommands.Collect(context))
                        .addSubcommand(new CareCommands.Verify(context))
                        .addSubcommand(new SbomCommand(context));
        CommandLine line =
                new CommandLine(new Root())
                        .addSubcommand(new InitCommand(context))
                        .addSubcommand(new ImportCommand(context))
                        .addSubcommand(new ValidateCommand(context, exporters))
                        .addSubcommand(new ExplainCommand(context))
                        .addSubcommand(new BuildCommand(context))
                        .addSubcommand(new UpdateCommand(context))
                        .addSubcommand(new RunCommand(context))
                        .addSubcommand(new CheckCommand(context))
                        .addSubcommand(new DiffCommand(context))
                        .addSubcommand(new ExportCommand(context, exporters))
                        .addSubcommand(generations)
                        .addSubcommand(new ImageCommand(context))
                        .addSubcommand(new PublishCommand(context))
                        .addSubcommand(new SchemaCommand(context))
                        .addSubcommand(new NixosOptionsCommand(context))
                        .addSubcommand(new DoctorCommand(context))
                        .addSubcommand(new DemoCommand(context));
        withHelp(line);
        Ansi ansi = context.color() ? Ansi.ON : Ansi.OFF;
        return line.setColorScheme(new ColorScheme.Builder(ansi).build())
                .setOut(new PrintWriter(context.out(), true))
                .setErr(new PrintWriter(context.err(), true))
                .setUsageHelpAutoWidth(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(usage())
                .setExecutionExceptionHandler((failure, at, parsed) -> explain(failure, parsed));
    }

    private static void withHelp(CommandLine line) {
        line.addMixin("help", new HelpOption());
        line.getSubcommands().values().forEach(CoppiceCli::withHelp);
    }

    private IParameterExceptionHandler usage() {
        return (failure, arguments) -> {
            var err = context.err();
            err.println("coppice: " + failure.getMessage());
            UnmatchedArgumentException.printSuggestions(failure, new PrintWriter(err, true));
            err.println(
                    "See "
                            + failure.getCommandLine().getCommandSpec().qualifiedName()
                            + " --help.");
            return ExitCode.USAGE;
        };
    }

    private int explain(Exception failure, ParseResult parsed) {
        return switch (failure) {
            case ParameterException usage -> throw usage;
            case CliFailure known -> report(known.problem(), known.exitCode(), parsed);
            case ProblemException problem -> {
                CliFailure known = CliFailure.of(problem.problem());
                yield report(known.problem(), known.exitCode(), parsed);
            }
            case CancellationException _ ->
                    report(
                            new Problem(
                                    "cancelled", "cancelled; the store is whole", "", List.of()),
                            ExitCode.CANCELLED,
                            parsed);
            case UncheckedIOException io -> report(fileProblem(io.getCause()), 3, parsed);
            case IOException io -> report(fileProblem(io), ExitCode.FAILED, parsed);
            default -> {
                context.err().println("coppice: a fault in Coppice itself; please report it:");
                failure.printStackTrace(context.err());
                yield ExitCode.FAILED;
            }
        };
    }

    private int report(Problem problem, int exitCode, ParseResult parsed) {
        var err = context.err();
        if (exitCode == ExitCode.CANCELLED) {
            err.println("coppice: " + problem.message());
        } else if (!problem.message().isEmpty()) {
            err.println("coppice: error[" + problem.code() + "]: " + problem.message());
            int skipped = Math.max(0, problem.log().size() - LOG_LINES);
            problem.log().stream().skip(skipped).forEach(line -> err.println("  | " + line));
            if (!problem.hint().isBlank()) {
                err.println("  help: " + problem.hint());
            }
        }
        if (wantsJson(parsed) && !problem.message().isEmpty()) {
            ObjectNode node = Json.object();
            node.set("error", Json.problem(problem));
            Json.print(context.out(), node);
        }
        return exitCode;
    }

    private static boolean wantsJson(ParseResult parsed) {
        ParseResult deepest = parsed;
        while (deepest.hasSubcommand()) {
            deepest = deepest.subcommand();
        }
        Object format = deepest.matchedOptionValue("--format", null);
        return format == Options.Format.json;
    }

    private static Problem fileProblem(IOException failure) {
        String what =
                failure instanceof FileSystemException file && file.getReason() == null
                        ? file.getClass().getSimpleName().replace("Exception", "")
                                + ": "
                                + file.getFile()
                        : String.valueOf(failure.getMessage());
        return new Problem(
                "file", what, "Check that the file is there and that you may use it.", List.of());
    }

    /** {@code coppice} itself. */
    @Command(
            name = "coppice",
            synopsisSubcommandLabel = "COMMAND",
            description = {
                "Composes and tests system configurations: one system.yaml, validated, built,",
                "booted, checked and compared. Without a command the window opens.",
                ""
            },
            footer = {
                "",
                "Window options: --project DIR, --store DIR.",
                "Environment: COPPICE_STORE (where layers and generations are kept), NO_COLOR.",
                "Exit codes: 0 fine; 1 the spec has errors or a check failed; 2 usage; 3 build or",
                "boot failed; 4 a tool is missing; 130 cancelled.",
                "",
                "coppice COMMAND --help explains a command and the JSON it prints."
            })
    static final class Root implements Callable<Integer> {

        @Spec private CommandSpec spec;

        @Override
        public Integer call() {
            throw new ParameterException(spec.commandLine(), "Which command?");
        }
    }

    /** {@code --help} of every command. */
    static final class HelpOption {
        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Show this help and exit.")
        private boolean help;
    }
}

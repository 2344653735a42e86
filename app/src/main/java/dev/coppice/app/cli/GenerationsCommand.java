package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.lock.SystemLock;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Marks;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;

/** {@code coppice generations} and its commands. */
@Command(
        name = "generations",
        description = {
            "Lists, shows, marks, compares, moves and deletes generations of a system, and looks",
            "after the store that they are in."
        },
        footer = {"", "The system is the one of the project's spec; --system names another."})
final class GenerationsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "Which: " + String.join(", ", spec.commandLine().getSubcommands().keySet()) + "?");
    }

    /** What commands about a system share. */
    abstract static class Base implements Callable<Integer> {

        private static final DateTimeFormatter WHEN =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

        @Mixin protected Options.ProjectFolder project;
        @Mixin protected Options.Store store;
        @Mixin protected Options.Output output;

        @Option(
                names = "--system",
                paramLabel = "NAME",
                description = "Name of a system (default: that of the project's spec).")
        protected String system;

        protected final CliContext context;

        Base(CliContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws IOException {
            try (Engine engine = context.engines().open(store.resolve(context))) {
                return call(engine, system == null ? project.load(context).systemName() : system);
            }
        }

        abstract int call(Engine engine, String name) throws IOException;

        protected String when(Generation generation) {
            ZoneId zone = context.clock().getZone();
            return WHEN.format(generation.created().atZone(zone));
        }

        /** What people noted about it, and where it came from; empty for nothing. */
        protected static String marks(Generation generation) {
            Marks marks = generation.marks();
            List<String> words = new ArrayList<>();
            marks.label().ifPresent(words::add);
            if (marks.pinned()) {
                words.add("pinned");
            }
            marks.origin()
                    .ifPresent(
                            origin ->
                                    words.add(
                                            Names.of(origin.how())
                                                    + " from "
                                                    + origin.system()
                                                    + " "
                                                    + origin.number()));
            return String.join(", ", words);
        }

        protected static String bootSummary(Generation generation) {
            if (generation.boot().isEmpty()) {
                return "not booted yet";
            }
            BootRecord boot = generation.boot().get();
            long passed =
                    boot.checks().stream()
                            .filter(c -> c.verdict() == CheckResult.Verdict.PASSED)
                            .count();
            return "ready after "
                    + Units.time(boot.ready())
                    + ", "
                    + passed
                    + " of "
                    + boot.checks().size()
                    + " checks passed";
        }
    }

    /** {@code list}. */
    @Command(
            name = "list",
            description = "Lists the generations of a system, newest first.",
            footer = {"", "JSON: {system, current, generations: [generation as of build]}."})
    static final class ListAll extends Base {

        ListAll(CliContext context) {
            super(context);
        }

        @Override
        int call(Engine engine, String name) throws IOException {
            List<Generation> all = engine.generations().list(name);
            Optional<Integer> current = engine.generations().current(name);
            if (output.json()) {
                ObjectNode node = Json.object().put("system", name);
                current.ifPresent(number -> node.put("current", number));
                node.set(
                        "generations",
                        Json.array(all, g -> Json.generation(g, isCurrent(current, g))));
                Json.print(context.out(), node);
            } else if (all.isEmpty()) {
                context.out().println(name + " has no generations; coppice build makes the first.");
            } else {
                var table = new Table();
                for (Generation g : all) {
                    table.row(
                            isCurrent(current, g) ? "*" : "",
                            String.valueOf(g.number()),
                            when(g),
                            Units.size(g.bytes()),
                            "built in " + Units.time(g.buildTime()),
                            bootSummary(g),
                            marks(g));
                }
                table.print(context.out(), "");
            }
            return ExitCode.OK;
        }

        private static boolean isCurrent(Optional<Integer> current, Generation generation) {
            return current.isPresent() && current.get() == generation.number();
        }
    }

    /** A command about one generation. */
    abstract static class OfOne extends Base {

        @Parameters(index = "0", paramLabel = "GENERATION", description = "Its number.")
        private int number;

        OfOne(CliContext context) {
            super(context);
        }

        @Override
        int call(Engine engine, String name) throws IOException {
            return call(engine, new Selection(context, engine).find(name, number));
        }

        abstract int call(Engine engine, Generation generation) throws IOException;
    }

    /** {@code show}. */
    @Command(
            name = "show",
            description = "Shows a generation: its layers, its last boot, its checks.",
            footer = {"", "JSON: a generation as of build, with specText."})
    static final class Show extends OfOne {

        @Option(names = "--spec", description = "Print the spec that it was built from, only.")
        private boolean specOnly;

        @Option(names = "--log", description = "Print the log of its build, only.")
        private boolean logOnly;

        Show(CliContext context) {
            super(context);
        }

        @Override
        int call(Engine engine, Generation generation) throws IOException {
            boolean current =
                    engine.generations()
                            .current(generation.system())
                            .filter(number -> number == generation.number())
                            .isPresent();
            if (specOnly) {
                context.out().print(generation.specText());
            } else if (logOnly) {
                context.out().print(engine.generations().log(generation));
            } else if (output.json()) {
                Json.print(
                        context.out(),
                        Json.generation(generation, current)
                                .put("specText", generation.specText()));
            } else {
                print(generation, current);
            }
            return ExitCode.OK;
        }

        private void print(Generation generation, boolean current) {
            var out = context.out();
            out.println(
                    generation.system()
                            + " generation "
                            + generation.number()
                            + (current ? " (current)" : ""));
            var table = new Table();
            String marks = marks(generation);
            if (!marks.isEmpty()) {
                table.row("marks", marks);
            }
            table.row("built", when(generation) + " in " + Units.time(generation.buildTime()))
                    .row("target", generation.target().id())
                    .row(
                            "kernel",
                            generation.kernelVersion().isEmpty()
                                    ? "that of the image"
                                    : generation.kernelVersion())
                    .row("size", Units.size(generation.bytes()))
                    .row("folder", generation.directory().toString())
                    .row("boot", bootSummary(generation))
                    .print(out, "  ");
            out.println("Layers, lowest first:");
            BuildCommand.printLayers(out, generation);
            generation
                    .boot()
                    .ifPresent(
                            boot -> {
                                out.println("Checks of its last boot:");
                                Checks.print(context, context.out(), boot);
                                boot.screenshot().ifPresent(f -> out.println("Screenshot: " + f));
                            });
        }
    }

    /** {@code rollback}. */
    @Command(
            name = "rollback",
            description = {
                "Makes a generation's spec the text of system.yaml again and marks the"
                        + " generation current.",
                "The files that it included and system.lock.json become what they were then, too,"
                        + " so that the next build takes the same packages. What stood there is"
                        + " kept in files beside them."
            },
            footer = {
                "",
                "JSON: {system, current, file, previousText, previousIncludes: {path: copy},",
                "previousLock}."
            })
    static final class Rollback extends OfOne {

        Rollback(CliContext context) {
            super(context);
        }

        @Override
        int call(Engine engine, Generation generation) throws IOException {
            ProjectText text = project.load(context);
            if (!text.systemName().equals(generation.system())) {
                throw new CliFailure(
                        ExitCode.USAGE,
                        "other-system",
                        text.file()
                                + " describes "
                                + text.systemName()
                                + ", not "
                                + generation.system(),
                        "Name the project's folder with --project.");
            }
            SortedMap<String, Path> restored = text.restoreFiles(generation, engine);
            Optional<Path> lock = Optional.ofNullable(restored.remove(SystemLock.FILE));
            Optional<Path> kept = text.replaceWith(generation);
            engine.generations().makeCurrent(generation.system(), generation.number());
            if (output.json()) {
                ObjectNode node =
                        Json.object()
                                .put("system", generation.system())
                                .put("current", generation.number())
                                .put("file", text.file().toString());
                kept.ifPresent(file -> node.put("previousText", file.toString()));
                lock.ifPresent(file -> node.put("previousLock", file.toString()));
                ObjectNode previous = node.putObject("previousIncludes");
                restored.forEach((path, copy) -> previous.put(path, copy.toString()));
                Json.print(context.out(), node);
                return ExitCode.OK;
            }
            print(text, generation, kept, restored);
            lock.ifPresent(this::printLock);
            return ExitCode.OK;
        }

        private void print(
                ProjectText text,
                Generation generation,
                Optional<Path> kept,
                SortedMap<String, Path> restored) {
            context.out()
                    .println(
                            "Generation "
                                    + generation.number()
                                    + " of "
                                    + generation.system()
                                    + " is current; "
                                    + text.file()
                                    + (kept.isPresent()
                                            ? " has its text."
                                            : " had its text already."));
            kept.ifPresent(
                    file ->
                            context.out()
                                    .println("To undo: mv '" + file + "' '" + text.file() + "'"));
            restored.forEach(
                    (path, copy) ->
                            context.out()
                                    .println(
                                            "It includes "
                                                    + path
                                                    + ", which is as it was then; what it held is"
                                                    + " kept in "
                                                    + copy));
        }

        private void printLock(Path copy) {
            context.out()
                    .println(
                            "The lock is as it was then, too: builds take the packages of that"
                                    + " generation; what it held is kept in "
                                    + copy);
        }
    }
}

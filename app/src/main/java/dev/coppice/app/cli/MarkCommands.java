package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Marks;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;

/** Commands that note something about a generation. */
final class MarkCommands {

    private MarkCommands() {}

    /** What they share. */
    abstract static class Marking extends GenerationsCommand.OfOne {

        Marking(CliContext context) {
            super(context);
        }

        abstract Marks marks(Marks before);

        abstract String words(Generation marked);

        @Override
        int call(Engine engine, Generation generation) throws IOException {
            Generation marked = engine.generations().mark(generation, marks(generation.marks()));
            if (output.json()) {
                boolean current =
                        engine.generations()
                                .current(marked.system())
                                .filter(number -> number == marked.number())
                                .isPresent();
                Json.print(context.out(), Json.generation(marked, current));
            } else {
                context.out()
                        .println(
                                "Generation "
                                        + marked.number()
                                        + " of "
                                        + marked.system()
                                        + " "
                                        + words(marked));
            }
            return ExitCode.OK;
        }
    }

    /** {@code pin}. */
    @Command(
            name = "pin",
            description = "Pins a generation: nothing deletes it before it is unpinned.",
            footer = {"", "JSON: a generation as of build."})
    static final class Pin extends Marking {

        Pin(CliContext context) {
            super(context);
        }

        @Override
        Marks marks(Marks before) {
            return before.pinned(true);
        }

        @Override
        String words(Generation marked) {
            return "is pinned.";
        }
    }

    /** {@code unpin}. */
    @Command(
            name = "unpin",
            description = "Takes a generation's pin off.",
            footer = {"", "JSON: a generation as of build."})
    static final class Unpin extends Marking {

        Unpin(CliContext context) {
            super(context);
        }

        @Override
        Marks marks(Marks before) {
            return before.pinned(false);
        }

        @Override
        String words(Generation marked) {
            return "is not pinned.";
        }
    }

    /** {@code label}. */
    @Command(
            name = "label",
            description = {
                "Gives a generation a name for people, which lists and boot menus show.",
                "An empty text takes it away."
            },
            footer = {"", "JSON: a generation as of build."})
    static final class Label extends Marking {

        @Parameters(
                index = "1",
                paramLabel = "TEXT",
                description = "One line, at most " + Marks.LONGEST_LABEL + " characters.")
        private String text;

        Label(CliContext context) {
            super(context);
        }

        @Override
        Marks marks(Marks before) {
            if (!Marks.isLabel(text)) {
                throw new CliFailure(
                        ExitCode.USAGE,
                        "bad-label",
                        "'" + text + "' cannot be a label",
                        "A label is one line of at most " + Marks.LONGEST_LABEL + " characters.");
            }
            return before.labelled(text);
        }

        @Override
        String words(Generation marked) {
            return marked.marks()
                    .label()
                    .map(label -> "is labelled " + label + ".")
                    .orElse("has no label.");
        }
    }
}

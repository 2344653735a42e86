package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.store.CollectRequest;
import dev.coppice.runner.store.Collected;
import dev.coppice.runner.store.Damage;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Verification;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;

/** Commands that look after the store as a whole. */
final class CareCommands {

    private CareCommands() {}

    /** What they share. */
    abstract static class OfStore implements Callable<Integer> {

        @Mixin protected Options.Store store;
        @Mixin protected Options.Output output;

        protected final CliContext context;

        OfStore(CliContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws IOException {
            try (Engine engine = context.engines().open(store.resolve(context))) {
                return call(engine);
            }
        }

        abstract int call(Engine engine) throws IOException;
    }

    /** {@code generations gc}. */
    @Command(
            name = "gc",
            description = {
                "Frees layers and project files that no generation, build or machine needs. With",
                "--keep it deletes old generations first; those that are pinned, labelled, current",
                "or in use stay in any case."
            },
            footer = {
                "",
                "JSON: {deleted: [{system, number}], layers, files, freedBytes, notes, dryRun,",
                "usage: bytes by part of the store}."
            })
    static final class Collect extends OfStore {

        @Mixin private Options.ProjectFolder project;

        @Option(
                names = "--keep",
                paramLabel = "N",
                description = "Delete all but the N newest generations of the system.")
        private Integer keep;

        @Option(
                names = "--system",
                paramLabel = "NAME",
                description = "The system for --keep (default: that of the project's spec).")
        private String system;

        @Option(names = "--all-systems", description = "Let --keep be for every system.")
        private boolean all;

        @Option(names = "--dry-run", description = "Only say what would go.")
        private boolean dryRun;

        Collect(CliContext context) {
            super(context);
        }

        @Override
        int call(Engine engine) throws IOException {
            if (keep != null && keep < 0) {
                throw new CliFailure(
                        ExitCode.USAGE,
                        "bad-number",
                        "--keep " + keep + " is not a number of generations",
                        "Give a number from 0.");
            }
            Collected done =
                    engine.care()
                            .collect(
                                    new CollectRequest(
                                            keep == null
                                                    ? OptionalInt.empty()
                                                    : OptionalInt.of(keep),
                                            systems(),
                                            dryRun));
            if (output.json()) {
                Json.print(context.out(), json(engine, done));
            } else {
                print(engine, done);
            }
            return ExitCode.OK;
        }

        private Set<String> systems() {
            if (keep == null || all) {
                return Set.of();
            }
            return Set.of(system == null ? project.load(context).systemName() : system);
        }

        private ObjectNode json(Engine engine, Collected done) throws IOException {
            ObjectNode node = Json.object();
            node.set(
                    "deleted",
                    Json.array(
                            done.generations(),
                            g ->
                                    Json.object()
                                            .put("system", g.system())
                                            .put("number", g.number())));
            node.put("layers", done.layers())
                    .put("files", done.files())
                    .put("freedBytes", done.freedBytes());
            ArrayNode notes = node.putArray("notes");
            done.notes().forEach(notes::add);
            node.put("dryRun", dryRun);
            ObjectNode usage = node.putObject("usage");
            engine.care().usage().forEach(usage::put);
            return node;
        }

        private void print(Engine engine, Collected done) throws IOException {
            var out = context.out();
            for (Generation each : done.generations()) {
                out.println(
                        (dryRun ? "Would delete" : "Deleted")
                                + " generation "
                                + each.number()
                                + " of "
                                + each.system()
                                + ".");
            }
            done.notes().forEach(out::println);
            out.println(
                    Units.size(done.freedBytes())
                            + (dryRun ? " would be freed: " : " freed: ")
                            + counted(done.layers(), "layer")
                            + " and "
                            + counted(done.files(), "project file")
                            + " that nothing needs.");
            var usage = engine.care().usage();
            out.println(
                    "The store holds "
                            + Units.size(usage.values().stream().mapToLong(Long::longValue).sum())
                            + ", of which "
                            + Units.size(usage.getOrDefault("cache", 0L))
                            + " are downloads that builds use again.");
        }

        private static String counted(int number, String what) {
            return number + " " + what + (number == 1 ? "" : "s");
        }
    }

    /** {@code generations verify}. */
    @Command(
            name = "verify",
            description = {
                "Reads the whole store again and compares it with the sums that were taken when it",
                "was written; says what is damaged and what to do about it."
            },
            footer = {
                "",
                "JSON: {generations, layers, unsummedLayers, readBytes, discarded, damages:"
                        + " [{what,",
                "place, message, generations, advice}]}.",
                "",
                "Exit codes: 0 all is well; 1 something is damaged."
            })
    static final class Verify extends OfStore {

        @Option(
                names = "--discard",
                description =
                        "Take damaged layers and project files away, so that the next build or"
                                + " import makes them anew.")
        private boolean discard;

        Verify(CliContext context) {
            super(context);
        }

        @Override
        int call(Engine engine) throws IOException {
            Verification found;
            try (var bytes = new BytesProgress(context, "Reading")) {
                Cancellation cancellation = bytes.cancellation();
                found = engine.care().verify(discard, bytes, cancellation);
            }
            if (output.json()) {
                Json.print(context.out(), json(found));
            } else {
                print(found);
            }
            return found.damages().isEmpty() ? ExitCode.OK : ExitCode.SPEC_OR_CHECK;
        }

        private static ObjectNode json(Verification found) {
            ObjectNode node =
                    Json.object()
                            .put("generations", found.generations())
                            .put("layers", found.layers())
                            .put("unsummedLayers", found.unsummed())
                            .put("readBytes", found.readBytes())
                            .put("discarded", found.discarded());
            node.set("damages", Json.array(found.damages(), Verify::damage));
            return node;
        }

        private static ObjectNode damage(Damage damage) {
            ObjectNode node =
                    Json.object()
                            .put("what", Names.of(damage.what()))
                            .put("place", damage.place().toString())
                            .put("message", damage.message());
            ArrayNode generations = node.putArray("generations");
            damage.generations().forEach(generations::add);
            return node.put("advice", damage.advice());
        }

        private void print(Verification found) {
            var out = context.out();
            for (Damage damage : found.damages()) {
                out.println(damage.message());
                out.println("  place: " + damage.place());
                if (damage.what() != Damage.What.GENERATION && !damage.generations().isEmpty()) {
                    out.println("  needed by: " + String.join(", ", damage.generations()));
                }
                out.println("  help: " + damage.advice());
            }
            out.println(
                    (found.damages().isEmpty()
                                    ? "All is well"
                                    : found.damages().size() + " damaged")
                            + ": "
                            + found.generations()
                            + " generations and "
                            + found.layers()
                            + " layers, "
                            + Units.size(found.readBytes())
                            + " read.");
            if (found.unsummed() > 0) {
                out.println(
                        found.unsummed()
                                + " layers were made before sums were kept: only their names could"
                                + " be compared.");
            }
            if (found.discarded() > 0) {
                out.println(found.discarded() + " taken away; the next build makes them anew.");
            }
        }
    }
}

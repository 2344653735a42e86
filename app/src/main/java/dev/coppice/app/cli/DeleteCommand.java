package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.store.Deletion;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerRef;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** {@code generations delete}. */
@Command(
        name = "delete",
        description = {
            "Deletes generations and the layers that nothing else needs. One that is pinned, or",
            "that a machine runs, stays; then nothing is deleted."
        },
        footer = {
            "",
            "JSON: {system, deleted: [number], freedBytes, sharedBytes, layers: [{kind, digest,",
            "bytes}], dryRun}; with one generation deleted is its number."
        })
final class DeleteCommand extends GenerationsCommand.Base {

    @Parameters(arity = "1..*", paramLabel = "GENERATION", description = "Their numbers.")
    private List<Integer> numbers;

    @Option(names = "--dry-run", description = "Only say what would be deleted and freed.")
    private boolean dryRun;

    DeleteCommand(CliContext context) {
        super(context);
    }

    @Override
    int call(Engine engine, String name) throws IOException {
        List<Generation> chosen = new ArrayList<>();
        List<Integer> damaged = new ArrayList<>();
        for (int number : new LinkedHashSet<>(numbers)) {
            engine.generations()
                    .find(name, number)
                    .ifPresentOrElse(chosen::add, () -> damaged.add(number));
        }
        for (int number : damaged) {
            if (!engine.care().exists(name, number)) {
                throw new CliFailure(
                        ExitCode.USAGE,
                        "no-such-generation",
                        name + " has no generation " + number,
                        "See coppice generations list.");
            }
        }
        Deletion plan = engine.generations().plan(chosen);
        long freed = plan.freedBytes();
        if (!dryRun) {
            plan.refusal().ifPresent(DeleteCommand::refuse);
            freed = 0;
            // Damaged ones first: while one is there no layer is freed.
            for (int number : damaged) {
                freed += engine.care().delete(name, number);
            }
            for (Generation each : chosen) {
                freed += engine.generations().delete(each);
            }
        }
        if (output.json()) {
            Json.print(context.out(), json(name, plan, freed));
        } else {
            print(name, plan, freed);
        }
        return ExitCode.OK;
    }

    private static void refuse(Problem problem) {
        throw new ProblemException(problem);
    }

    private ObjectNode json(String name, Deletion plan, long freed) {
        ObjectNode node = Json.object().put("system", name);
        if (numbers.size() == 1) {
            node.put("deleted", numbers.getFirst());
        } else {
            var array = node.putArray("deleted");
            numbers.forEach(array::add);
        }
        node.put("freedBytes", freed).put("sharedBytes", plan.sharedBytes());
        node.set("layers", Json.array(plan.layers(), DeleteCommand::layer));
        node.put("dryRun", dryRun);
        plan.refusal().ifPresent(problem -> node.set("refusal", Json.problem(problem)));
        return node;
    }

    private static ObjectNode layer(LayerRef layer) {
        return Json.object()
                .put("kind", Names.of(layer.kind()))
                .put("digest", layer.digest())
                .put("bytes", layer.bytes());
    }

    private void print(String name, Deletion plan, long freed) {
        var out = context.out();
        String which = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String many = numbers.size() == 1 ? "generation " : "generations ";
        if (!dryRun) {
            out.println(
                    "Deleted "
                            + many
                            + which
                            + " of "
                            + name
                            + "; "
                            + Units.size(freed)
                            + " freed.");
            return;
        }
        out.println(
                "Deleting "
                        + many
                        + which
                        + " of "
                        + name
                        + " would free "
                        + Units.size(freed)
                        + ".");
        if (!plan.layers().isEmpty()) {
            out.println("Layers that nothing else needs:");
            var table = new Table();
            for (LayerRef layer : plan.layers()) {
                table.row(
                        Names.of(layer.kind()),
                        Units.size(layer.bytes()),
                        layer.digest().substring(0, 12));
            }
            table.print(out, "  ");
        }
        if (plan.sharedBytes() > 0) {
            out.println(
                    "Other generations use the rest of its layers, "
                            + Units.size(plan.sharedBytes())
                            + ": they stay.");
        }
        plan.refusal()
                .ifPresent(
                        problem ->
                                out.println(
                                        "It would be refused: "
                                                + problem.message()
                                                + " "
                                                + problem.hint()));
    }
}

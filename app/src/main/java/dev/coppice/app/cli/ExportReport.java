package dev.coppice.app.cli;

import dev.coppice.app.output.ExportFolder;
import dev.coppice.app.output.FolderPlan.FileChange;
import dev.coppice.app.output.FolderPlan.State;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.FieldSupport;
import dev.coppice.model.export.Tally;
import dev.coppice.model.include.ValuePlace;
import dev.coppice.model.include.ValuePlaces;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Prints what an export wrote and what became of each value.
 *
 * @param spec the spec's name for messages
 * @param places where its values stand
 */
record ExportReport(String spec, ValuePlaces places) {

    /**
     * An export that was done.
     *
     * @param folder where, as it was named; empty when nothing was to be written
     * @param outcome what was written; empty when nothing was to be written
     */
    record Done(
            Exporter exporter,
            ExportResult result,
            Optional<Path> folder,
            Optional<ExportFolder.Outcome> outcome) {

        boolean refused() {
            return outcome.filter(o -> !o.written()).isPresent();
        }

        List<String> inTheWay() {
            return refused()
                    ? outcome.orElseThrow().plan().questions().stream()
                            .map(path -> folder.orElseThrow().resolve(path).toString())
                            .toList()
                    : List.of();
        }

        private List<Row> files() {
            return outcome.map(ExportFolder.Outcome::plan)
                    .map(plan -> plan.changes().stream().map(Row::new).toList())
                    .orElseGet(() -> result.files().stream().map(Row::new).toList());
        }
    }

    /** A file, with what happened to it where something was to be written. */
    private record Row(String path, Optional<State> state) {

        Row(FileChange change) {
            this(change.path(), Optional.of(change.state()));
        }

        Row(ExportedFile file) {
            this(file.path(), Optional.empty());
        }
    }

    void print(Done done, PrintStream out) {
        int made = done.result().files().size();
        out.println(
                done.exporter().title()
                        + ": "
                        + (made == 1 ? "1 file" : made + " files")
                        + done.folder()
                                .map(f -> (done.refused() ? " for " : " in ") + f)
                                .orElse(""));
        var table = new Table();
        for (Row file : done.files()) {
            table.row(file.path(), file.state().map(s -> words(s, done.refused())).orElse(""));
        }
        table.print(out, "  ");
        out.println(Tally.of(done.result().report()).words() + ".");
        done.result().report().stream()
                .filter(entry -> isLoss(entry.support()))
                .map(this::line)
                .forEach(out::println);
        if (done.folder().isEmpty()) {
            out.println("Nothing was written; --output DIR writes the files.");
        }
    }

    private static boolean isLoss(FieldSupport support) {
        return support instanceof FieldSupport.Approximated
                || support instanceof FieldSupport.Dropped;
    }

    private String line(ExportResult.Entry entry) {
        ValuePlace place = places.at(entry.path());
        return "%s:%d:%d: %s: %s: %s"
                .formatted(
                        place.inSpec() ? spec : place.file(),
                        place.start().line(),
                        place.start().column(),
                        name(entry.support()),
                        entry.path(),
                        entry.support().text());
    }

    private static String name(FieldSupport support) {
        return switch (support) {
            case FieldSupport.Exact exact -> "exact";
            case FieldSupport.Approximated near -> "approximated";
            case FieldSupport.Dropped dropped -> "dropped";
            case FieldSupport.NotConcerned none -> "unconcerned";
        };
    }

    private static String words(State state, boolean refused) {
        return switch (state) {
            case NEW -> refused ? "not written" : "new";
            case UPDATED -> refused ? "not written" : "updated";
            case SAME -> "unchanged";
            case FOREIGN -> refused ? "not written by Coppice" : "replaced";
            case EDITED -> refused ? "changed since" : "replaced";
            case REMOVED -> refused ? "not removed" : "removed: no longer part of the export";
            case LEFT -> "left: no longer part of the export, but changed since";
        };
    }

    ObjectNode json(List<Done> all) {
        ObjectNode node =
                Json.object()
                        .put(
                                "written",
                                all.stream()
                                        .allMatch(e -> e.outcome().isPresent() && !e.refused()));
        node.set("targets", Json.array(all, this::json));
        return node;
    }

    private ObjectNode json(Done done) {
        Tally tally = Tally.of(done.result().report());
        ObjectNode node =
                Json.object()
                        .put("target", done.exporter().id())
                        .put("title", done.exporter().title())
                        .put("folder", done.folder().map(Path::toString).orElse(""));
        node.set("files", Json.array(done.files(), file -> json(file, done.result())));
        node.put("exact", tally.exact())
                .put("approximated", tally.approximated())
                .put("dropped", tally.dropped());
        node.set("report", Json.array(done.result().report(), this::json));
        return node;
    }

    private ObjectNode json(ExportResult.Entry entry) {
        ValuePlace place = places.at(entry.path());
        return Json.object()
                .put("path", entry.path().toString())
                .put("field", entry.field().id())
                .put("support", name(entry.support()))
                .put("text", entry.support().text())
                .put("file", place.file())
                .put("line", place.start().line())
                .put("column", place.start().column());
    }

    private static ObjectNode json(Row row, ExportResult result) {
        ObjectNode node =
                Json.object()
                        .put("path", row.path())
                        .put("state", row.state().map(Names::of).orElse(""));
        ArrayNode origins = node.putArray("origins");
        for (ExportedFile file : result.files()) {
            if (file.path().equals(row.path())) {
                origins(file, origins);
            }
        }
        return node;
    }

    private static void origins(ExportedFile file, ArrayNode origins) {
        switch (file) {
            case ExportedFile.Copy copy -> {
                ObjectNode node = origins.addObject().put("line", 0);
                node.putArray("paths").add(copy.origin().toString());
            }
            case ExportedFile.Text text -> {
                for (int i = 0; i < text.lines().size(); i++) {
                    ExportedFile.Line line = text.lines().get(i);
                    if (!line.origins().isEmpty()) {
                        ObjectNode node = origins.addObject().put("line", i + 1);
                        ArrayNode paths = node.putArray("paths");
                        line.origins().forEach(path -> paths.add(path.toString()));
                    }
                }
            }
        }
    }
}

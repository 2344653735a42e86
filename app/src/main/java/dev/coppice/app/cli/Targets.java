package dev.coppice.app.cli;

import dev.coppice.model.bind.Closest;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.Exporters;

import java.util.List;

/** The targets that a command line names. */
record Targets(Exporters exporters) {

    /**
     * The targets of certain ids, each once.
     *
     * @throws CliFailure when there is none of an id
     */
    List<Exporter> named(List<String> ids) {
        return ids.stream().distinct().map(this::find).toList();
    }

    private Exporter find(String id) {
        return exporters
                .find(id)
                .orElseThrow(
                        () ->
                                new CliFailure(
                                        ExitCode.USAGE,
                                        "unknown-target",
                                        "there is no target " + id,
                                        Closest.to(id, ids())
                                                .map(near -> "Did you mean " + near + "?")
                                                .orElseGet(this::all)));
    }

    List<String> ids() {
        return exporters.all().stream().map(Exporter::id).toList();
    }

    /** A sentence that names all. */
    String all() {
        return ids().isEmpty()
                ? "This version of Coppice knows no targets."
                : "Targets: " + String.join(", ", ids()) + ".";
    }
}

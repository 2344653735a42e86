package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.runner.store.Generation;

import java.io.IOException;

/** Finds the generation that a command line means. */
final class Selection {

    private final CliContext context;
    private final Engine engine;

    Selection(CliContext context, Engine engine) {
        this.context = context;
        this.engine = engine;
    }

    /**
     * The generation with a number; without one, the project's current generation, which is built
     * when the spec has changed.
     *
     * @param number may be null
     */
    Generation select(Options.ProjectFolder project, Integer number) throws IOException {
        ProjectText text = project.load(context);
        if (number == null) {
            text.requireNoErrors(context);
            return new Builds(context, engine).currentOrBuild(text);
        }
        return find(text.systemName(), number);
    }

    /** The generation of a system with a number. */
    Generation find(String system, int number) throws IOException {
        return engine.generations()
                .find(system, number)
                .orElseThrow(
                        () ->
                                new CliFailure(
                                        ExitCode.USAGE,
                                        "no-such-generation",
                                        system + " has no generation " + number,
                                        "See coppice generations list."));
    }
}

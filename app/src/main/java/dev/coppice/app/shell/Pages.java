package dev.coppice.app.shell;

import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.vm.RunOptions;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The pages of one project, with what the shell asks of each.
 *
 * @param compose where the spec is written
 * @param build where builds run
 * @param preview where machines run
 * @param generations the list of generations
 * @param compare two generations side by side
 * @param export the spec as other systems' files
 */
public record Pages(
        Composing compose,
        Building build,
        Booting preview,
        Page generations,
        Comparing compare,
        Page export) {

    /** A page that can show where a path stands. */
    public interface Composing extends Page {

        /** Puts cursor and form on a path. */
        void reveal(YamlPath path);

        /** Puts the focus on the list of problems. */
        void showProblems();

        /** Opens the search over everything. */
        void search();
    }

    /** A page that builds. */
    public interface Building extends Page {

        /**
         * Starts a build and shows it. One at a time: the shell does not ask again before the
         * outcome.
         *
         * @return completes in any thread, never exceptionally but for bugs
         */
        CompletableFuture<JobOutcome<Generation>> build(BuildRequest request);
    }

    /** A page that boots machines. */
    public interface Booting extends Page {

        /** Starts a machine and shows it. */
        void boot(Generation generation, RunOptions options);
    }

    /** A page that compares. */
    public interface Comparing extends Page {

        /** Shows two generations side by side. */
        void compare(Generation earlier, Generation later);
    }

    /** The page of a place. */
    public Page at(Place place) {
        return switch (place) {
            case COMPOSE -> compose;
            case BUILD -> build;
            case PREVIEW -> preview;
            case GENERATIONS -> generations;
            case COMPARE -> compare;
            case EXPORT -> export;
        };
    }

    /** All pages, in the order of the rail. */
    public List<Page> all() {
        return List.of(compose, build, preview, generations, compare, export);
    }
}

package dev.coppice.app.shell;

import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.vm.RunOptions;

/**
 * The ways from one place to another. Features get this and do not know each other. Call it on the
 * FX thread.
 */
public interface Navigation {

    /** Shows a place. */
    void go(Place place);

    /** Shows Compose with the line and the form field of a path. */
    void reveal(YamlPath path);

    /** Shows Preview and boots a generation there. */
    void boot(Generation generation, RunOptions options);

    /** Shows Compare with two generations. */
    void compare(Generation earlier, Generation later);

    /** Builds the text as it is, then boots it: what the primary button does. */
    void buildAndBoot();

    /** Whether {@link #buildAndBoot} would start now; otherwise the button says why not. */
    boolean canBuild();

    /**
     * Generations were made, deleted, booted or rolled back: what is said about them is old. The
     * shell refreshes its own part and tells the pages that implement {@link
     * Page#generationsChanged}.
     */
    void generationsChanged();
}

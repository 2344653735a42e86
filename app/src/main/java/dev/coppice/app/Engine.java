package dev.coppice.app;

import dev.coppice.runner.build.Builder;
import dev.coppice.runner.build.Evaluator;
import dev.coppice.runner.store.Generations;
import dev.coppice.runner.vm.MachineHost;

import java.nio.file.Path;

/**
 * What runs: the builder, the evaluator, the generations and the machines of one store. Shared by
 * the window and the command line, so nothing here knows JavaFX.
 *
 * @param store the folder that everything is kept in
 */
public record Engine(
        Path store,
        Builder builder,
        Evaluator evaluator,
        Generations generations,
        MachineHost machines)
        implements AutoCloseable {

    /** Stops every machine that was started here. */
    @Override
    public void close() {
        machines.close();
    }

    /** Opens stores. */
    @FunctionalInterface
    public interface Factory {

        /** Opens the store in a folder, which is made when it is first written to. */
        Engine open(Path store);
    }
}

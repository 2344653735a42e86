package dev.coppice.app;

import dev.coppice.runner.build.Builder;
import dev.coppice.runner.build.Evaluator;
import dev.coppice.runner.disk.DiskImages;
import dev.coppice.runner.store.Generations;
import dev.coppice.runner.store.StoreCare;
import dev.coppice.runner.vm.MachineHost;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What runs: the builder, the evaluator, the generations and the machines of one store. Shared by
 * the window and the command line, so nothing here knows JavaFX.
 *
 * @param store the folder that everything is kept in
 * @param care looks after the store as a whole
 * @param images takes generations onto disks and into directories
 */
public record Engine(
        Path store,
        Builder builder,
        Evaluator evaluator,
        Generations generations,
        MachineHost machines,
        StoreCare care,
        Optional<DiskImages> images)
        implements AutoCloseable {

    /** Without the means to take generations out of the store. */
    public Engine(
            Path store,
            Builder builder,
            Evaluator evaluator,
            Generations generations,
            MachineHost machines,
            StoreCare care) {
        this(store, builder, evaluator, generations, machines, care, Optional.empty());
    }

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

package dev.coppice.runner.vm;

import dev.coppice.runner.store.Generation;

import java.util.List;

/** Runs machines on this host. Closing it stops all that it started. */
public interface MachineHost extends AutoCloseable {

    /** Starts a machine; failures show in its state. */
    VirtualMachine start(Generation generation, RunOptions options);

    /** Machines that this host started and that have not ended. */
    List<VirtualMachine> running();

    /** Machines that an earlier Coppice left behind. */
    List<LeftOver> leftOvers();

    @Override
    void close();

    /** A QEMU process whose Coppice has died. */
    interface LeftOver {

        /** The system and the generation that it runs, for people. */
        String title();

        long pid();

        /** Ends it and removes its files. */
        void stop();
    }
}

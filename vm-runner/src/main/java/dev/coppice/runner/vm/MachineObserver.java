package dev.coppice.runner.vm;

import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.Facts;

import java.util.List;

/** Follows a machine; called from any thread, one call at a time. */
public interface MachineObserver {

    /** The machine is in another state. */
    default void stateChanged(VmState state) {}

    /**
     * The machine was restarted before it was ready, for a fault that is not its own.
     *
     * @param why a sentence
     */
    default void restarted(String why) {}

    /** The facts are here. */
    default void factsCollected(Facts facts) {}

    /** All checks as they stand now; called again while they are still being tried. */
    default void checksChanged(List<CheckResult> results, boolean finished) {}
}

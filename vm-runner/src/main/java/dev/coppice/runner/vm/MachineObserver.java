package dev.coppice.runner.vm;

import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.Facts;

import java.util.List;

/** Follows a machine; called from any thread, one call at a time. */
public interface MachineObserver {

    /** The machine is in another state. */
    default void stateChanged(VmState state) {}

    /** The facts are here. */
    default void factsCollected(Facts facts) {}

    /** All checks as they stand now; called again while they are still being tried. */
    default void checksChanged(List<CheckResult> results, boolean finished) {}
}

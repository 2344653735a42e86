package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.runner.vm.MachineHost;

import java.util.List;

/** Machines whose Coppice died. */
final class LeftOvers {

    private LeftOvers() {}

    /** Says on standard error that there are some, and how to stop them. */
    static void mention(CliContext context, Engine engine) {
        List<MachineHost.LeftOver> all = engine.machines().leftOvers();
        if (all.isEmpty()) {
            return;
        }
        context.err()
                .println(
                        all.size() == 1
                                ? "note: a machine of an earlier Coppice still runs:"
                                : "note: machines of an earlier Coppice still run:");
        all.forEach(left -> context.err().println("  " + left.title() + ", process " + left.pid()));
        context.err().println("  stop with: coppice doctor --stop-left-overs");
    }
}

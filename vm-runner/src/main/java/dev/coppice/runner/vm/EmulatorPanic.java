package dev.coppice.runner.vm;

/**
 * A panic that emulation causes and no system: with several processors, QEMU's TCG lets a kernel
 * that patches its own code run into the breakpoint that it sets meanwhile, once in a while.
 */
final class EmulatorPanic {

    static final String NOTE =
            "The kernel ran into a fault of the emulation (int3, then a panic), which has nothing"
                    + " to do with the system: the machine was restarted once.";

    private static final String BREAKPOINT = "int3: 0000";
    private static final String PANIC = "Kernel panic";
    private static final String NEXT_BOOT = "Linux version";

    private EmulatorPanic() {}

    /** Whether a console ends with it: a kernel that has begun anew since needs no help. */
    static boolean isIn(String console) {
        int breakpoint = console.lastIndexOf(BREAKPOINT);
        return breakpoint >= 0
                && console.indexOf(PANIC, breakpoint) >= 0
                && console.indexOf(NEXT_BOOT, breakpoint) < 0;
    }
}

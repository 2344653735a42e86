package dev.coppice.runner.vm;

/**
 * How to run a generation this time.
 *
 * @param display whether the machine has a screen
 * @param keepState whether state disks keep the paths of {@code storage.persist} and the data
 *     disks; otherwise all that the machine writes is gone at power-off
 * @param forwards whether the host's ports of {@code machine.forward} lead to the machine; one
 *     machine at a time can have them
 */
public record RunOptions(boolean display, boolean keepState, boolean forwards) {

    /** With the forwarded ports of the spec. */
    public RunOptions(boolean display, boolean keepState) {
        this(display, keepState, true);
    }
}

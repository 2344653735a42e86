package dev.coppice.runner.vm;

import dev.coppice.runner.store.BootImage;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to run a generation this time.
 *
 * @param display whether the machine has a screen
 * @param keepState whether state disks keep the paths of {@code storage.persist} and the data
 *     disks; otherwise all that the machine writes is gone at power-off
 * @param forwards whether the host's ports of {@code machine.forward} lead to the machine; one
 *     machine at a time can have them
 * @param disk a disk to start from, in place of the generation's layers
 */
public record RunOptions(
        boolean display, boolean keepState, boolean forwards, Optional<Disk> disk) {

    /**
     * A disk that the machine starts from with firmware, in place of the generation's layers. It
     * keeps what is written, so it may run another generation than the one that it began with.
     *
     * @param image a raw image, as {@code dev.coppice.runner.disk} writes it
     */
    public record Disk(Path image, BootImage.Firmware firmware) {}

    /** From the generation's layers. */
    public RunOptions(boolean display, boolean keepState, boolean forwards) {
        this(display, keepState, forwards, Optional.empty());
    }

    /** With the forwarded ports of the spec. */
    public RunOptions(boolean display, boolean keepState) {
        this(display, keepState, true);
    }
}

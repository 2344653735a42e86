package dev.coppice.runner.vm;

import dev.coppice.model.spec.Machine.Forward;

import java.nio.file.Path;
import java.util.List;

/**
 * What a machine is made of.
 *
 * @param label names it for people, {@code web-01 generation 3}
 * @param boot what it starts from
 * @param disks disks beside the system's own
 * @param kernelParameters the spec's words, added to ours where QEMU loads the kernel
 * @param memoryMiB memory in MiB
 * @param cpus virtual CPUs
 * @param nics network cards, at least 1; the first has the forwards, each of the others a network
 *     of its own where nobody but the machine is
 * @param forwards host ports on 127.0.0.1 that reach the guest
 * @param display whether it has a screen, a keyboard and a pointer
 */
public record VmConfig(
        String label,
        BootSource boot,
        List<DataDisk> disks,
        List<String> kernelParameters,
        int memoryMiB,
        int cpus,
        int nics,
        List<Forward> forwards,
        boolean display) {

    public VmConfig {
        disks = List.copyOf(disks);
        kernelParameters = List.copyOf(kernelParameters);
        forwards = List.copyOf(forwards);
    }

    /** Whether something outlives the machine: its state, or what it wrote to its own disk. */
    public boolean keeps() {
        return boot.keeps();
    }

    /**
     * A disk that the guest finds by its serial.
     *
     * @param serial at most 20 characters, the limit of virtio-blk
     * @param image a file with an image, raw unless the disk's owner says otherwise
     */
    public record Disk(String serial, Path image) {

        public Disk {
            if (!serial.matches("[A-Za-z0-9_.-]{1,20}")) {
                throw new IllegalArgumentException("not a serial of a disk: " + serial);
            }
        }
    }

    /**
     * A writable disk beside the system's own.
     *
     * @param kept whether the image gets what is written; otherwise it is gone at power-off
     */
    public record DataDisk(Disk disk, boolean kept) {}
}

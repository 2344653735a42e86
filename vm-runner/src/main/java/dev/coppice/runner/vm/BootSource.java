package dev.coppice.runner.vm;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a machine starts from. */
public sealed interface BootSource {

    /**
     * A kernel that QEMU loads itself, and layers that its small early user space stacks.
     *
     * @param kernel the kernel
     * @param initrd the small early user space
     * @param layers read-only disks, the topmost layer first
     * @param state a writable disk for what is kept; without it all that is written is gone at the
     *     end
     */
    record Layers(
            Path kernel, Path initrd, List<VmConfig.Disk> layers, Optional<VmConfig.Disk> state)
            implements BootSource {

        public Layers {
            layers = List.copyOf(layers);
        }
    }

    /**
     * A whole disk with a boot loader of its own, which the firmware starts.
     *
     * @param image the disk; never written to unless it is kept
     * @param format how the image is written
     * @param kept whether the image gets what is written; otherwise it is gone at the end
     */
    record DiskImage(VmConfig.Disk image, Format format, boolean kept, Firmware firmware)
            implements BootSource {}

    /**
     * A read-only optical disc, from which an installer or a live system runs, and perhaps a disk
     * that it installs to. The disk is tried first: once it has a system, the machine starts that.
     *
     * @param image the disc
     * @param target a writable disk
     */
    record Iso(Path image, Optional<DiskImage> target, Firmware firmware) implements BootSource {}

    /** Whether something outlives the machine. */
    default boolean keeps() {
        return switch (this) {
            case Layers layers -> layers.state().isPresent();
            case DiskImage disk -> disk.kept();
            case Iso iso -> iso.target().map(DiskImage::kept).orElse(false);
        };
    }

    /** How the image of a disk is written; what QEMU calls the format. */
    enum Format {
        RAW,
        QCOW2
    }

    /** The program that starts a boot loader. */
    sealed interface Firmware {

        /** What QEMU brings with it: SeaBIOS. */
        record Bios() implements Firmware {}

        /**
         * UEFI, from OVMF.
         *
         * @param code the read-only part
         * @param variables the machine's own copy of the part that the firmware writes to
         */
        record Uefi(Path code, Path variables) implements Firmware {}
    }
}

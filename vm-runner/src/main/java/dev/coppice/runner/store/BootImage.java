package dev.coppice.runner.store;

/**
 * How a machine starts from the image of a generation that is one image, and no stack of layers.
 *
 * @param format how the image is written
 * @param firmware what starts its boot loader
 */
public record BootImage(Format format, Firmware firmware) {

    /** How an image is written. */
    public enum Format {
        /** A disk, byte by byte. */
        RAW,
        /** A disk as QEMU writes it; see qemu-img(1). */
        QCOW2,
        /** An optical disc that installs or runs the system. */
        ISO
    }

    /** What starts a boot loader. */
    public enum Firmware {
        BIOS,
        UEFI
    }
}

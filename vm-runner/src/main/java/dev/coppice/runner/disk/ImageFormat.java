package dev.coppice.runner.disk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The forms of disk images. */
public enum ImageFormat {
    /** The disk byte for byte; for dd(1) and for QEMU. */
    RAW("raw", List.of()),
    /** QEMU, KVM, OpenStack. */
    QCOW2("qcow2", List.of("-O", "qcow2", "-c")),
    /** VMware; one file that streams. */
    VMDK("vmdk", List.of("-O", "vmdk", "-o", "subformat=streamOptimized")),
    /** Hyper-V, Azure. */
    VHDX("vhdx", List.of("-O", "vhdx", "-o", "subformat=dynamic"));

    private final String extension;
    private final List<String> conversion;

    ImageFormat(String extension, List<String> conversion) {
        this.extension = extension;
        this.conversion = conversion;
    }

    /** The usual end of a file's name, and how the command line calls it. */
    public String extension() {
        return extension;
    }

    /** The form that a file's name says by its end. */
    public static Optional<ImageFormat> of(String extension) {
        return Arrays.stream(values()).filter(f -> f.extension.equals(extension)).findFirst();
    }

    /** What qemu-img(1) is told; empty when it is not needed. */
    List<String> conversion() {
        return conversion;
    }
}

package dev.coppice.runner.store;

import java.nio.file.Path;

/**
 * A layer in the store: a directory with at least its image.
 *
 * @param kind what it holds
 * @param digest SHA-256 of what went into it, hexadecimal
 * @param directory where its files are
 * @param bytes size of all its files
 */
public record Layer(LayerKind kind, String digest, Path directory, long bytes) {

    /** QEMU takes no more of a disk's serial. */
    private static final int SERIAL_LENGTH = 20;

    /** The file-system image; of a whole system, the image that machines start from. */
    public Path image() {
        return directory.resolve(imageName(kind));
    }

    /** What the image of a kind of layer is called. */
    public static String imageName(LayerKind kind) {
        return kind == LayerKind.IMAGE ? "system.img" : "image.squashfs";
    }

    /** Of base and packages layers: a tar of what upper layers must know. */
    public Path meta() {
        return directory.resolve("meta.tar");
    }

    /** Of kernel layers: the bootable kernel. */
    public Path vmlinuz() {
        return directory.resolve("vmlinuz");
    }

    /** Of kernel layers: our initrd, which stacks the layers. */
    public Path initrd() {
        return directory.resolve("initrd");
    }

    /** Of kernel layers: the kernel's version as {@code uname -r} says it. */
    public Path version() {
        return directory.resolve("version");
    }

    /** The serial of its virtio disk; the initrd finds it by this. */
    public String serial() {
        return serialOf(digest);
    }

    static String serialOf(String digest) {
        return digest.substring(0, Math.min(SERIAL_LENGTH, digest.length()));
    }
}

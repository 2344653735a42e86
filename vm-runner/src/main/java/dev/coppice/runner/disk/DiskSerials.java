package dev.coppice.runner.disk;

import dev.coppice.model.spec.Storage;

/**
 * The serials of a machine's disks beside those of its system: what an image looks for and what a
 * machine is given. Linux names them {@code /dev/disk/by-id/virtio-SERIAL}.
 */
public final class DiskSerials {

    /** The swap space. */
    public static final String SWAP = "coppice-swap";

    private DiskSerials() {}

    /** A data disk's serial is its name. */
    public static String of(Storage.Disk disk) {
        return disk.name();
    }
}

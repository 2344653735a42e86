package dev.coppice.model.spec;

import java.util.List;
import java.util.Optional;

/**
 * What the machine writes to.
 *
 * @param persist absolute paths of directories that are kept on the state disk; everything else
 *     that a machine writes is gone at power-off
 * @param swapMiB size of the swap space in MiB; none when empty
 * @param disks data disks
 */
public record Storage(List<String> persist, Optional<Integer> swapMiB, List<Disk> disks) {

    public Storage {
        persist = List.copyOf(persist);
        disks = List.copyOf(disks);
    }

    /** Nothing kept, no swap, no disks. */
    public static Storage plain() {
        return new Storage(List.of(), Optional.empty(), List.of());
    }

    /**
     * A data disk. It is found by its serial, which is its name.
     *
     * @param name a short name
     * @param sizeMiB size in MiB
     * @param filesystem {@code ext4}, {@code xfs}, {@code btrfs} or {@code vfat}
     * @param mount where it is mounted, absolute
     * @param options mount options (mount(8))
     */
    public record Disk(
            String name, int sizeMiB, String filesystem, String mount, List<String> options) {

        public Disk {
            options = List.copyOf(options);
        }
    }
}

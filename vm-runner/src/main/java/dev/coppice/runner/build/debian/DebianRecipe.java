package dev.coppice.runner.build.debian;

import dev.coppice.model.linux.NeededPackages;
import dev.coppice.model.spec.SystemSpec;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a spec means for a Debian image, beyond its own words. Pure. */
final class DebianRecipe {

    static final String ARCHITECTURE = "amd64";

    /** The generic kernel: the cloud flavour has no console on a screen. */
    static final String KERNEL = "linux-image-amd64";

    /** Loaded by the initrd at every boot, with what they need. */
    static final List<String> BOOT_MODULES =
            List.of("virtio_pci", "virtio_blk", "squashfs", "overlay");

    /** Loaded by the initrd when there is a state disk. */
    static final List<String> STATE_MODULES = List.of("ext4");

    /** Added to the essential packages and apt. */
    static final List<String> BASE_PACKAGES =
            List.of(
                    "systemd",
                    "systemd-sysv",
                    "systemd-resolved",
                    "udev",
                    "dbus",
                    "libpam-systemd",
                    "qemu-guest-agent",
                    "kmod",
                    "iproute2",
                    "tzdata",
                    "netbase",
                    "procps");

    /**
     * Units that do nothing useful in a machine whose writes are thrown away, and that cost boot
     * time, most of all without KVM. A spec that enables one of them gets it.
     */
    static final List<String> NEEDLESS_UNITS =
            List.of(
                    "apt-daily.timer",
                    "apt-daily-upgrade.timer",
                    "dev-hugepages.mount",
                    "dpkg-db-backup.timer",
                    "e2scrub_all.timer",
                    "e2scrub_reap.service",
                    "fstrim.timer",
                    "modprobe@dm_mod.service",
                    "modprobe@efi_pstore.service",
                    "modprobe@loop.service",
                    "sys-fs-fuse-connections.mount",
                    "sys-kernel-config.mount",
                    "sys-kernel-debug.mount",
                    "sys-kernel-tracing.mount",
                    "systemd-pstore.service",
                    "systemd-random-seed.service",
                    "systemd-remount-fs.service",
                    "systemd-rfkill.service",
                    "systemd-rfkill.socket",
                    "systemd-update-utmp.service",
                    "systemd-update-utmp-runlevel.service");

    private DebianRecipe() {}

    /**
     * The packages that are installed on top of the base: the spec's and what its settings need.
     */
    static List<String> packages(SystemSpec spec) {
        Set<String> result = new TreeSet<>(NeededPackages.of(spec).keySet());
        result.removeAll(BASE_PACKAGES);
        return List.copyOf(result);
    }
}

package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.Region;
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
     * Podman and what it recommends but cannot do without: a runtime, the network with its name
     * server, the tools that the network sets up its rules with (iptables in bookworm, nft in
     * trixie), and the certificates of registries.
     */
    private static final List<String> CONTAINER_PACKAGES =
            List.of(
                    "podman",
                    "crun",
                    "netavark",
                    "aardvark-dns",
                    "iptables",
                    "nftables",
                    "ca-certificates");

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
        Set<String> result = new TreeSet<>(spec.software().packages());
        if (!RegionFiles.locales(spec.region()).isEmpty()) {
            result.add("locales");
        }
        if (ConsoleFiles.needed(spec.region())) {
            result.addAll(List.of("console-setup", "kbd", "keyboard-configuration"));
        }
        if (spec.region().ntp().filter(Region.Ntp::enabled).isPresent()) {
            result.add("systemd-timesyncd");
        }
        if (!spec.accounts().sudo().isEmpty()) {
            result.add("sudo");
        }
        if (spec.software().repositories().stream().anyMatch(r -> r.url().startsWith("https:"))) {
            result.add("ca-certificates");
        }
        if (!spec.sshd().isEmpty()) {
            result.add("openssh-server");
        }
        if (spec.network().firewall().isPresent() || spec.network().nat().isPresent()) {
            result.add("nftables");
        }
        if (!spec.containers().isEmpty()) {
            result.addAll(CONTAINER_PACKAGES);
        }
        spec.storage().disks().forEach(disk -> result.add(tools(disk.filesystem())));
        result.removeAll(BASE_PACKAGES);
        return List.copyOf(result);
    }

    /** The package with {@code mkfs.FILESYSTEM}. */
    private static String tools(String filesystem) {
        return switch (filesystem) {
            case "xfs" -> "xfsprogs";
            case "btrfs" -> "btrfs-progs";
            case "vfat" -> "dosfstools";
            default -> "e2fsprogs";
        };
    }
}

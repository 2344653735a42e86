package dev.coppice.model.export.kairos;

import java.util.List;

/** What becomes of directories on a Kairos machine (its default layout on Debian). */
final class KairosPaths {

    /** Bound from the persistent partition by default. */
    private static final List<String> PERSISTENT =
            List.of(
                    "/etc/cni",
                    "/etc/iscsi",
                    "/etc/k0s",
                    "/etc/kubernetes",
                    "/etc/modprobe.d",
                    "/etc/rancher",
                    "/etc/ssh",
                    "/etc/ssl/certs",
                    "/etc/systemd",
                    "/etc/zfs",
                    "/home",
                    "/opt",
                    "/root",
                    "/usr/libexec",
                    "/usr/local",
                    "/var/cores",
                    "/var/lib/ca-certificates",
                    "/var/lib/cni",
                    "/var/lib/containerd",
                    "/var/lib/calico",
                    "/var/lib/dbus",
                    "/var/lib/etcd",
                    "/var/lib/extensions",
                    "/var/lib/confexts",
                    "/var/lib/k0s",
                    "/var/lib/kubelet",
                    "/var/lib/longhorn",
                    "/var/lib/osd",
                    "/var/lib/rancher",
                    "/var/lib/rook",
                    "/var/lib/tailscale",
                    "/var/lib/wicked",
                    "/var/lib/kairos",
                    "/var/lib/snapd",
                    "/var/log",
                    "/var/snap",
                    "/snap");

    private KairosPaths() {}

    /** Whether a path survives a reboot without any setting. */
    static boolean isPersistent(String path) {
        return PERSISTENT.stream().anyMatch(each -> isIn(each, path));
    }

    /** Whether a path is a directory or in it. */
    static boolean isIn(String directory, String path) {
        return path.equals(directory) || path.startsWith(directory + "/");
    }
}

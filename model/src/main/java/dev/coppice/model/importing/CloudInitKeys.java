package dev.coppice.model.importing;

import java.util.Map;
import java.util.Set;

/** Why keys of cloud-init and Kairos are not taken. */
final class CloudInitKeys {

    private static final Set<String> KAIROS =
            Set.of(
                    "stages",
                    "install",
                    "k3s",
                    "k3s-agent",
                    "p2p",
                    "kcrypt",
                    "reset",
                    "bundles",
                    "auto",
                    "upgrade",
                    "name");

    private static final Map<String, String> REASONS =
            Map.ofEntries(
                    Map.entry("package_update", "A build takes the newest packages by itself."),
                    Map.entry("package_upgrade", "A build takes the newest packages by itself."),
                    Map.entry(
                            "package_reboot_if_required",
                            "A new generation is booted; nothing is upgraded in place."),
                    Map.entry(
                            "chpasswd",
                            "Passwords never stand in clear in a spec. Set the user's password in"
                                    + " the form, which makes a hash of it."),
                    Map.entry("password", "Passwords never stand in clear in a spec."),
                    Map.entry(
                            "mounts",
                            "Mounts of the old machine's disks mean nothing here. Add data disks"
                                    + " under storage.disks."),
                    Map.entry("disk_setup", "Disks are made from storage.disks."),
                    Map.entry("fs_setup", "Disks are made from storage.disks."),
                    Map.entry("growpart", "The image needs no growing."),
                    Map.entry("resize_rootfs", "The image needs no growing."),
                    Map.entry("apt", "Add archives under repositories, each with its key."),
                    Map.entry("snap", "Snaps are not installed."),
                    Map.entry("power_state", "It says what happens at the first boot only."),
                    Map.entry("final_message", "It is printed at the first boot only."),
                    Map.entry("phone_home", "It happens at the first boot only."),
                    Map.entry("output", "It is about the log of cloud-init itself."),
                    Map.entry("manage_etc_hosts", "The host name is in /etc/hosts anyway."),
                    Map.entry("preserve_hostname", "The host name is always that of the spec."),
                    Map.entry("ssh_keys", "Host keys are secrets and do not belong in a spec."));

    private CloudInitKeys() {}

    static String whyNot(String key) {
        if (KAIROS.contains(key)) {
            return "It is a key of Kairos; stages and installation are not taken.";
        }
        return REASONS.getOrDefault(key, "The importer does not know this key.");
    }
}

package dev.coppice.model.export.kairos;

import static dev.coppice.model.export.kairos.Trap.step;
import static dev.coppice.model.export.kairos.Trap.trap;

import java.util.List;

/** What is taken in silence in steps and at installations, in words. */
final class QuietSteps {

    private QuietSteps() {}

    static List<Trap> steps() {
        return List.of(
                step(
                        "boot",
                        "a misspelt field of a step",
                        "systctl: {}",
                        "kairos-unknown-key",
                        "systctl",
                        "sysctl: {}"),
                step(
                        "boot",
                        "a misspelt field below a step",
                        "systemctl: { enabled: [a] }",
                        "kairos-unknown-key",
                        "systemctl.enabled",
                        "systemctl: { enable: [a] }"),
                step(
                        "boot",
                        "fields with dots are for the installer alone",
                        "\"systemctl.enable\": [a]",
                        "kairos-unknown-key",
                        "systemctl.enable",
                        "systemctl: { enable: [a] }"),
                step(
                        "boot",
                        "one wrong type loses all stages",
                        "commands: ls",
                        "kairos-wrong-type",
                        "commands",
                        "commands: [ls]"),
                trap(
                        "a misspelt stage never runs",
                        "stages: { initramsf: [] }",
                        "kairos-unknown-stage",
                        "stages.initramsf",
                        "stages: { initramfs: [] }"),
                step(
                        "boot",
                        "a file without permissions is closed to all",
                        "files: [{ path: /etc/a }]",
                        "kairos-no-permissions",
                        "files[0]",
                        "files: [{ path: /etc/a, permissions: 0644 }]"),
                step(
                        "boot",
                        "permissions in quotes lose all stages",
                        "files: [{ path: /etc/a, permissions: \"0644\" }]",
                        "kairos-wrong-type",
                        "files[0].permissions",
                        "files: [{ path: /etc/a, permissions: 0644 }]"),
                step(
                        "boot",
                        "permissions without a zero are decimal",
                        "files: [{ path: /etc/a, permissions: 644 }]",
                        "kairos-decimal-mode",
                        "files[0].permissions",
                        "files: [{ path: /etc/a, permissions: 0644 }]"),
                step(
                        "boot",
                        "a field of a template that is not there becomes no value",
                        "commands: [\"echo {{ .Names }}\"]",
                        "kairos-template",
                        "commands[0]",
                        "commands: [\"echo {{ .Values.os.name }}\"]"),
                step(
                        "boot",
                        "dots in the name of an interface are taken for slashes",
                        "sysctl: { net.ipv4.conf.eth0.100.rp_filter: \"1\" }",
                        "kairos-sysctl-dots",
                        "sysctl.net.ipv4.conf.eth0.100.rp_filter",
                        "sysctl: { net.ipv4.conf.eth0.rp_filter: \"1\" }"),
                step(
                        "boot",
                        "dns without servers does nothing",
                        "dns: { search: [a] }",
                        "kairos-dns-without-servers",
                        "dns",
                        "dns: { nameservers: [192.0.2.1] }"),
                step(
                        "boot",
                        "the clock's service does not read its file again",
                        "timesyncd: { NTP: a }",
                        "kairos-clock-too-late",
                        "timesyncd",
                        "timesyncd: { NTP: a }, commands: [systemctl restart systemd-timesyncd]"),
                step(
                        "initramfs",
                        "systemd does not run yet",
                        "systemctl: { start: [a] }",
                        "kairos-start-too-early",
                        "systemctl.start",
                        "systemctl: { enable: [a] }"),
                step(
                        "initramfs",
                        "no network yet",
                        "downloads: [{ path: /etc/a, url: \"https://a\", permissions: 0644 }]",
                        "kairos-no-network",
                        "downloads",
                        "commands: [ls]"),
                step(
                        "boot",
                        "the stage boot does not wait for the network",
                        "downloads: [{ path: /etc/a, url: \"https://a\", permissions: 0644 }]",
                        "kairos-no-network",
                        "downloads",
                        "commands: [ls]"),
                step(
                        "boot.after",
                        "nor does the one behind it",
                        "git: { url: \"https://a\" }",
                        "kairos-no-network",
                        "git",
                        "commands: [ls]"),
                step(
                        "boot",
                        "packages cannot be installed while the system runs",
                        "packages: { install: [a] }",
                        "kairos-read-only",
                        "packages",
                        "commands: [ls]"),
                step(
                        "initramfs",
                        "nor files be written there",
                        "files: [{ path: /usr/bin/a, permissions: 0755 }]",
                        "kairos-read-only",
                        "files[0].path",
                        "files: [{ path: /usr/local/bin/a, permissions: 0755 }]"),
                step(
                        "fs",
                        "an entity of no kind is not made",
                        "ensure_entities: [{ entity: \"kind: role\" }]",
                        "kairos-entity",
                        "ensure_entities[0].entity",
                        "ensure_entities: [{ entity: \"kind: shadow\" }]"),
                step(
                        "boot",
                        "an encoding that it cannot read",
                        "files: [{ path: /etc/a, permissions: 0600, encoding: hex }]",
                        "kairos-encoding",
                        "files[0].encoding",
                        "files: [{ path: /etc/a, permissions: 0600, encoding: gz+b64 }]"),
                step(
                        "boot",
                        "a service manager that no machine has",
                        "only_service_manager: sysv",
                        "kairos-service-manager",
                        "only_service_manager",
                        "only_service_manager: openrc"),
                step(
                        "rootfs.before",
                        "a source of data that it does not know",
                        "datasource: { providers: [aws, alibaba] }",
                        "kairos-provider",
                        "datasource.providers[1]",
                        "datasource: { providers: [aws, cdrom] }"),
                step(
                        "fs",
                        "a partition of the rest that is not the last",
                        "layout: { add_partitions: [{ size: 0 }, { size: 10 }] }",
                        "kairos-layout-rest",
                        "layout.add_partitions[0]",
                        "layout: { add_partitions: [{ size: 10 }, { size: 0 }] }"),
                step(
                        "fs",
                        "two partitions to boot from",
                        "layout: { add_partitions: [{ size: 10, bootable: true },"
                                + " { size: 10, bootable: true }] }",
                        "kairos-bootable",
                        "layout.add_partitions[1].bootable",
                        "layout: { add_partitions: [{ size: 10, bootable: true }] }"),
                step(
                        "fs",
                        "a file system that it cannot make",
                        "layout: { add_partitions: [{ size: 10, filesystem: zfs }] }",
                        "kairos-filesystem",
                        "layout.add_partitions[0].filesystem",
                        "layout: { add_partitions: [{ size: 10, filesystem: xfs }] }"));
    }

    static List<Trap> installations() {
        return List.of(
                install(
                        "raw disks do not install: kept directories",
                        "bind_mounts: [/var/lib/a]",
                        "kairos-raw-disk",
                        "bind_mounts",
                        "stages: { rootfs: [{ environment_file: /run/cos/custom-layout.env,"
                                + " environment: { CUSTOM_BIND_MOUNTS: /var/lib/a } }] }"),
                install(
                        "raw disks: volatile directories",
                        "ephemeral_mounts: [/var/cache/a]",
                        "kairos-raw-disk",
                        "ephemeral_mounts",
                        "stages: { rootfs: [{ environment_file: /run/cos/custom-layout.env,"
                                + " environment: { CUSTOM_EPHEMERAL_MOUNTS: /var/cache/a } }] }"),
                install(
                        "raw disks: kernel parameters",
                        "grub_options: { extra_cmdline: quiet }",
                        "kairos-raw-disk",
                        "grub_options",
                        "grub_options: { extra_cmdline: quiet }"),
                install(
                        "raw disks: bundles",
                        "bundles: [{ targets: [\"run://a/b:1\"] }]",
                        "kairos-raw-disk",
                        "bundles",
                        "bundles: [{ targets: [\"run://a/b:1\"] }]"),
                trap(
                        "raw disks: encryption",
                        "install: { encrypted_partitions: [COS_PERSISTENT] }",
                        "kairos-raw-disk",
                        "install.encrypted_partitions",
                        "install: {}"),
                trap(
                        "raw disks: sizes of partitions",
                        "install: { partitions.oem.size: 60 }",
                        "kairos-raw-disk",
                        "install.partitions.oem.size",
                        "install: {}"),
                trap(
                        "raw disks: partitions of one's own",
                        "install: { extra-partitions: [{ name: a, size: 10 }] }",
                        "kairos-raw-disk",
                        "install.extra-partitions",
                        "install: {}"),
                trap(
                        "a mount onto a directory that is not there",
                        "install: { bind_mounts: [/data] }",
                        "kairos-mount-point",
                        "install.bind_mounts[0]",
                        "install: { bind_mounts: [/data], extra-dirs-rootfs: [/data] }"),
                trap(
                        "two partitions want the rest; the persistent one does unless it has a"
                                + " size",
                        "install: { extra-partitions: [{ name: a }] }",
                        "kairos-partition-rest",
                        "install.extra-partitions",
                        "install: { extra-partitions: [{ name: a }],"
                                + " partitions: { persistent: { size: 100 } } }"),
                trap(
                        "both restart and switch off",
                        "install: { reboot: true, poweroff: true }",
                        "kairos-reboot-and-poweroff",
                        "install.poweroff",
                        "install: { reboot: true }"),
                trap(
                        "hardened SSH without a key: it refuses to install",
                        "install: { ssh_hardening: true }",
                        "kairos-no-keys",
                        "install.ssh_hardening",
                        "install: { ssh_hardening: false }"),
                trap(
                        "a device that is none",
                        "install: { device: sda }",
                        "kairos-device",
                        "install.device",
                        "install: { device: /dev/sda }"));
    }

    private static Trap install(String words, String bad, String code, String key, String also) {
        String install = "install: { " + bad + " }\n";
        return trap(words, install, code, "install." + key, install + also);
    }
}

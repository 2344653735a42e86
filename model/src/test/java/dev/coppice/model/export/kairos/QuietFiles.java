package dev.coppice.model.export.kairos;

import static dev.coppice.model.export.kairos.Trap.HEAD;
import static dev.coppice.model.export.kairos.Trap.step;
import static dev.coppice.model.export.kairos.Trap.trap;

import java.util.List;

/** What is taken in silence in files, keys and users, in words. */
final class QuietFiles {

    private QuietFiles() {}

    static List<Trap> files() {
        return List.of(
                new Trap(
                        "a file without a header is not read by the installer",
                        "users: [{ name: kairos, groups: [admin] }]",
                        "kairos-no-header",
                        "",
                        HEAD),
                new Trap(
                        "yip knows one header only and passes over users behind the others",
                        HEAD.replace("#cloud", "#node"),
                        "kairos-other-header",
                        "",
                        HEAD),
                trap(
                        "a file of more than one megabyte is passed over",
                        "big: " + "x".repeat(1_000_000),
                        "kairos-too-large",
                        "",
                        "big: " + "x".repeat(100_000)),
                trap(
                        "only the first document of a file is read",
                        "---\nhostname: second\n",
                        "kairos-documents",
                        "",
                        "hostname: first\n"),
                new Trap(
                        "the root must be a mapping",
                        "#cloud-config\n- a\n",
                        "kairos-bad-yaml",
                        "",
                        HEAD),
                trap(
                        "one file that is no YAML stops the stage of the whole folder",
                        "hostname: {{ .UUID }}-x",
                        "kairos-bad-yaml",
                        "",
                        "hostname: x-{{ .UUID }}"),
                trap(
                        "a key that stands twice makes the file unreadable",
                        "hostname: a\nhostname: b\n",
                        "kairos-key-twice",
                        "hostname",
                        "hostname: a\n"));
    }

    static List<Trap> keys() {
        return List.of(
                trap(
                        "keys of cloud-init that do not exist are ignored",
                        "timezone: UTC",
                        "kairos-unknown-key",
                        "timezone",
                        "hostname: a"),
                trap(
                        "misspelt keys are ignored",
                        "instal: {}",
                        "kairos-unknown-key",
                        "instal",
                        "install: {}"),
                trap(
                        "keys with dots are read in install, and ignored when misspelt",
                        "install: { partitions.oem.sizes: 60 }",
                        "kairos-unknown-key",
                        "install.partitions.oem.sizes",
                        "install: { partitions.oem.size: 60 }"),
                trap(
                        "the image of the schema is read by nothing",
                        "install: { image: oci:x }",
                        "kairos-unknown-key",
                        "install.image",
                        "install: { source: oci:x }"),
                trap(
                        "no_format of the schema is spelt otherwise",
                        "install: { no_format: true }",
                        "kairos-unknown-key",
                        "install.no_format",
                        "install: { no-format: true }"),
                trap(
                        "k3s.enable starts no cluster",
                        "k3s: { enable: true }",
                        "kairos-unknown-key",
                        "k3s.enable",
                        "k3s: { enabled: true }"),
                trap(
                        "kubevip.enabled is the other way round, beside keys of its own",
                        "kubevip: { enabled: true, vip_arp: true }",
                        "kairos-unknown-key",
                        "kubevip.enabled",
                        "kubevip: { enable: true, vip_arp: true }"),
                trap(
                        "options of the boot menu take any name",
                        "grub_options: { extra_cmd_line: quiet }",
                        "kairos-unknown-key",
                        "grub_options.extra_cmd_line",
                        "grub_options: { extra_cmdline: quiet, own_variable: x }"),
                trap(
                        "keys of write_files that only cloud-init has are ignored",
                        "write_files: [{ path: /etc/a, append: true }]",
                        "kairos-unknown-key",
                        "write_files[0].append",
                        "write_files: [{ path: /etc/a }]"),
                trap(
                        "commands as lists, which cloud-init takes, lose the file",
                        "runcmd: [[ls, -l]]",
                        "kairos-wrong-type",
                        "runcmd[0]",
                        "runcmd: [ls -l]"),
                trap(
                        "a cluster that is set up and not enabled does not start",
                        "k3s: { args: [--disable=traefik] }",
                        "kairos-not-enabled",
                        "k3s",
                        "k3s: { enabled: true, args: [--disable=traefik] }"),
                trap(
                        "a bundle that cannot be installed stops nothing",
                        "bundles: [{ targets: [\"run://a/b:1\"] }]",
                        "kairos-quiet-bundles",
                        "bundles",
                        "bundles: [{ targets: [\"run://a/b:1\"] }]\nfail_on_bundles_errors: true"),
                trap(
                        "packages of luet cannot be installed any more",
                        "bundles: [{ targets: [\"package://a/b\"] }]",
                        "kairos-bundle-target",
                        "bundles[0].targets[0]",
                        "bundles: [{ targets: [\"container://a/b\"] }]"));
    }

    static List<Trap> people() {
        return List.of(
                new Trap(
                        "nobody in the group admin: it refuses to install",
                        HEAD.replace("admin", "video"),
                        "kairos-no-admin",
                        "users",
                        HEAD.replace("admin", "video") + "install: { nousers: true }"),
                new Trap(
                        "a user is not added to a group that is not there",
                        HEAD.replace("[admin]", "[admin, docker]"),
                        "kairos-no-group",
                        "users[0].groups[1]",
                        HEAD.replace("[admin]", "[admin, docker]")
                                + "stages: { initramfs: [{ ensure_entities: [{ path: /etc/group,"
                                + " entity: \"kind: group\\ngroup_name: docker\\n\" }] }] }"),
                new Trap(
                        "nor when the group comes later",
                        HEAD.replace("[admin]", "[admin, docker]")
                                + "stages: { network: [{ commands: [groupadd docker] }] }",
                        "kairos-no-group",
                        "users[0].groups[1]",
                        HEAD.replace("[admin]", "[admin, docker]")
                                + "stages: { fs: [{ commands: [groupadd -r docker] }] }"),
                new Trap(
                        "a user with a missing primary group is not made",
                        HEAD.replace("groups: [admin]", "groups: [admin], primary_group: web"),
                        "kairos-no-group",
                        "users[0].primary_group",
                        HEAD.replace("groups: [admin]", "groups: [admin], primary_group: video")),
                step(
                        "boot",
                        "the same with users of a stage",
                        "users: { ann: { groups: [web] } }",
                        "kairos-no-group",
                        "users.ann.groups[0]",
                        "users: { ann: { groups: [ann, video] } }"),
                new Trap(
                        "groups as one text lose the file",
                        HEAD.replace("[admin]", "\"admin,sudo\""),
                        "kairos-wrong-type",
                        "users[0].groups",
                        HEAD),
                new Trap(
                        "of a user who is there already, password and keys are set alone",
                        HEAD.replace("}]", "}, { name: root, shell: /bin/zsh }]"),
                        "kairos-existing-user",
                        "users[1].shell",
                        HEAD.replace("}]", "}, { name: root, ssh_authorized_keys: [a] }]")),
                new Trap(
                        "the schema's lockPasswd is not read",
                        HEAD.replace("groups", "lockPasswd: true, groups"),
                        "kairos-unknown-key",
                        "users[0].lockPasswd",
                        HEAD.replace("groups", "lock_passwd: true, groups")),
                new Trap(
                        "keys with hyphens, as some pages have them, are not read",
                        HEAD.replace("groups", "no-create-home: true, groups"),
                        "kairos-unknown-key",
                        "users[0].no-create-home",
                        HEAD.replace("groups", "no_create_home: true, groups")),
                step(
                        "initramfs",
                        "keys from GitHub need the network",
                        "authorized_keys: { ann: [\"github:ann\"] }",
                        "kairos-no-network",
                        "authorized_keys.ann[0]",
                        "authorized_keys: { ann: [ssh-ed25519 AAAA] }"));
    }
}

package dev.coppice.runner.build.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coppice.runner.job.ProblemException;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class ConfigLayerTest {

    @TempDir Path dir;

    private static LowerSystem lower() {
        TreeMap<String, LowerSystem.Node> tree = new TreeMap<>();
        for (String path : List.of("", "etc", "etc/systemd", "etc/systemd/system", "usr", "home")) {
            tree.put(path, new LowerSystem.Node(0755, 0, 0, ""));
        }
        tree.put("usr/lib", new LowerSystem.Node(0755, 0, 0, ""));
        tree.put("lib", new LowerSystem.Node(0777, 0, 0, "usr/lib"));
        tree.put("etc/sudoers.d", new LowerSystem.Node(0750, 0, 27, ""));
        tree.put("var", new LowerSystem.Node(0755, 0, 0, ""));
        tree.put("var/run", new LowerSystem.Node(0777, 0, 0, "/run"));
        tree.put("run", new LowerSystem.Node(0755, 0, 0, ""));
        tree.put("root", new LowerSystem.Node(0700, 0, 0, ""));
        String wants = "etc/systemd/system/multi-user.target.wants";
        tree.put(wants, new LowerSystem.Node(0755, 0, 0, ""));
        tree.put(
                wants + "/nginx.service",
                new LowerSystem.Node(0777, 0, 0, "/lib/systemd/system/nginx.service"));
        tree.put(
                "etc/systemd/system/sshd.service",
                new LowerSystem.Node(0777, 0, 0, "/lib/systemd/system/ssh.service"));
        tree.put("etc/systemd/system/fstrim.timer", new LowerSystem.Node(0777, 0, 0, "/dev/null"));
        return new LowerSystem(
                Map.of(
                        "etc/passwd",
                        "root:x:0:0:root:/root:/bin/bash\nwww-data:x:33:33::/var/www:/bin/false\n",
                        "etc/group",
                        "root:x:0:\nsudo:x:27:\nshadow:x:42:\nwww-data:x:33:\nbig:x:1001:\n",
                        "etc/shadow",
                        "root:*:19000:0:99999:7:::\nwww-data:*:19000:0:99999:7:::\n",
                        "etc/gshadow",
                        "root:*::\nsudo:*::\nshadow:*::\nwww-data:*::\n"),
                new TreeMap<>(Map.of(".profile", "p\n".getBytes(StandardCharsets.UTF_8))),
                Map.of(
                        "nginx.service",
                        "[Install]\nWantedBy=multi-user.target\n",
                        "ssh.service",
                        "[Install]\nWantedBy=multi-user.target\nAlias=sshd.service\n",
                        "fstrim.timer",
                        "[Install]\nWantedBy=timers.target\n",
                        "getty@.service",
                        "[Install]\nWantedBy=getty.target\nDefaultInstance=tty1\n",
                        "systemd-networkd.service",
                        "[Install]\nWantedBy=multi-user.target\nAlso=systemd-networkd.socket\n",
                        "systemd-networkd.socket",
                        "[Install]\nWantedBy=sockets.target\n",
                        "static.service",
                        "[Service]\nExecStart=/bin/true\n"),
                Map.of(),
                tree);
    }

    private ConfigLayer.Made make(String rest) {
        return ConfigLayer.make(TestSpecs.spec(rest), lower(), new TreeMap<>());
    }

    private List<String> listing(ConfigLayer.Made made) throws IOException {
        Path tar = dir.resolve("t.tar");
        TarWriter.write(made.entries(), tar);
        List<String> result = new ArrayList<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(Files.newInputStream(tar))) {
            for (TarArchiveEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                String kind =
                        e.isDirectory()
                                ? "d"
                                : e.isSymbolicLink() ? "l" : e.isCharacterDevice() ? "c" : "f";
                result.add(
                        "%s %04o %d:%d %s%s"
                                .formatted(
                                        kind,
                                        e.getMode() & 07777,
                                        e.getLongUserId(),
                                        e.getLongGroupId(),
                                        e.getName(),
                                        e.isSymbolicLink() ? " -> " + e.getLinkName() : ""));
            }
        }
        return result;
    }

    private static String text(ConfigLayer.Made made, String path) {
        TreeEntry entry = made.entries().get(path);
        assertThat(entry).as(path).isInstanceOf(TreeEntry.Content.class);
        return new String(((TreeEntry.Content) entry).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void theSmallestSpecGivesExactlyThis() throws Exception {
        assertThat(listing(make("timezone: Europe/London\n")))
                .containsExactly(
                        "d 0755 0:0 etc/",
                        "d 0755 0:0 etc/default/",
                        "f 0644 0:0 etc/default/locale",
                        "f 0644 0:0 etc/group",
                        "f 0640 0:42 etc/gshadow",
                        "f 0644 0:0 etc/hostname",
                        "f 0644 0:0 etc/hosts",
                        "f 0644 0:0 etc/locale.conf",
                        "l 0777 0:0 etc/localtime -> /usr/share/zoneinfo/Europe/London",
                        "f 0644 0:0 etc/passwd",
                        "f 0640 0:42 etc/shadow",
                        "d 0755 0:0 etc/systemd/",
                        "d 0755 0:0 etc/systemd/network/",
                        "f 0644 0:0 etc/systemd/network/80-coppice.network",
                        "l 0777 0:0 etc/systemd/network/99-default.link -> /dev/null",
                        "d 0755 0:0 etc/systemd/system/",
                        "d 0755 0:0 etc/systemd/system/multi-user.target.wants/",
                        "l 0777 0:0 etc/systemd/system/multi-user.target.wants/"
                                + "systemd-networkd.service"
                                + " -> /lib/systemd/system/systemd-networkd.service",
                        "d 0755 0:0 etc/systemd/system/sockets.target.wants/",
                        "l 0777 0:0 etc/systemd/system/sockets.target.wants/systemd-networkd.socket"
                                + " -> /lib/systemd/system/systemd-networkd.socket",
                        "f 0644 0:0 etc/timezone");
    }

    @Test
    void thePeopleGetAccountsHomesAndKeys() throws Exception {
        ConfigLayer.Made made =
                make(
                        """
                        users:
                          - name: alice
                            groups: [sudo, crew]
                            hashedPassword: "$6$abcdefgh$1234567890123456789012345678901234567890123456789012345678901234567890123456789012345."
                            sshAuthorizedKeys:
                              - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKtu2zvzTHbPIZ3mZ8yP1zYjjUa0FdVSwYBaZPdLC5Yv a@b
                          - name: bob
                            shell: /bin/sh
                        """);
        assertThat(text(made, "etc/passwd"))
                .endsWith(
                        "alice:x:1000:1000::/home/alice:/bin/bash\n"
                                + "bob:x:1001:1002::/home/bob:/bin/sh\n");
        assertThat(text(made, "etc/group"))
                .contains("sudo:x:27:alice\n", "alice:x:1000:\n", "crew:x:1003:alice\n");
        assertThat(text(made, "etc/shadow"))
                .contains("\nalice:$6$", "\nbob:*:20000:0:99999:7:::\n", "root:*:19000:");
        assertThat(listing(made))
                .contains(
                        "d 0700 1000:1000 home/alice/",
                        "f 0644 1000:1000 home/alice/.profile",
                        "d 0700 1000:1000 home/alice/.ssh/",
                        "f 0600 1000:1000 home/alice/.ssh/authorized_keys",
                        "d 0700 1001:1002 home/bob/")
                .doesNotContain("d 0700 1001:1002 home/bob/.ssh/");
    }

    @Test
    void unitsAreEnabledDisabledMaskedAndUnmasked() throws Exception {
        ConfigLayer.Made made =
                make(
                        """
                        services:
                          nginx: { enabled: false }
                          ssh: { enabled: true }
                          getty@tty2.service: { enabled: true }
                          fstrim.timer: { enabled: true }
                          mine.timer: { enabled: true }
                          ghost: { enabled: true }
                          static: { enabled: true }
                        units:
                          - name: mine.timer
                            content: |
                              [Timer]
                              OnCalendar=daily
                              [Install]
                              WantedBy=timers.target
                          - name: nginx.service
                            dropIn: limits
                            content: |
                              [Service]
                              Nice=5
                        """);
        String system = "etc/systemd/system/";
        assertThat(listing(made))
                .contains(
                        "c 0000 0:0 " + system + "multi-user.target.wants/nginx.service",
                        "l 0777 0:0 " + system + "sshd.service -> /lib/systemd/system/ssh.service",
                        "l 0777 0:0 "
                                + system
                                + "getty.target.wants/getty@tty2.service"
                                + " -> /lib/systemd/system/getty@.service",
                        "c 0000 0:0 " + system + "fstrim.timer",
                        "l 0777 0:0 "
                                + system
                                + "timers.target.wants/mine.timer ->"
                                + " /etc/systemd/system/mine.timer",
                        "f 0644 0:0 " + system + "nginx.service.d/limits.conf");
        assertThat(made.warnings())
                .containsExactlyInAnyOrder(
                        "ghost.service is enabled, but no package of the spec brings it",
                        "static.service has no [Install] section: other units start it, or none");
    }

    @Test
    void directoriesKeepTheirModesAndLinksAreFollowed() throws Exception {
        ConfigLayer.Made made =
                make(
                        """
                        users: [{ name: alice }]
                        files:
                          - { path: /etc/sudoers.d/alice, content: "x", mode: "0440" }
                          - { path: /lib/firmware/blob, content: "x" }
                          - { path: /home/alice/.config/app/rc, content: "x", owner: alice, group: alice }
                          - { path: /etc/motd, content: "", owner: www-data, mode: "4755" }
                        """);
        assertThat(listing(made))
                .contains(
                        "d 0750 0:27 etc/sudoers.d/",
                        "f 0440 0:0 etc/sudoers.d/alice",
                        "f 0644 0:0 usr/lib/firmware/blob",
                        "d 0755 1000:1000 home/alice/.config/app/",
                        "f 0644 1000:1000 home/alice/.config/app/rc",
                        "f 4755 33:0 etc/motd")
                .noneMatch(line -> line.contains(" lib/"));
    }

    @Test
    void networkFirewallKernelAndStorage() {
        ConfigLayer.Made made =
                make(
                        """
                        network:
                          interfaces:
                            eth0: { addresses: [10.0.2.20/24], gateway: 10.0.2.2, dns: [10.0.2.3] }
                          firewall: { allowTcp: [80, 22], allowUdp: [53] }
                        kernel:
                          modules: [tun]
                          sysctl: { net.ipv4.ip_forward: "1" }
                        storage: { persist: [/home, /srv] }
                        """);
        assertThat(text(made, "etc/systemd/network/10-eth0.network"))
                .isEqualTo(
                        """
                        [Match]
                        Name=eth0

                        [Network]
                        DHCP=no
                        Address=10.0.2.20/24
                        Gateway=10.0.2.2
                        DNS=10.0.2.3
                        """);
        assertThat(text(made, "etc/nftables.conf"))
                .contains("policy drop", "tcp dport { 22, 80 } accept", "udp dport { 53 } accept");
        assertThat(text(made, "etc/modules-load.d/coppice.conf")).isEqualTo("tun\n");
        assertThat(text(made, "etc/sysctl.d/90-coppice.conf"))
                .isEqualTo("net.ipv4.ip_forward = 1\n");
        assertThat(text(made, "etc/coppice/persist")).isEqualTo("/home\n/srv\n");
    }

    @Test
    void sameInputsGiveTheSameBytesAndOtherContentAnotherTime() throws Exception {
        Path first = dir.resolve("1.tar");
        Path second = dir.resolve("2.tar");
        String rest = "files: [{ path: /etc/motd, content: \"one\" }]\n";
        TarWriter.write(make(rest).entries(), first);
        TarWriter.write(make(rest).entries(), second);
        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(time(first)).isEqualTo(time(second));
        TarWriter.write(make(rest.replace("one", "two")).entries(), second);
        assertThat(time(first)).isNotEqualTo(time(second));
    }

    private static long time(Path tar) throws IOException {
        try (TarArchiveInputStream in = new TarArchiveInputStream(Files.newInputStream(tar))) {
            for (TarArchiveEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                if (e.getName().equals("etc/motd")) {
                    return e.getModTime().getTime();
                }
            }
        }
        throw new AssertionError("no etc/motd");
    }

    @Test
    void anOwnerThatTheSystemLacksIsAProblem() {
        String rest = "files: [{ path: /etc/x, content: \"\", owner: postgres }]\n";
        assertThatThrownBy(() -> make(rest))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo("owner-unknown");
                            assertThat(e.problem().message()).contains("/etc/x", "postgres");
                        });
    }
}

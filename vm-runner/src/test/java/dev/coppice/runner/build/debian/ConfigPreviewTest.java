package dev.coppice.runner.build.debian;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.examples.Example;
import dev.coppice.model.examples.Examples;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.text.SpecText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;
import java.util.SortedMap;

/** The text of every file that settings become. */
class ConfigPreviewTest {

    private static final String HASH = "0".repeat(64);

    private static SortedMap<String, String> files(String rest) {
        return ConfigPreview.of(TestSpecs.spec(rest));
    }

    @Test
    void language() {
        var files =
                files(
                        """
                        locale: en_GB.UTF-8
                        locales: [de_DE.UTF-8, C.UTF-8]
                        localeSettings: { LC_TIME: en_DK.UTF-8 }
                        keyboard: de
                        console:
                          keyboardModel: pc104
                          keyboardVariant: nodeadkeys
                          keyboardOptions: ["ctrl:nocaps", "compose:menu"]
                          fontFace: Terminus
                          fontSize: 16x32
                          autologin: alice
                        users: [{ name: alice }]
                        """);
        assertThat(files)
                .containsEntry("/etc/locale.gen", "de_DE.UTF-8\nen_DK.UTF-8\nen_GB.UTF-8\n")
                .containsEntry("/etc/locale.conf", "LANG=en_GB.UTF-8\nLC_TIME=en_DK.UTF-8\n")
                .containsEntry("/etc/default/locale", "LANG=en_GB.UTF-8\nLC_TIME=en_DK.UTF-8\n")
                .containsEntry(
                        "/etc/default/keyboard",
                        """
                        XKBMODEL="pc104"
                        XKBLAYOUT="de"
                        XKBVARIANT="nodeadkeys"
                        XKBOPTIONS="ctrl:nocaps,compose:menu"
                        BACKSPACE="guess"
                        """)
                .hasEntrySatisfying(
                        "/etc/default/console-setup",
                        text ->
                                assertThat(text)
                                        .contains("FONTFACE=\"Terminus\"\nFONTSIZE=\"16x32\"\n"))
                .containsEntry(
                        "/etc/systemd/system/getty@tty1.service.d/coppice-autologin.conf",
                        """
                        [Service]
                        ExecStart=
                        ExecStart=-/sbin/agetty -o '-p -f -- \\\\u' --noclear --autologin alice \
                        - $TERM
                        """);
        assertThat(files("hostname: x\n"))
                .doesNotContainKeys("/etc/locale.gen", "/etc/default/keyboard");
    }

    @Test
    void clock() {
        assertThat(files("ntp: { enabled: true, servers: [a.example.org, 192.0.2.1] }\n"))
                .containsEntry(
                        "/etc/systemd/timesyncd.conf.d/10-coppice.conf",
                        "[Time]\nNTP=a.example.org 192.0.2.1\n")
                .containsEntry(
                        "/etc/systemd/system/multi-user.target.wants/systemd-timesyncd.service",
                        "-> /lib/systemd/system/systemd-timesyncd.service\n");
        assertThat(files("ntp: { enabled: false }\n").keySet())
                .noneMatch(path -> path.contains("timesyncd"));
    }

    @Test
    void people() {
        var files =
                files(
                        """
                        users:
                          - { name: alice, uid: 1500, fullName: "Alice Liddell", groups: [ops] }
                          - { name: bob }
                        groups: [{ name: ops, gid: 1600 }, { name: staff2 }]
                        sudo:
                          - { group: ops, commands: ["/usr/bin/systemctl restart a:b,c=d"] }
                          - { user: alice, runAs: ALL, password: false }
                        """);
        assertThat(files)
                .containsEntry(
                        "/etc/passwd",
                        """
                        alice:x:1500:1500:Alice Liddell:/home/alice:/bin/bash
                        bob:x:1000:1000::/home/bob:/bin/bash
                        """)
                .containsEntry(
                        "/etc/group",
                        "ops:x:1600:alice\nalice:x:1500:\nbob:x:1000:\nstaff2:x:1001:\n")
                .containsEntry(
                        "/etc/sudoers.d/coppice",
                        """
                        %ops ALL=(root) /usr/bin/systemctl restart a\\:b\\,c\\=d
                        alice ALL=(ALL:ALL) NOPASSWD: ALL
                        """);
    }

    @Test
    void repositories() {
        var files =
                files(
                        """
                        repositories:
                          - name: example
                            url: https://deb.example.org/debian
                            suites: [bookworm, bookworm-updates]
                            components: [main, extra]
                            key: |
                              -----BEGIN PGP PUBLIC KEY BLOCK-----

                              mDMEZ
                              -----END PGP PUBLIC KEY BLOCK-----
                          - { name: flat, url: "https://x.example", suites: ["./"], \
                        keySource: keys/flat.gpg }
                        """);
        assertThat(files)
                .containsEntry(
                        "/etc/apt/sources.list.d/example.sources",
                        """
                        Types: deb
                        URIs: https://deb.example.org/debian
                        Suites: bookworm bookworm-updates
                        Components: main extra
                        Signed-By: /etc/apt/keyrings/example.asc
                        """)
                .containsEntry(
                        "/etc/apt/sources.list.d/flat.sources",
                        """
                        Types: deb
                        URIs: https://x.example
                        Suites: ./
                        Signed-By: /etc/apt/keyrings/flat.gpg
                        """)
                .containsEntry("/etc/apt/keyrings/flat.gpg", "(keys/flat.gpg)\n")
                .hasEntrySatisfying(
                        "/etc/apt/keyrings/example.asc",
                        text -> assertThat(text).startsWith("-----BEGIN").endsWith("-----\n"));
    }

    @Test
    void bundles() {
        var files =
                files(
                        """
                        bundles:
                          - name: hugo
                            url: https://example.org/hugo_1.tar.gz?x=1
                            sha256: %s
                            files: [{ from: hugo, to: /usr/local/bin/hugo }]
                            units: [systemd/hugo.service]
                          - { name: tool, source: vendor/tool, into: /srv/tool }
                        services: { hugo: { enabled: true } }
                        """
                                .formatted(HASH));
        assertThat(files)
                .containsEntry("/opt/hugo/", "(hugo_1.tar.gz of the bundle hugo)\n")
                .containsEntry("/srv/tool/tool", "(tool of the bundle tool)\n")
                .containsEntry("/usr/local/bin/hugo", "(hugo of the bundle hugo)\n")
                .containsEntry(
                        "/etc/systemd/system/hugo.service",
                        "(systemd/hugo.service of the bundle hugo)\n");
    }

    @Test
    void containers() {
        var files =
                files(
                        """
                        containers:
                          - name: web
                            image: localhost/web:1
                            imageArchive: images/web.tar
                            ports: ["8080:80"]
                            environment: { PRICE: "5 $ or 10%%", HOME: / }
                            volumes: ["/srv/www:/www:ro"]
                            command: [httpd, -f, "a \\"b\\""]
                            user: "1000"
                            dependsOn: [db]
                          - { name: db, image: docker.io/library/postgres:17, autoStart: false }
                        """
                                .replace("%%", "%"));
        assertThat(files)
                .containsEntry("/usr/share/coppice/images/web.tar", "(images/web.tar)\n")
                .containsEntry(
                        "/etc/systemd/system/web.service",
                        """
                        [Unit]
                        Description=Container web
                        Wants=var-lib-containers-storage.mount
                        After=var-lib-containers-storage.mount
                        After=nftables.service
                        Requires=db.service
                        After=db.service

                        [Service]
                        Type=notify
                        NotifyAccess=all
                        Delegate=yes
                        KillMode=mixed
                        Restart=on-failure
                        RestartSec=5
                        TimeoutStartSec=900
                        ExecStartPre=/usr/bin/podman load --quiet \
                        --input /usr/share/coppice/images/web.tar
                        ExecStart=/usr/bin/podman run --detach --rm --replace --cgroups=split \
                        --sdnotify=conmon \\
                            --pull=never \\
                            --name=web \\
                            --publish=8080:80 \\
                            --env=HOME=/ \\
                            "--env=PRICE=5 $$ or 10%%" \\
                            --volume=/srv/www:/www:ro \\
                            --user=1000 \\
                            localhost/web:1 \\
                            httpd \\
                            -f \\
                            "a \\"b\\""
                        ExecStop=/usr/bin/podman stop --ignore --time 10 web
                        ExecStopPost=-/usr/bin/podman rm --force --ignore web

                        [Install]
                        WantedBy=multi-user.target
                        """)
                .containsEntry(
                        "/etc/systemd/system/multi-user.target.wants/web.service",
                        "-> /etc/systemd/system/web.service\n")
                .doesNotContainKey("/etc/systemd/system/multi-user.target.wants/db.service")
                .hasEntrySatisfying(
                        "/etc/systemd/system/db.service",
                        text ->
                                assertThat(text)
                                        .contains("--pull=missing", "network-online.target")
                                        .doesNotContain("ExecStartPre"));
    }

    @ParameterizedTest
    @CsvSource({
        "persist: [/var/lib], 'ConditionPathIsMountPoint=!/var/lib\n'",
        "persist: [/srv], 'Description=Images of containers\n\n[Mount]'",
    })
    void imagesOfContainersAreKeptWhereTheStateIs(String storage, String wanted) {
        var files =
                files(
                        "storage: { "
                                + storage
                                + " }\ncontainers: [{ name: a, image: localhost/a }]\n");
        assertThat(files.get("/etc/systemd/system/var-lib-containers-storage.mount"))
                .contains(wanted)
                .contains("Options=mode=0700,size=80%%\n");
        assertThat(
                        files(
                                """
                                storage:
                                  disks: [{ name: c, size: 10G, mount: /var/lib/containers }]
                                containers: [{ name: a, image: localhost/a }]
                                """))
                .doesNotContainKey("/etc/systemd/system/var-lib-containers-storage.mount");
    }

    @Test
    void timers() {
        var files =
                files(
                        """
                        timers:
                          - name: backup
                            command: 'tar -c "$HOME" | gzip >/b-$(date +%F)'
                            onCalendar: daily
                            onBoot: 5min
                            user: alice
                            persistent: true
                            randomizedDelay: 10min
                            description: Keeps 100% of it
                          - { name: poll, command: /bin/true, every: 1h }
                        users: [{ name: alice }]
                        """);
        assertThat(files)
                .containsEntry(
                        "/etc/systemd/system/backup.timer",
                        """
                        [Unit]
                        Description=Keeps 100%% of it

                        [Timer]
                        OnCalendar=daily
                        OnBootSec=5min
                        RandomizedDelaySec=10min
                        Persistent=yes
                        AccuracySec=1s

                        [Install]
                        WantedBy=timers.target
                        """)
                .containsEntry(
                        "/etc/systemd/system/backup.service",
                        """
                        [Unit]
                        Description=Keeps 100%% of it

                        [Service]
                        Type=oneshot
                        User=alice
                        ExecStart=/bin/sh -c "tar -c \\"$$HOME\\" | gzip >/b-$$(date +%%F)"
                        """)
                .hasEntrySatisfying(
                        "/etc/systemd/system/poll.timer",
                        text -> assertThat(text).contains("OnUnitActiveSec=1h\nOnActiveSec=1h\n"))
                .containsEntry(
                        "/etc/systemd/system/timers.target.wants/poll.timer",
                        "-> /etc/systemd/system/poll.timer\n");
    }

    @Test
    void network() {
        var files =
                files(
                        """
                        network:
                          interfaces:
                            eth0:
                              addresses: [192.168.1.5/24]
                              mtu: 1400
                              routes:
                                - { to: 10.0.0.0/8, via: 192.168.1.1, metric: 100 }
                                - { to: default, via: "fe80::1" }
                          hosts: { 192.168.1.10: [db, db.local] }
                          nameservers: [9.9.9.9, "2620:fe::fe"]
                          searchDomains: [example.org, lan]
                        """);
        assertThat(files.get("/etc/hosts")).endsWith("\n192.168.1.10 db db.local\n");
        assertThat(files)
                .containsEntry(
                        "/etc/systemd/resolved.conf.d/10-coppice.conf",
                        "[Resolve]\nDNS=9.9.9.9 2620:fe::fe\nDomains=example.org lan\n")
                .containsEntry(
                        "/etc/systemd/network/10-eth0.network",
                        """
                        [Match]
                        Name=eth0

                        [Link]
                        MTUBytes=1400

                        [Network]
                        DHCP=no
                        Address=192.168.1.5/24

                        [Route]
                        Destination=10.0.0.0/8
                        Gateway=192.168.1.1
                        Metric=100

                        [Route]
                        Destination=::/0
                        Gateway=fe80::1
                        """);
    }

    @Test
    void packetFilter() {
        var files =
                files(
                        """
                        network:
                          firewall:
                            allowTcp: [443, "60000-61000", 80, "60500-62000", 80]
                            allowUdp: [53]
                            trustedInterfaces: [eth1]
                          nat:
                            external: eth0
                            internal: [eth2, eth1]
                            forward: ["8080:192.168.1.2:80"]
                        """);
        assertThat(files)
                .containsEntry(
                        "/etc/nftables.conf",
                        """
                        #!/usr/sbin/nft -f
                        table inet coppice
                        delete table inet coppice
                        table inet coppice {
                            chain input {
                                type filter hook input priority filter; policy drop;
                                iif "lo" accept
                                ct state established,related accept
                                ct state invalid drop
                                meta l4proto { icmp, ipv6-icmp } accept
                                udp dport 546 udp sport 547 accept
                                iifname { "eth1" } accept
                                tcp dport { 80, 443, 60000-62000 } accept
                                udp dport { 53 } accept
                            }
                        }
                        table ip coppice_nat
                        delete table ip coppice_nat
                        table ip coppice_nat {
                            chain prerouting {
                                type nat hook prerouting priority dstnat;
                                iifname "eth0" tcp dport 8080 dnat to 192.168.1.2:80
                            }
                            chain postrouting {
                                type nat hook postrouting priority srcnat;
                                iifname { "eth1", "eth2" } oifname "eth0" masquerade
                            }
                        }
                        """)
                .containsEntry("/etc/sysctl.d/90-coppice.conf", "net.ipv4.ip_forward = 1\n");
    }

    @Test
    void disks() {
        assertThat(
                        files(
                                """
                                storage:
                                  persist: [/var/lib/keep]
                                  swap: 512M
                                  disks:
                                    - { name: data, size: 10G, filesystem: xfs, \
                                mount: /srv/data, options: [noatime] }
                                    - { name: share, size: 1G, filesystem: vfat, mount: /mnt/s }
                                """))
                .containsEntry("/etc/coppice/persist", "/var/lib/keep\n")
                .containsEntry(
                        "/etc/fstab",
                        """
                        /dev/disk/by-id/virtio-coppice-swap none swap x-systemd.makefs 0 0
                        /dev/disk/by-id/virtio-data /srv/data xfs \
                        noatime,x-systemd.makefs,x-systemd.growfs 0 0
                        /dev/disk/by-id/virtio-share /mnt/s vfat x-systemd.makefs 0 0
                        """);
    }

    @Test
    void secureShell() {
        assertThat(files("sshd: { PasswordAuthentication: \"no\", Port: 2222 }\n"))
                .containsEntry(
                        "/etc/ssh/sshd_config.d/10-coppice.conf",
                        "PasswordAuthentication no\nPort 2222\n");
    }

    @Test
    void filesOfStrangersNeedNoImage() {
        assertThat(
                        files(
                                """
                                files:
                                  - { path: /etc/a, content: "a\\n", owner: www-data, group: ssl }
                                  - { path: /etc/b, source: files/b }
                                """))
                .containsEntry("/etc/a", "a\n")
                .containsEntry("/etc/b", "(files/b)\n")
                .doesNotContainKeys("/etc/passwd", "/etc/group");
    }

    @Test
    void everyExampleBecomesFilesAlwaysTheSame() {
        ProjectFiles anything = _ -> Optional.of(1L);
        for (Example example : new Examples().all()) {
            SystemSpec spec =
                    new Analyzer()
                            .analyze(new SpecText(example.spec()), anything)
                            .spec()
                            .orElseThrow(() -> new AssertionError(example.id()));
            SortedMap<String, String> files = ConfigPreview.of(spec);
            assertThat(files).as(example.id()).containsKey("/etc/hostname");
            spec.systemd()
                    .units()
                    .forEach(
                            unit ->
                                    assertThat(files.keySet())
                                            .anyMatch(path -> path.contains(unit.name())));
            spec.files().forEach(file -> assertThat(files).containsKey(file.path()));
            assertThat(ConfigPreview.of(spec)).isEqualTo(files);
        }
    }
}

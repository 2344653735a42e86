package dev.coppice.model.export.kairos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.export.ExportCases;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.text.SpecText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

class KairosCheckTest {

    private static final String GOOD =
            """
            #cloud-config
            hostname: "node-{{ trunc 4 .MachineID }}"
            users:
              - name: kairos
                passwd: kairos
                groups: [admin]
                ssh_authorized_keys: [github:someone]
            install:
              auto: true
              device: auto
              reboot: true
              system.size: 4096
              ssh_hardening: true
            k3s:
              enabled: true
              args: [--disable=traefik]
            metallb:
              addresses: 192.168.1.10-192.168.1.20
            stages:
              initramfs:
                - name: Files
                  files:
                    - path: /etc/motd
                      permissions: 0644
                      content: "{{ .Values.node.hostname }} {{ \\"{{\\" }} .Names }}"
                  systemctl:
                    enable: [nginx]
              boot:
                - sysctl:
                    vm.swappiness: 10
                  commands:
                    - echo hello
            """;

    private static final Predicate<String> IMAGE =
            Set.of("sudo", "audio", "video", "adm", "users")::contains;

    private final KairosCheck check = new KairosCheck();

    @Test
    void hasNothingToSayOfAGoodOne() {
        assertThat(check.check(new SpecText(GOOD), IMAGE)).isEmpty();
    }

    /** Each line spoils the good file by one replacement and names what is found where. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    #cloud-config            | # a config                | kairos-no-header | ''
                    'hostname: "node'        | 'hostname: {{ x }} "node' | kairos-bad-yaml | ''
                    'groups: [admin]'        | 'groups: [wheel]'         | kairos-no-admin | users
                    'groups: [admin]'        | 'groups: admin'           | kairos-wrong-type | users[0].groups
                    'passwd: kairos'         | 'sudo: ALL'               | kairos-unknown-key | users[0].sudo
                    'passwd: kairos'         | 'lockPasswd: true'        | kairos-unknown-key | users[0].lockPasswd
                    'name: kairos'           | 'name: K K'               | kairos-user-name | users[0]
                    'ssh_authorized_keys: [github:someone]' | 'shell: /bin/sh' | kairos-no-keys | install.ssh_hardening
                    'reboot: true'           | 'reboot: true\\n  poweroff: true' | kairos-reboot-and-poweroff | install.poweroff
                    'device: auto'           | 'device: sda'             | kairos-device | install.device
                    'device: auto'           | 'image: oci:x'            | kairos-unknown-key | install.image
                    'device: auto'           | 'no_format: true'         | kairos-unknown-key | install.no_format
                    'device: auto'           | 'bind_mounts: /srv'       | kairos-wrong-type | install.bind_mounts
                    'device: auto'           | 'bundles: [{targets: [package://x/y]}]' | kairos-bundle-target | install.bundles[0].targets[0]
                    'device: auto'           | 'extra-partitions: [{name: a}, {name: b}]' | kairos-partition-rest | install.extra-partitions
                    'device: auto'           | 'extra-partitions: [{size: 5}]' | kairos-partition-name | install.extra-partitions[0]
                    'enabled: true'          | 'enable: true'            | kairos-unknown-key | k3s.enable
                    'args: [--disable=traefik]' | 'args: --disable=traefik' | kairos-wrong-type | k3s.args
                    'metallb:'               | 'packages:'               | kairos-unknown-key | packages
                    'metallb:'               | 'hostnam:'                | kairos-unknown-key | hostnam
                    'initramfs:'             | 'initramsf:'              | kairos-unknown-stage | stages.initramsf
                    'permissions: 0644'      | 'permissions: "0644"'     | kairos-wrong-type | stages.initramfs[0].files[0].permissions
                    'permissions: 0644'      | 'permissions: 644'        | kairos-decimal-mode | stages.initramfs[0].files[0].permissions
                    'permissions: 0644'      | 'permsisions: 0644'       | kairos-no-permissions | stages.initramfs[0].files[0]
                    'permissions: 0644'      | 'permissions: 0644\\n          owner_string: a' | kairos-unknown-key | stages.initramfs[0].files[0].owner_string
                    '.Values.node.hostname'  | '.Names'                  | kairos-template | stages.initramfs[0].files[0].content
                    'enable: [nginx]'        | 'enabled: [nginx]'        | kairos-unknown-key | stages.initramfs[0].systemctl.enabled
                    'enable: [nginx]'        | 'start: [nginx]'          | kairos-start-too-early | stages.initramfs[0].systemctl.start
                    'sysctl:'                | 'systctl:'                | kairos-unknown-key | stages.boot[0].systctl
                    '- echo hello'           | '- [echo, hello]'         | kairos-wrong-type | stages.boot[0].commands[0]
                    'commands:'              | 'packages: {install: [x]}\\n      commands:' | kairos-read-only | stages.boot[0].packages
                    'commands:'              | 'dns: {search: [x]}\\n      commands:' | kairos-dns-without-servers | stages.boot[0].dns
                    'k3s:'                   | 'runcmd: [[ls, -l]]\\nk3s:' | kairos-wrong-type | runcmd[0]
                    'k3s:'                   | 'install: {}\\nk3s:'      | kairos-key-twice | install
                    """)
    void findsWhatIsLost(String good, String bad, String code, String path) {
        String text = GOOD.replace(good, bad.replace("\\n", "\n"));
        assertThat(text).isNotEqualTo(GOOD);
        assertThat(check.check(new SpecText(text), IMAGE))
                .extracting(finding -> finding.code() + " " + finding.path())
                .contains((code + " " + path).stripTrailing() + (path.isEmpty() ? " " : ""));
    }

    @Test
    void hasNothingToSayOfWhatIsExported() {
        for (ExportCases.Case each : ExportCases.gallery()) {
            ExportedFile.Text config =
                    (ExportedFile.Text)
                            new KairosExporter().export(each.input()).files().getFirst();
            assertThat(check.check(new SpecText(config.content()), group -> true))
                    .as(each.name())
                    .isEmpty();
        }
    }

    @Test
    void takesWhateverItIsGiven() {
        var random = new Random(11);
        List<String> pieces =
                List.of(
                        "{", "}", "[", "]", "- ", ": ", "\n", "  ", "a", "{{", "#", "&x", "*x",
                        "'");
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder(GOOD);
            for (int j = random.nextInt(6); j >= 0; j--) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(20));
                text.replace(at, end, pieces.get(random.nextInt(pieces.size())));
            }
            assertThat(check.check(new SpecText(text.toString()), IMAGE)).isNotNull();
        }
    }
}

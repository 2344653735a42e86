package dev.coppice.runner.build.debian;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.build.debian.FieldEffects.FileLines;

import org.junit.jupiter.api.Test;

import java.util.List;

class FieldEffectsTest {

    private static FieldEffects effects(String without, String with) {
        return FieldEffects.between(TestSpecs.spec(without), TestSpecs.spec(with));
    }

    @Test
    void aHostNameIsALineOfTwoFiles() {
        assertThat(effects("", "hostname: web-01\n").files())
                .containsExactly(
                        new FileLines("/etc/hostname", List.of("web-01"), false),
                        new FileLines("/etc/hosts", List.of("127.0.1.1 web-01"), false));
    }

    @Test
    void aLineKeepsTheHeadOfItsSection() {
        String face = "network: { interfaces: { eth0: { ";
        FieldEffects effects =
                effects(face + "dhcp: true } } }\n", face + "dhcp: true, mtu: 1400 } } }\n");

        assertThat(effects.files())
                .containsExactly(
                        new FileLines(
                                "/etc/systemd/network/10-eth0.network",
                                List.of("[Link]", "MTUBytes=1400"),
                                false));
    }

    @Test
    void aNewFileIsShownWhole() {
        FieldEffects effects = effects("", "sshd: { Port: 2222 }\npackages: [openssh-server]\n");

        assertThat(effects.packages()).containsExactly("openssh-server");
        assertThat(effects.files())
                .anySatisfy(
                        file -> {
                            assertThat(file.path()).startsWith("/etc/ssh/sshd_config.d/");
                            assertThat(file.whole()).isTrue();
                            assertThat(file.lines()).contains("Port 2222");
                        });
    }

    @Test
    void aGroupOfTheSystemHasItsNumber() {
        FieldEffects effects =
                effects(
                        "users: [{ name: alice, groups: [adm] }]\n",
                        "users: [{ name: alice, groups: [adm, sudo] }]\n");

        assertThat(effects.files())
                .contains(new FileLines("/etc/group", List.of("sudo:x:27:alice"), false));
    }

    @Test
    void aPackageIsNoFile() {
        assertThat(effects("", "packages: [htop]\n"))
                .isEqualTo(new FieldEffects(List.of(), List.of("htop")));
        assertThat(effects("", "machine: { cpus: 4 }\n")).isEqualTo(FieldEffects.none());
    }
}

package dev.coppice.runner.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.guest.Facts.PortFact;
import dev.coppice.runner.guest.Facts.UnitFact;
import dev.coppice.runner.guest.Facts.UserFact;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

class FactParserTest {

    /** What the script printed in a machine with Debian 12, nginx and an SSH server. */
    private static String recorded() throws IOException {
        try (var in = FactParserTest.class.getResourceAsStream("facts-bookworm.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void readsWhatARealMachineReported() throws Exception {
        Facts facts = FactParser.parse(recorded());

        assertThat(facts.hostname()).isEqualTo("proto");
        assertThat(facts.osRelease()).isEqualTo("Debian GNU/Linux 12 (bookworm)");
        assertThat(facts.kernel()).isEqualTo("6.1.0-56-amd64");
        assertThat(facts.systemState()).isEqualTo("running");
        assertThat(facts.packages()).hasSize(157);
        assertThat(facts.packages())
                .contains(new Facts.PackageFact("adduser", "3.134", "all", 686));
        assertThat(facts.units())
                .contains(
                        new UnitFact("nginx.service", "active", "running", "enabled"),
                        new UnitFact("dbus.service", "active", "running", ""))
                .noneMatch(unit -> unit.name().equals("auditd.service"));
        assertThat(facts.ports())
                .contains(
                        new PortFact("tcp", "0.0.0.0", 22, "sshd"),
                        new PortFact("tcp", "::", 80, "nginx"))
                .isSortedAccordingTo(
                        java.util.Comparator.comparing(PortFact::protocol)
                                .thenComparing(PortFact::port)
                                .thenComparing(PortFact::address));
        assertThat(facts.users()).containsExactly(new UserFact("root", 0, "/bin/bash", List.of()));
        assertThat(facts.boot())
                .containsEntry("kernel", 4561L)
                .containsEntry("userspace", 13439L)
                .containsEntry("total", 18000L);
        assertThat(facts.memoryUsedMiB()).isEqualTo((981428 - 786828) / 1024);
        assertThat(facts.sysctl())
                .containsEntry("net.ipv4.ip_forward", "0")
                .containsEntry("vm.swappiness", "60")
                .hasSize(2);
    }

    @Test
    void survivesAnyCutOrScrambledReport() throws Exception {
        String report = recorded();
        var random = new Random(20261122);
        for (int i = 0; i < 300; i++) {
            int cut = random.nextInt(report.length());
            assertThat(FactParser.parse(report.substring(0, cut))).isNotNull();
        }
        assertThat(FactParser.parse("").packages()).isEmpty();
        assertThat(FactParser.parse("").boot()).isEmpty();
    }

    @Test
    void readsAddressesInTheByteOrderOfTheMachine() {
        assertThat(SocketTable.address("0100007F")).isEqualTo("127.0.0.1");
        assertThat(SocketTable.address("00000000000000000000000000000000")).isEqualTo("::");
        assertThat(SocketTable.address("00000000000000000000000001000000")).isEqualTo("::1");
    }

    @Test
    void tellsEnabledFromMaskedUnits() {
        var links =
                new UnitLinks(
                        List.of(
                                "multi-user.target.wants/a.service\t/lib/systemd/system/a.service",
                                "b.service\t/dev/null",
                                "alias.service\t/lib/systemd/system/a.service"));
        assertThat(links.states())
                .containsEntry("a.service", "enabled")
                .containsEntry("b.service", "masked")
                .doesNotContainKey("alias.service");
    }

    @Test
    void writesSysctlNamesAsPathsAsSysctlDoes() {
        assertThat(FactScript.path("net.ipv4.ip_forward")).isEqualTo("net/ipv4/ip_forward");
        assertThat(FactScript.path("net.ipv4.conf.eth0/100.rp_filter"))
                .isEqualTo("net/ipv4/conf/eth0.100/rp_filter");
        assertThat(FactScript.path("net.ipv4.conf.eth0.100.rp_filter"))
                .isEqualTo("net/ipv4/conf/eth0.100/rp_filter");
        assertThat(FactScript.path("net/ipv4/ip_forward")).isEqualTo("net/ipv4/ip_forward");
    }
}

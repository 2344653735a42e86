package dev.coppice.app.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.guest.Facts;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class FactRowTest {

    @Test
    void whatTheNetworkSeesAndWhatFailed() {
        var facts =
                new Facts(
                        "web-01",
                        "Debian GNU/Linux 12 (bookworm)",
                        "6.1.0",
                        List.of(),
                        List.of(
                                new Facts.UnitFact("a.service", "failed", "failed", "enabled"),
                                new Facts.UnitFact("b.service", "active", "running", "")),
                        List.of(
                                new Facts.PortFact("tcp", "127.0.0.53%lo", 53, "systemd-resolve"),
                                new Facts.PortFact("tcp", "::", 22, "sshd"),
                                new Facts.PortFact("tcp", "0.0.0.0", 80, "nginx"),
                                new Facts.PortFact("tcp", "0.0.0.0", 22, "sshd")),
                        List.of(new Facts.UserFact("root", 0, "/bin/bash", List.of())),
                        Map.of("kernel", 2900L, "userspace", 9400L),
                        190,
                        "degraded",
                        Map.of());
        assertThat(FactRow.of(facts))
                .contains(
                        new FactRow("Ports", "22/tcp  sshd\n80/tcp  nginx", false),
                        new FactRow("Failed units", "a.service", true),
                        new FactRow("Boot", "kernel 2.9\u00a0s + userspace 9.4\u00a0s", false),
                        new FactRow("Users", "root", false));
    }
}

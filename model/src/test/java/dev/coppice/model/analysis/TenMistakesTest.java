package dev.coppice.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.diag.DiagnosticPrinter;
import dev.coppice.model.text.SpecText;

import org.junit.jupiter.api.Test;

/** Semantic mistakes never hide each other. */
class TenMistakesTest {

    private static final String SPEC =
            """
            # ten mistakes
            spec: 1
            name: Web 01
            base: { distribution: debian, release: bullseye }
            hostnme: web
            timezone: Europe/Lodnon
            users:
              - name: alice
                password: secret
              - groups: [adm]
            services:
              nginx: { enabled: yes }
            files:
              - path: etc/motd
                content: Hello
                mode: 644
            network:
              firewall: { allowTcp: [22, 99999] }
            machine: { memory: 1G, forward: ["8080:80"] }
            packages: [nginx, openssh-server]
            """;

    @Test
    void reportsAllTenWithTheirPlaces() {
        assertThat(Specs.analyze(SPEC).diagnostics())
                .extracting(d -> d.start().line() + ":" + d.start().column() + " " + d.code())
                .containsExactly(
                        "3:7 bad-name",
                        "4:40 bad-choice",
                        "5:1 unknown-key",
                        "6:11 bad-timezone",
                        "9:5 clear-password",
                        "10:5 missing-key",
                        "12:21 wrong-type",
                        "14:11 bad-path",
                        "16:11 wrong-type",
                        "18:30 bad-port");
    }

    @Test
    void countsThem() {
        Analysis analysis = Specs.analyze(SPEC);

        assertThat(analysis.spec()).isEmpty();
        assertThat(analysis.hasErrors()).isTrue();
        assertThat(
                        new DiagnosticPrinter(false)
                                .print("system.yaml", new SpecText(SPEC), analysis.diagnostics()))
                .contains(
                        """
                        system.yaml:9:5: error[clear-password]: a password must not stand in a \
                        spec in clear
                         9 |     password:••••••••
                           |     ^^^^^^^^
                        """)
                .doesNotContain("secret")
                .endsWith("\n10 errors, no warnings\n");
    }
}

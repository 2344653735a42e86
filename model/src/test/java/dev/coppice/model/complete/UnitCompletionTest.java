package dev.coppice.model.complete;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitCompletionTest {

    private static final String SERVICE =
            """
            packages: [nginx]
            users: [{ name: alice }]
            units:
              - name: backup.service
                content: |
            """;

    private final Taking taking = new Taking(Catalog.EMPTY);

    private static String lines(String... lines) {
        return SERVICE + "      " + String.join("\n      ", lines);
    }

    @Test
    void sectionsOfTheUnitsKind() {
        assertThat(taking.labels(lines("[¦"))).containsExactly("[Unit]", "[Service]", "[Install]");
        assertThat(taking.labels(lines("¦"))).contains("[Unit]", "[Service]", "[Install]");
        assertThat(taking.take(lines("[Ser¦"), "[Service]")).isEqualTo(lines("[Service]¦"));
        assertThat(taking.take(lines("[Ser¦]", "Type=simple"), "[Service]"))
                .isEqualTo(lines("[Service]¦", "Type=simple"));
        assertThat(taking.at(lines("[¦")).whole()).isTrue();
        String timer = SERVICE.replace("backup.service", "backup.timer") + "      [¦";
        assertThat(taking.labels(timer)).containsExactly("[Unit]", "[Timer]", "[Install]");
    }

    @Test
    void settingsOfTheSectionTheUsualOnesFirst() {
        assertThat(taking.labels(lines("[Service]", "¦"))).startsWith("ExecStart", "Type", "User");
        assertThat(taking.labels(lines("[Service]", "Exec¦")))
                .contains("ExecStart", "ExecStop")
                .doesNotContain("Description");
        assertThat(taking.labels(lines("[Unit]", "Aft¦"))).containsExactly("After");
        assertThat(taking.labels(lines("[Nothing]", "Aft¦"))).isEmpty();
        assertThat(taking.take(lines("[Unit]", "Description=x", "", "[Service]", "Typ¦"), "Type"))
                .endsWith("[Service]\n      Type=¦");
        assertThat(taking.take(lines("[Service]", "Typ¦=simple"), "Type")).endsWith("Type¦=simple");
        assertThat(taking.at(lines("[Service]", "Typ¦")).proposals().getFirst().again()).isTrue();
    }

    @Test
    void valuesOfSettings() {
        assertThat(taking.labels(lines("[Service]", "Type=¦"))).contains("oneshot", "notify");
        assertThat(taking.at(lines("[Service]", "Type=¦")).whole()).isTrue();
        assertThat(taking.take(lines("[Service]", "Type=one¦"), "oneshot"))
                .endsWith("Type=oneshot¦");
        assertThat(taking.labels(lines("[Service]", "PrivateTmp=¦")))
                .contains("yes", "no", "disconnected");
        assertThat(taking.labels(lines("[Service]", "RemainAfterExit=y¦"))).containsExactly("yes");
        assertThat(taking.labels(lines("[Service]", "User=a¦"))).contains("alice");
        assertThat(taking.labels(lines("[Service]", "ExecStart=/bin¦"))).isEmpty();
        assertThat(taking.at(lines("[Service]", "ExecStart=¦")).whole()).isFalse();
    }

    @Test
    void unitsByTheirFullNames() {
        assertThat(taking.labels(lines("[Unit]", "After=ngi¦"))).contains("nginx.service");
        assertThat(taking.labels(lines("[Install]", "WantedBy=multi¦")))
                .contains("multi-user.target");
        assertThat(taking.take(lines("[Unit]", "After=nginx.service net¦"), "network.target"))
                .endsWith("After=nginx.service network.target¦");
    }

    @Test
    void nothingInCommentsAndLongLinesAndOtherTexts() {
        assertThat(taking.labels(lines("[Service]", "; Typ¦"))).isEmpty();
        assertThat(taking.labels(lines("[Service]", "ExecStart=/bin/x \\", "  Typ¦"))).isEmpty();
        assertThat(taking.labels("files:\n  - path: /x\n    content: |\n      [Ser¦")).isEmpty();
    }

    @Test
    void windowsLineEndsStay() {
        String text = lines("[Service]", "Typ¦", "User=a").replace("\n", "\r\n");
        assertThat(taking.take(text, "Type")).endsWith("Type=¦\r\n      User=a");
    }
}

package dev.coppice.model.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;

import java.util.stream.Collectors;

class ReportTest {

    private static final String SPEC =
            """
            spec: 1
            name: web
            base: { distribution: debian, release: bookworm }
            packages: [nginx, htop]
            targets:
              nixos:
                services.nginx: { enable: true, virtualHosts: { a: { root: /srv } } }
            """;

    private final ExportInput input = ExportCases.of(SPEC, ProjectFiles.NONE);

    private static SupportTable everythingExact() {
        return SupportTable.parse(
                SupportTable.needed(new SpecSchema()).stream()
                        .map(field -> "exact " + field.id() + " | as it is")
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void leavesNoValueOut() {
        assertThat(new Report().entries(input.tree(), everythingExact()))
                .extracting(entry -> entry.path().toString())
                .containsExactly(
                        "spec",
                        "name",
                        "base.distribution",
                        "base.release",
                        "packages[0]",
                        "packages[1]",
                        "targets.nixos.services.nginx");
    }

    @Test
    void whatWasSaidOfARecordHoldsForItsValues() {
        var report = new Report();
        report.dropped(YamlPath.of("packages", 1), "no such package");
        report.approximated(YamlPath.of("base"), "near");

        assertThat(report.entries(input.tree(), everythingExact()))
                .extracting(ExportResult.Entry::support)
                .contains(
                        new FieldSupport.Dropped("no such package"),
                        new FieldSupport.Approximated("near"),
                        new FieldSupport.Exact("as it is"));
    }

    @Test
    void refusesTablesThatSayNothing() {
        assertThatThrownBy(() -> SupportTable.parse("perhaps name | x"))
                .hasMessageContaining("perhaps");
        assertThatThrownBy(() -> SupportTable.parse("exact name | x\ndropped name | y"))
                .hasMessageContaining("twice");
    }
}

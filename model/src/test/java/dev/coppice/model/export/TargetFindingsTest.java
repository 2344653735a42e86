package dev.coppice.model.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

class TargetFindingsTest {

    private static final String SPEC =
            """
            spec: 1
            name: web
            includes: [common.yaml]
            base: { distribution: debian, release: bookworm }
            packages:
              - nginx
              - htop
            hostname: web-01
            """;

    private final SpecSchema schema = new SpecSchema();
    private final ProjectFiles files =
            new ProjectFiles() {
                @Override
                public Optional<Long> size(String path) {
                    return text(path).map(text -> (long) text.length());
                }

                @Override
                public Optional<String> text(String path) {
                    return path.equals("common.yaml")
                            ? Optional.of("timezone: Europe/London\n")
                            : Optional.empty();
                }
            };

    /** It loses the time zone, bends packages, and keeps the rest. */
    private final Exporter target =
            new Exporter() {
                @Override
                public String id() {
                    return "plain";
                }

                @Override
                public String title() {
                    return "Plain";
                }

                @Override
                public String summary() {
                    return "Nothing but a report.";
                }

                @Override
                public SupportTable support() {
                    return SupportTable.parse(
                            SupportTable.needed(schema).stream()
                                    .map(field -> row(field.id()))
                                    .collect(Collectors.joining("\n")));
                }

                private String row(String field) {
                    return switch (field) {
                        case "timezone" -> "dropped timezone | set it there";
                        case "kernel.sysctl.*" -> "approximated " + field + " | in the host's way";
                        case "packages[]" -> "approximated packages[] | other versions";
                        default -> "exact " + field + " | x";
                    };
                }

                @Override
                public ExportResult export(ExportInput input) {
                    return new ExportResult(
                            List.of(), new Report().entries(input.tree(), support()));
                }
            };

    private List<Diagnostic> found(String text, String... targets) {
        Analysis analysis = new Analyzer(schema).analyze(new SpecText(text), files);
        return new TargetFindings(schema, new Exporters(List.of(target)))
                .add(analysis, files, List.of(targets))
                .diagnostics();
    }

    @Test
    void whatAChosenTargetLosesStandsAtItsPlace() {
        assertThat(found(SPEC, "plain"))
                .extracting(d -> d.start().line() + " " + d.code() + ": " + d.message())
                .containsExactly(
                        "3 export-dropped: common.yaml:1:11: Plain will not have this",
                        "6 export-approximated: Plain will have these 2 with a difference");
        assertThat(found(SPEC, "plain")).extracting(Diagnostic::help).contains("Set it there.");
    }

    @Test
    void beyondTwoHundredItSaysHowManyThereAre() {
        var text = new StringBuilder(SPEC).append("kernel:\n  sysctl:\n");
        for (int i = 0; i < 250; i++) {
            text.append("    net.a").append(i).append(": \"1\"\n");
        }

        List<Diagnostic> found = found(text.toString(), "plain");

        assertThat(found).filteredOn(d -> d.code().startsWith("export-")).hasSize(200);
        assertThat(found)
                .filteredOn(d -> d.code().equals("export-dropped"))
                .as("the dropped one is among them")
                .hasSize(1);
        assertThat(found)
                .filteredOn(d -> d.code().equals("more-findings"))
                .singleElement()
                .satisfies(
                        d -> {
                            assertThat(d.message()).contains("52 more").contains("Plain");
                            assertThat(d.severity()).isEqualTo(Severity.INFO);
                            assertThat(d.start().line()).isEqualTo(209);
                        });
    }

    @Test
    void withoutAChosenTargetNothingIsSaid() {
        assertThat(found(SPEC)).isEmpty();
        assertThat(found(SPEC, "unknown")).isEmpty();
    }

    @Test
    void whileThereAreErrorsOnlyTheyAreSaid() {
        assertThat(found(SPEC + "pakages: [x]\n", "plain"))
                .extracting(Diagnostic::code)
                .containsExactly("unknown-key");
    }
}

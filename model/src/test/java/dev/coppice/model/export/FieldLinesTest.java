package dev.coppice.model.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.include.Composition;
import dev.coppice.model.include.ValuePlaces;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class FieldLinesTest {

    private static final String SPEC =
            """
            spec: 1
            name: web
            includes: [common.yaml]
            packages: [nginx, htop]
            """;

    /** The included file's package comes first in the whole list. */
    private static final ExportResult RESULT =
            new ExportResult(
                    List.of(
                            new TextWriter("  ")
                                    .line("packages = [", YamlPath.of("packages"))
                                    .line("  vim", YamlPath.of("packages", 0))
                                    .line("  nginx", YamlPath.of("packages", 1))
                                    .line("  htop", YamlPath.of("packages", 2))
                                    .line("]", YamlPath.of("packages"))
                                    .file("a.nix", Language.NIX),
                            new ExportedFile.Copy("x", "y", YamlPath.of("packages"))),
                    List.of(
                            entry(0, new FieldSupport.Exact("a")),
                            entry(1, new FieldSupport.Exact("b")),
                            entry(2, new FieldSupport.Dropped("c"))));

    private static ExportResult.Entry entry(int item, FieldSupport support) {
        return new ExportResult.Entry(
                YamlPath.of("packages", item), new SpecSchema().get("packages[]"), support);
    }

    private final ValuePlaces places = places();

    private static ValuePlaces places() {
        var text = new SpecText(SPEC);
        return Composition.of(
                        new SpecSchema(),
                        text,
                        new YamlParser().parse(text),
                        path -> Optional.of("packages: [vim]\n"))
                .places();
    }

    @Test
    void anItemIsFoundByItsPathInTheFileItself() {
        assertThat(FieldLines.of(RESULT, places, YamlPath.of("packages", 1)))
                .isEqualTo(
                        new FieldLines(
                                List.of(
                                        new FieldLines.File(
                                                "a.nix", List.of("packages = [", "  htop"))),
                                Optional.of(new FieldSupport.Dropped("c"))));
    }

    @Test
    void aListHasItsOwnLinesAndThoseOfItsItems() {
        FieldLines found = FieldLines.of(RESULT, places, YamlPath.of("packages"));
        assertThat(found.files())
                .containsExactly(
                        new FieldLines.File(
                                "a.nix", List.of("packages = [", "  nginx", "  htop", "]")));
        assertThat(found.support()).isEmpty();
    }

    @Test
    void whatNoLineSaysHasNone() {
        assertThat(FieldLines.of(RESULT, places, YamlPath.of("name")))
                .isEqualTo(new FieldLines(List.of(), Optional.empty()));
    }
}

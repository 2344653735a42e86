package dev.coppice.model.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What holds for every target. */
class ExporterContractTest {

    private static final int GENERATED = 100;
    private static final long SEED = 20261124;

    private final SpecSchema schema = new SpecSchema();

    private static Stream<DynamicTest> each(Consumer<Exporter> test) {
        return new Exporters()
                .all().stream()
                        .map(
                                exporter ->
                                        DynamicTest.dynamicTest(
                                                exporter.id(), () -> test.accept(exporter)));
    }

    /** A field that is added to the spec must be answered for by every target. */
    @TestFactory
    Stream<DynamicTest> answersForEveryField() {
        List<String> needed = SupportTable.needed(schema).stream().map(Field::id).toList();
        return each(
                exporter -> {
                    assertThat(exporter.support().fields()).containsAll(needed);
                    assertThat(needed).containsAll(exporter.support().fields());
                });
    }

    @TestFactory
    Stream<DynamicTest> whatItKeepsStandsInAFile() {
        return each(
                exporter ->
                        ExportCases.gallery().forEach(each -> keptStandsInAFile(exporter, each)));
    }

    private void keptStandsInAFile(Exporter exporter, ExportCases.Case each) {
        ExportResult result = exporter.export(each.input());
        Set<YamlPath> origins = origins(result);
        assertThat(result.report()).as(each.name()).isNotEmpty();
        for (ExportResult.Entry entry : result.report()) {
            if (entry.support() instanceof FieldSupport.Exact
                    || entry.support() instanceof FieldSupport.Approximated) {
                assertThat(ancestors(entry.path()))
                        .as("%s: origins of %s", each, entry.path())
                        .anyMatch(origins::contains);
            }
        }
    }

    /** Strange but well-formed specs: no exception, safe paths, origins that exist. */
    @TestFactory
    Stream<DynamicTest> takesWhateverIsWellFormed() {
        List<ExportCases.Case> cases =
                Stream.of(ExportCases.gallery(), ExportCases.generated(GENERATED, SEED))
                        .flatMap(List::stream)
                        .toList();
        return each(exporter -> cases.forEach(each -> isSound(exporter, each)));
    }

    private void isSound(Exporter exporter, ExportCases.Case each) {
        ExportResult result = exporter.export(each.input());
        assertThat(result.files().stream().map(ExportedFile::path))
                .as(each.name())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(path -> !path.startsWith("/") && !path.contains(".."));
        assertThat(origins(result))
                .as(each.name())
                .allMatch(origin -> schema.at(origin).isPresent());
        assertThat(result).as(each.name()).isEqualTo(exporter.export(each.input()));
    }

    private static Set<YamlPath> origins(ExportResult result) {
        var origins = new HashSet<YamlPath>();
        for (ExportedFile file : result.files()) {
            switch (file) {
                case ExportedFile.Text text ->
                        text.lines().forEach(line -> origins.addAll(line.origins()));
                case ExportedFile.Copy copy -> origins.add(copy.origin());
            }
        }
        return origins;
    }

    private static List<YamlPath> ancestors(YamlPath path) {
        return Stream.iterate(path, up -> !up.steps().isEmpty(), YamlPath::parent).toList();
    }
}

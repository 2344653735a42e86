package dev.coppice.model.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class TallyTest {

    @Test
    void countsWhatIsKeptAndLost() {
        List<ExportResult.Entry> report =
                Stream.of(
                                new FieldSupport.Exact("a"),
                                new FieldSupport.Exact("b"),
                                new FieldSupport.Approximated("c"),
                                new FieldSupport.Dropped("d"),
                                new FieldSupport.NotConcerned("e"))
                        .map(
                                support ->
                                        new ExportResult.Entry(
                                                YamlPath.of("name"),
                                                new SpecSchema().get("name"),
                                                support))
                        .toList();
        assertThat(Tally.of(report)).isEqualTo(new Tally(2, 1, 1));
        assertThat(Tally.of(report).words()).isEqualTo("2 exact, 1 approximated, 1 dropped");
    }
}

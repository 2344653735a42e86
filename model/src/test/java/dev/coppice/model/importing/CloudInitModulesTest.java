package dev.coppice.model.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Specs;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.stream.Stream;

/** Each module that cloud-init documents, with its keys: every key is kept or reported. */
class CloudInitModulesTest {

    private final Importer importer = new CloudInitImporter(new SpecSchema());

    @Test
    void everyKeyIsKeptOrReported() throws IOException {
        assertThat(ConfigTexts.cloudInit()).hasSizeGreaterThan(45);
        for (String config : ConfigTexts.cloudInit()) {
            Import read = importer.read(new SpecText(config), "node");
            Analysis analysis = Specs.analyze(read.spec().content());
            assertThat(analysis.diagnostics())
                    .as("%s\n%s", config, read.spec().content())
                    .noneMatch(d -> d.severity() == Severity.ERROR);
            YNode tree = new YamlParser().parse(new SpecText(config)).root().orElseThrow();
            assertThat(ConfigTexts.leaves(tree))
                    .as("%s: %s", config, read.notes())
                    .allMatch(leaf -> read.notes().stream().anyMatch(n -> covers(n, leaf)));
        }
    }

    /** A note speaks of a value, of one around it, or of a part of it. */
    private static boolean covers(ImportNote note, YamlPath leaf) {
        return Stream.iterate(leaf, up -> !up.steps().isEmpty(), YamlPath::parent)
                .anyMatch(up -> up.toString().equals(note.field()));
    }

    @Test
    void secretsAreNotKept() throws IOException {
        for (String config : ConfigTexts.cloudInit()) {
            assertThat(importer.read(new SpecText(config), "node").spec().content())
                    .doesNotContain("clearsecret");
        }
    }
}

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Each module that cloud-init documents, with its keys: every key is kept or reported. */
class CloudInitModulesTest {

    private static final Path MODULES =
            Path.of("src/test/resources/importing/cloud-init/modules.yaml");

    private final Importer importer = new CloudInitImporter(new SpecSchema());

    private static List<String> configs() throws IOException {
        return Stream.of(Files.readString(MODULES).split("(?m)^---\n"))
                .map(config -> "#cloud-config\n" + config)
                .toList();
    }

    private static void leaves(YNode node, YamlPath path, List<YamlPath> leaves) {
        switch (node) {
            case YNode.YMap map ->
                    map.entries()
                            .forEach(e -> leaves(e.value(), path.key(e.key().value()), leaves));
            case YNode.YSeq list -> {
                for (int i = 0; i < list.items().size(); i++) {
                    leaves(list.items().get(i), path.index(i), leaves);
                }
            }
            case YNode.YScalar _ -> leaves.add(path);
        }
    }

    @Test
    void everyKeyIsKeptOrReported() throws IOException {
        assertThat(configs()).hasSizeGreaterThan(45);
        for (String config : configs()) {
            Import read = importer.read(new SpecText(config), "node");
            Analysis analysis = Specs.analyze(read.spec().content());
            assertThat(analysis.diagnostics())
                    .as("%s\n%s", config, read.spec().content())
                    .noneMatch(d -> d.severity() == Severity.ERROR);
            var leaves = new ArrayList<YamlPath>();
            YNode tree = new YamlParser().parse(new SpecText(config)).root().orElseThrow();
            leaves(tree, YamlPath.ROOT, leaves);
            assertThat(leaves)
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
        for (String config : configs()) {
            assertThat(importer.read(new SpecText(config), "node").spec().content())
                    .doesNotContain("clearsecret");
        }
    }
}

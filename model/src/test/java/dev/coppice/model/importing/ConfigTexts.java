package dev.coppice.model.importing;

import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Texts for importers, and what stands in them. */
final class ConfigTexts {

    private static final Path MODULES =
            Path.of("src/test/resources/importing/cloud-init/modules.yaml");

    private ConfigTexts() {}

    /** A cloud-config for each module of cloud-init. */
    static List<String> cloudInit() throws IOException {
        return Stream.of(Files.readString(MODULES).split("(?m)^---\n"))
                .map(config -> "#cloud-config\n" + config)
                .toList();
    }

    /** The paths of all values. */
    static List<YamlPath> leaves(YNode root) {
        var leaves = new ArrayList<YamlPath>();
        collect(root, YamlPath.ROOT, leaves);
        return leaves;
    }

    private static void collect(YNode node, YamlPath path, List<YamlPath> leaves) {
        switch (node) {
            case YNode.YMap map ->
                    map.entries()
                            .forEach(e -> collect(e.value(), path.key(e.key().value()), leaves));
            case YNode.YSeq list -> {
                for (int i = 0; i < list.items().size(); i++) {
                    collect(list.items().get(i), path.index(i), leaves);
                }
            }
            case YNode.YScalar _ -> leaves.add(path);
        }
    }
}

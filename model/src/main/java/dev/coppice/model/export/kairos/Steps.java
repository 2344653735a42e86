package dev.coppice.model.export.kairos;

import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of a cloud-config's stages, and what stands in them. */
final class Steps {

    private static final YamlPath STAGES = YamlPath.of("stages");

    private Steps() {}

    /**
     * A step.
     *
     * @param stage the name of its stage
     * @param index its number in the stage
     */
    record Step(String stage, int index, YMap node) {

        YamlPath path() {
            return STAGES.key(stage).index(index);
        }

        Optional<YNode> get(String key) {
            return node.get(key);
        }
    }

    /** All steps that are mappings, in the order of the file. */
    static List<Step> of(YNode root) {
        var steps = new ArrayList<Step>();
        if (root.at(STAGES).orElse(null) instanceof YMap stages) {
            for (YNode.Entry stage : stages.entries()) {
                List<YNode> items = items(Optional.of(stage.value()));
                for (int i = 0; i < items.size(); i++) {
                    if (items.get(i) instanceof YMap step) {
                        steps.add(new Step(stage.key().value(), i, step));
                    }
                }
            }
        }
        return steps;
    }

    /** The items of a list; none of anything else. */
    static List<YNode> items(Optional<YNode> node) {
        return node.orElse(null) instanceof YSeq list ? list.items() : List.of();
    }

    /** The entries of a mapping; none of anything else. */
    static List<YNode.Entry> entries(Optional<YNode> node) {
        return node.orElse(null) instanceof YMap map ? map.entries() : List.of();
    }

    /** The text of a scalar; empty for anything else. */
    static String text(Optional<YNode> node) {
        return node.orElse(null) instanceof YScalar scalar ? scalar.value() : "";
    }

    /** The text at a key of a mapping; empty for anything else. */
    static String text(YNode node, String key) {
        return text(node.at(YamlPath.of(key)));
    }
}

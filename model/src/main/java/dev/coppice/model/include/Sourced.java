package dev.coppice.model.include;

import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tree that knows where its parts come from.
 *
 * @param node the tree
 * @param source where it stands; of a merged mapping, where the including file has it
 * @param parts the children that come from elsewhere than {@code source} says, by their steps
 */
record Sourced(YNode node, Source source, Map<YamlPath.Step, Sourced> parts) {

    Sourced {
        parts = Map.copyOf(parts);
    }

    /** A tree that stands in one file as a whole. */
    static Sourced whole(YNode node, Source source) {
        return new Sourced(node, source, Map.of());
    }

    /** A child of this tree's node. */
    Sourced child(YamlPath.Step step, YNode child) {
        Sourced merged = parts.get(step);
        return merged != null ? merged : whole(child, source.step(step));
    }

    /** Where a path of the merged tree stands, or would stand. */
    Source at(YamlPath path) {
        Sourced here = this;
        List<YamlPath.Step> steps = path.steps();
        for (int i = 0; i < steps.size(); i++) {
            Sourced next = here.parts.get(steps.get(i));
            if (next == null) {
                Source place = here.source;
                for (YamlPath.Step rest : steps.subList(i, steps.size())) {
                    place = place.step(rest);
                }
                return place;
            }
            here = next;
        }
        return here.source;
    }

    /** The node at a path of the merged tree. */
    Optional<YNode> nodeAt(YamlPath path) {
        return node.at(path);
    }
}

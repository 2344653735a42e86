package dev.coppice.model.refactor;

import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the nodes of a document at places as the table of fields writes them: {@code
 * users[].groups[]}, {@code network.interfaces.*}.
 */
final class Places {

    /** A node and its path. */
    record Found(YamlPath path, YNode node) {}

    private Places() {}

    static List<Found> of(YNode root, String places) {
        List<Found> here = List.of(new Found(YamlPath.ROOT, root));
        if (places.isEmpty()) {
            return here;
        }
        for (String part : places.replace("[]", ".[]").split("\\.")) {
            var next = new ArrayList<Found>();
            here.forEach(found -> step(found, part, next));
            here = next;
        }
        return here;
    }

    private static void step(Found found, String part, List<Found> next) {
        if (part.equals("[]") && found.node() instanceof YSeq seq) {
            for (int i = 0; i < seq.items().size(); i++) {
                next.add(new Found(found.path().index(i), seq.items().get(i)));
            }
        } else if (found.node() instanceof YMap map) {
            for (YNode.Entry entry : map.entries()) {
                String key = entry.key().value();
                if (part.equals("*") || part.equals(key)) {
                    next.add(new Found(found.path().key(key), entry.value()));
                }
            }
        }
    }

    /** A path as the table of fields writes it, but for the entries of maps. */
    static String pattern(YamlPath path) {
        return path.toString().replaceAll("\\[\\d+]", "[]");
    }
}

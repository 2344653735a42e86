package dev.coppice.model.search;

import dev.coppice.model.schema.Field;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;

/** Finds where a field stands in a document. */
final class FieldPlaces {

    private FieldPlaces() {}

    /** The first place of a field, of the kind of record that it belongs to. */
    static Optional<YamlPath> first(YNode root, Field field) {
        return first(root, YamlPath.ROOT, parts(field), field.variant());
    }

    /** The keys of a field's path, with {@code []} and {@code *} as parts of their own. */
    static List<String> parts(Field field) {
        return List.of(field.path().replace("[]", ".[]").split("\\."));
    }

    private static Optional<YamlPath> first(
            YNode node, YamlPath path, List<String> parts, Optional<String> variant) {
        if (parts.isEmpty()) {
            return Optional.of(path);
        }
        List<String> rest = parts.subList(1, parts.size());
        String part = parts.getFirst();
        if (part.equals("[]") && node instanceof YSeq list) {
            for (int i = 0; i < list.items().size(); i++) {
                Optional<YamlPath> found = first(list.items().get(i), path.index(i), rest, variant);
                if (found.isPresent()) {
                    return found;
                }
            }
        } else if (node instanceof YMap map) {
            boolean otherKind =
                    rest.isEmpty() && variant.isPresent() && map.get(variant.get()).isEmpty();
            for (YNode.Entry entry : otherKind ? List.<YNode.Entry>of() : map.entries()) {
                String key = entry.key().value();
                if (part.equals("*") || part.equals(key)) {
                    Optional<YamlPath> found = first(entry.value(), path.key(key), rest, variant);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }
}

package dev.coppice.model.export.kairos;

import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlParser;

import java.util.Optional;

/**
 * An account or a group that a step makes, written as a YAML document in a text.
 *
 * @param kind {@code user}, {@code group}, {@code shadow} or {@code gshadow}; anything else is none
 * @param name what it is called; possibly empty
 */
record Entity(String kind, String name) {

    static Entity of(String text) {
        Optional<YNode> root = new YamlParser().parse(new SpecText(text)).root();
        String kind = root.map(node -> Steps.text(node, "kind")).orElse("");
        String key = kind.equals("group") ? "group_name" : "username";
        return new Entity(kind, root.map(node -> Steps.text(node, key)).orElse(""));
    }

    boolean isGroup() {
        return kind.equals("group");
    }
}

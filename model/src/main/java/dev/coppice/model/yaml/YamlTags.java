package dev.coppice.model.yaml;

import java.util.Set;

/** The tags that mean something in a spec; all but {@code !!str} only say what is so anyway. */
final class YamlTags {

    private static final String PREFIX = "tag:yaml.org,2002:";

    static final String STR = PREFIX + "str";

    private static final Set<String> KNOWN =
            Set.of(
                    "",
                    "!",
                    STR,
                    PREFIX + "int",
                    PREFIX + "float",
                    PREFIX + "bool",
                    PREFIX + "null",
                    PREFIX + "seq",
                    PREFIX + "map");

    private YamlTags() {}

    static boolean isKnown(String tag) {
        return KNOWN.contains(tag);
    }

    /** Whether a node is what its tag says: others would read it as something else, or not. */
    static boolean fits(Raw node) {
        String tag = node.props().tag();
        if (!tag.startsWith(PREFIX) || !KNOWN.contains(tag)) {
            return true;
        }
        String name = tag.substring(PREFIX.length());
        return switch (node) {
            case Raw.Mapping map -> name.equals("map");
            case Raw.Sequence list -> name.equals("seq");
            case Raw.Scalar scalar ->
                    name.equals("str") || name.equalsIgnoreCase(nameOf(scalar.type()));
            case Raw.Alias alias -> true;
        };
    }

    private static String nameOf(YNode.YScalar.Type type) {
        return type == YNode.YScalar.Type.STRING ? "str" : type.name();
    }
}

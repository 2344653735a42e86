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
}

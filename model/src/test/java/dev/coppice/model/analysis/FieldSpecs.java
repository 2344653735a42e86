package dev.coppice.model.analysis;

import dev.coppice.model.schema.Field;

import java.util.Map;

/** Specs around a single field: everything that the field needs beside it, and no more. */
public final class FieldSpecs {

    private static final Map<String, String> BESIDE =
            Map.of(
                    "users[]", "name: neighbour",
                    "units[]", "name: neighbour.target, content: \"[Timer]\"",
                    "files[]", "path: /neighbour, content: x",
                    "services.*", "enabled: false",
                    "base", "distribution: debian, release: bookworm");

    private FieldSpecs() {}

    /** A spec in which a field has a value, given as YAML on one line. */
    public static String around(Field field, String value) {
        if (!field.path().contains(".") && !field.path().contains("[")) {
            String head = Specs.HEAD.replaceAll("(?m)^" + field.path() + ":.*\\n", "");
            return head + field.path() + ": " + value + "\n";
        }
        String inner = value;
        String path = field.path();
        while (!path.isEmpty()) {
            int cut = Math.max(path.lastIndexOf('.'), path.endsWith("[]") ? path.length() - 2 : -1);
            String parent = path.substring(0, Math.max(0, cut));
            String key = path.substring(cut < 0 ? 0 : cut);
            inner = wrap(parent, key.replaceFirst("^\\.", ""), inner, field);
            path = parent;
        }
        String top = field.path().replaceFirst("[.\\[].*", "");
        String head = Specs.HEAD.replaceAll("(?m)^" + top + ":.*\\n", "");
        return head + inner + "\n";
    }

    private static String wrap(String parent, String key, String inner, Field field) {
        if (key.equals("[]")) {
            return "[" + inner + "]";
        }
        String name =
                switch (key) {
                    case "*" -> parent.endsWith("sysctl") ? "vm.swappiness" : "thing";
                    default -> key;
                };
        String entry = name + ": " + inner;
        if (parent.isEmpty()) {
            return entry;
        }
        String beside = beside(parent, key, field);
        return "{ " + entry + (beside.isEmpty() ? "" : ", " + beside) + " }";
    }

    /** Keys that the record needs, without the one that is there already or excludes it. */
    private static String beside(String parent, String key, Field field) {
        if (parent.equals("checks[]")) {
            String kind = field.variant().orElse(key);
            return kind.equals(key)
                    ? ""
                    : kind
                            + ": "
                            + Map.of(
                                            "unit",
                                            "ssh",
                                            "port",
                                            "22",
                                            "http",
                                            "http://x",
                                            "command",
                                            "x")
                                    .getOrDefault(kind, "/x");
        }
        String keys = BESIDE.getOrDefault(parent, "");
        String left = keys.replaceAll("(^|, )" + key + ": (\"[^\"]*\"|[^,]*)", "");
        left = key.equals("source") ? left.replaceAll(", content: x", "") : left;
        return left.replaceFirst("^, ", "");
    }
}

package dev.coppice.model.analysis;

import dev.coppice.model.schema.Field;

import java.util.Map;

/** Specs around a single field: everything that the field needs beside it, and no more. */
public final class FieldSpecs {

    private static final Map<String, String> BESIDE =
            Map.ofEntries(
                    Map.entry("users[]", "name: neighbour"),
                    Map.entry("groups[]", "name: neighbour"),
                    Map.entry("sudo[]", "user: neighbour"),
                    Map.entry(
                            "repositories[]",
                            "name: neighbour, url: http://x, suites: [a], components: [main],"
                                    + " keySource: keys/example.asc"),
                    Map.entry(
                            "bundles[]",
                            "name: neighbour, source: vendor/hugo.tar.gz, sha256: "
                                    + "0".repeat(64)),
                    Map.entry("bundles[].files[]", "from: a, to: /neighbour"),
                    Map.entry("containers[]", "name: neighbour, image: example.org/x"),
                    Map.entry(
                            "units[]",
                            "name: neighbour.target, content: \"[Timer]\\nOnBootSec=1\""),
                    Map.entry("timers[]", "name: neighbour, command: /bin/true, every: 1d"),
                    Map.entry("files[]", "path: /neighbour, content: x"),
                    Map.entry("services.*", "enabled: false"),
                    Map.entry("network.interfaces.*.routes[]", "to: 10.0.0.0/9, via: 10.0.0.1"),
                    Map.entry("network.nat", "external: eth0, internal: [eth2]"),
                    Map.entry("storage.disks[]", "name: neighbour, size: 1G, mount: /mnt"),
                    Map.entry("base", "distribution: debian, release: bookworm"));

    /** The key that one excludes. */
    private static final Map<String, String> EXCLUDED =
            Map.of(
                    "files[].source", "content",
                    "sudo[].group", "user",
                    "repositories[].key", "keySource",
                    "bundles[].url", "source");

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

    private static String name(String map) {
        return switch (map) {
            case "kernel.sysctl" -> "vm.swappiness";
            case "localeSettings" -> "LC_PAPER";
            case "network.hosts" -> "10.1.1.1";
            case "sshd" -> "Banner";
            default -> "thing";
        };
    }

    private static String wrap(String parent, String key, String inner, Field field) {
        if (key.equals("[]")) {
            return "[" + inner + others(parent) + "]";
        }
        String name =
                switch (key) {
                    case "*" -> name(parent);
                    default -> key;
                };
        String entry = name + ": " + inner;
        if (parent.isEmpty()) {
            return entry;
        }
        String beside = beside(parent, key, field);
        return "{ " + entry + (beside.isEmpty() ? "" : ", " + beside) + " }";
    }

    /** Items that others refer to. */
    private static String others(String list) {
        return list.equals("containers")
                ? ", { name: db, image: docker.io/x:1 }, { name: cache, image: docker.io/x:1 }"
                : "";
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
        String gone = EXCLUDED.getOrDefault(parent + "." + key, "");
        left = left.replaceFirst("(^|, )" + gone + ": [^,]*", "");
        return left.replaceFirst("^, ", "");
    }
}

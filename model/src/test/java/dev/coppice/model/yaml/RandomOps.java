package dev.coppice.model.yaml;

import dev.coppice.model.yaml.OracleModel.Pairs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Draws changes that make sense for a loaded document. */
final class RandomOps {

    private static final String[] TEXTS = {
        "",
        "x",
        "web-02",
        "no",
        "yes",
        "0644",
        "12",
        "1.5",
        "true",
        "null",
        "~",
        " lead",
        "trail ",
        "a: b",
        "a #b",
        "# x",
        "- x",
        "it's",
        "\"q\"",
        "back\\slash",
        "\uD83D\uDE00",
        "a\uD83D\uDE00b",
        "two\nlines\n",
        "two\nlines",
        "end\n\n",
        "\n\nstart",
        "  indented\nless\n",
        "\ttab\n",
        "tab\there",
        "x\r\ny",
        "[a]",
        "{a}",
        "a, b",
        "%x",
        "@x",
        "`x`",
        "!x",
        "&x",
        "*x",
        "| x",
        ">",
        "?",
        "? x",
        "-",
        ":",
        "a:",
        "---",
        "...",
        "--- x",
        "\u0007",
        "\u0085",
        "\u00a0",
        "=",
        "<<",
        "2026-11-22",
        "12:30:00",
        "x\n \ny\n",
        "# no\n# comment\n",
        "very ".repeat(30) + "long"
    };

    private static final String[] NEW_KEYS = {
        "fresh",
        "zeta",
        "a: b",
        "no",
        "0",
        "\uD83D\uDE01",
        "with space",
        "#x",
        "",
        "- y",
        "hostname2"
    };

    private final Random random;

    RandomOps(Random random) {
        this.random = random;
    }

    YamlValue value(int depth) {
        int kind = random.nextInt(depth > 1 ? 8 : 11);
        if (kind < 6) {
            return new YamlValue.Text(TEXTS[random.nextInt(TEXTS.length)]);
        } else if (kind == 6) {
            return new YamlValue.Int(random.nextInt(2000) - 1000);
        } else if (kind == 7) {
            return new YamlValue.Bool(random.nextBoolean());
        } else if (kind < 10) {
            var items = new ArrayList<YamlValue>();
            for (int i = random.nextInt(4); i > 0; i--) {
                items.add(value(depth + 1));
            }
            return new YamlValue.Items(items);
        }
        var fields = new LinkedHashMap<String, YamlValue>();
        for (int i = random.nextInt(3); i > 0; i--) {
            fields.put(NEW_KEYS[random.nextInt(NEW_KEYS.length)], value(depth + 1));
        }
        return new YamlValue.Fields(fields);
    }

    /** A change of the document, or of one without anything. */
    YamlOp op(Object root) {
        var paths = new ArrayList<YamlPath>();
        collect(root, YamlPath.ROOT, paths);
        YamlPath path = paths.get(random.nextInt(paths.size()));
        Object node = OracleModel.get(root, path);
        if (random.nextInt(4) == 0) {
            Optional<YamlOp> form = ofForm(path, node);
            if (form.isPresent()) {
                return form.get();
            }
        }
        int kind = random.nextInt(10);
        Optional<YamlPath> twice = paths.stream().filter(p -> isTwice(root, p)).findFirst();
        if (twice.isPresent() && kind == 9) {
            return new YamlOp.RemoveDuplicate(twice.get());
        }
        if (node instanceof Pairs && kind < 4) {
            return new YamlOp.Set(newPath(path, node), value(0));
        } else if (node instanceof List<?> list && kind < 5) {
            return new YamlOp.Insert(path, random.nextInt(list.size() + 1), value(0));
        } else if (path.steps().isEmpty()) {
            return node == null || node instanceof Pairs
                    ? new YamlOp.Set(newPath(path, node), value(0))
                    : new YamlOp.Insert(path, 0, value(0));
        } else if (kind == 5) {
            return new YamlOp.Remove(path);
        } else if (kind > 5 && kind < 8 && path.steps().getLast() instanceof YamlPath.Key) {
            return new YamlOp.Rename(path, newKey((Pairs) OracleModel.get(root, path.parent())));
        } else if (node == null && kind == 8) {
            return new YamlOp.Insert(path, 0, value(0));
        } else if (node instanceof List<?> || node instanceof Pairs) {
            return new YamlOp.Set(path, random.nextInt(3) == 0 ? value(0) : similar(node));
        }
        return new YamlOp.Set(path, value(0));
    }

    private static boolean isTwice(Object root, YamlPath path) {
        return !path.steps().isEmpty()
                && path.steps().getLast() instanceof YamlPath.Key key
                && OracleModel.get(root, path.parent()) instanceof Pairs map
                && Collections.frequency(map.keys(), key.name()) > 1;
    }

    /** Another order or another form of a collection. */
    private Optional<YamlOp> ofForm(YamlPath path, Object node) {
        int size = node instanceof Pairs map ? map.pairs().size() : 0;
        size = node instanceof List<?> list ? list.size() : size;
        int kind = random.nextInt(3);
        if (size == 0) {
            return Optional.empty();
        } else if (kind == 0) {
            return Optional.of(new YamlOp.Reshape(path, random.nextBoolean()));
        } else if (size == 1) {
            return Optional.empty();
        } else if (kind == 1 && node instanceof List<?>) {
            var order = new ArrayList<Integer>();
            for (int i = 0; i < size; i++) {
                order.add(random.nextInt(order.size() + 1), i);
            }
            return Optional.of(new YamlOp.Reorder(path, order));
        }
        int from = random.nextInt(size);
        YamlPath child =
                node instanceof Pairs map ? path.key(map.keys().get(from)) : path.index(from);
        return Optional.of(new YamlOp.Move(child, random.nextInt(size)));
    }

    private YamlPath newPath(YamlPath path, Object node) {
        var none = new Pairs(List.of());
        YamlPath longer = path.key(newKey(node instanceof Pairs map ? map : none));
        return random.nextInt(4) == 0 ? longer.key("inner") : longer;
    }

    private String newKey(Pairs map) {
        String key = NEW_KEYS[random.nextInt(NEW_KEYS.length)];
        while (map.indexOf(key) >= 0) {
            key = key + "+";
        }
        return key;
    }

    /** A collection of which some parts are as they are. */
    private YamlValue similar(Object node) {
        if (node instanceof List<?> list) {
            var items = new ArrayList<YamlValue>();
            for (Object item : list) {
                int kind = random.nextInt(6);
                if (kind == 0) {
                    items.add(value(1));
                }
                if (kind != 1) {
                    items.add(kind == 2 ? value(1) : known(item));
                }
            }
            return new YamlValue.Items(items);
        }
        var fields = new LinkedHashMap<String, YamlValue>();
        for (OracleModel.Pair entry : ((Pairs) node).pairs()) {
            if (random.nextInt(4) > 0) {
                boolean other = random.nextInt(4) == 0;
                fields.put(entry.key(), other ? value(1) : known(entry.value()));
            }
        }
        if (random.nextInt(3) == 0) {
            fields.put("fresh", value(1));
        }
        return new YamlValue.Fields(fields);
    }

    private YamlValue known(Object value) {
        return switch (value) {
            case String s -> new YamlValue.Text(s);
            case Long i -> new YamlValue.Int(i);
            case Boolean b -> new YamlValue.Bool(b);
            case List<?> list -> new YamlValue.Items(list.stream().map(this::known).toList());
            case Pairs map -> {
                var fields = new LinkedHashMap<String, YamlValue>();
                map.pairs().forEach(p -> fields.putIfAbsent(p.key(), known(p.value())));
                yield new YamlValue.Fields(fields);
            }
            case null, default -> new YamlValue.Text("other");
        };
    }

    private static void collect(Object node, YamlPath path, List<YamlPath> paths) {
        paths.add(path);
        if (node instanceof Pairs map) {
            map.keys().stream().distinct().forEach(k -> collect(map.get(k), path.key(k), paths));
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), path.index(i), paths);
            }
        }
    }
}

package dev.coppice.model.yaml;

import java.util.ArrayList;
import java.util.List;

/** Where a node stands in a document: keys and indexes from the root, {@code users[0].name}. */
public record YamlPath(List<Step> steps) {

    public static final YamlPath ROOT = new YamlPath(List.of());

    public YamlPath {
        steps = List.copyOf(steps);
    }

    /** One step down. */
    public sealed interface Step {}

    /** Into a mapping. */
    public record Key(String name) implements Step {}

    /** Into a sequence, from 0. */
    public record Index(int index) implements Step {}

    /** A path from keys ({@link String}) and indexes ({@link Integer}). */
    public static YamlPath of(Object... parts) {
        YamlPath path = ROOT;
        for (Object part : parts) {
            path = part instanceof Integer i ? path.index(i) : path.key((String) part);
        }
        return path;
    }

    public YamlPath key(String name) {
        return with(new Key(name));
    }

    public YamlPath index(int index) {
        return with(new Index(index));
    }

    /** The path one step up; of the root, the root. */
    public YamlPath parent() {
        return steps.isEmpty() ? this : new YamlPath(steps.subList(0, steps.size() - 1));
    }

    /** The same steps as another path, from here. */
    public YamlPath append(YamlPath below) {
        var longer = new ArrayList<>(steps);
        longer.addAll(below.steps());
        return new YamlPath(longer);
    }

    private YamlPath with(Step step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return new YamlPath(longer);
    }

    /** The path as people write it; the root is empty. */
    @Override
    public String toString() {
        var out = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Key key -> out.append(out.isEmpty() ? "" : ".").append(key.name());
                case Index index -> out.append('[').append(index.index()).append(']');
            }
        }
        return out.toString();
    }
}

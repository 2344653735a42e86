package dev.coppice.model.include;

import dev.coppice.model.text.LineIndex;
import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The way from a path of the merged tree to the place where somebody wrote the value. */
public final class ValuePlaces {

    private final Function<YamlPath, Source> sources;
    private final Map<Fragment, LineIndex> lines = new HashMap<>();

    ValuePlaces(Function<YamlPath, Source> sources) {
        this.sources = sources;
    }

    /** The place of a value, or of the nearest record around it that is written. */
    public ValuePlace at(YamlPath path) {
        Source source = sources.apply(path);
        LineIndex index = lines.computeIfAbsent(source.fragment(), f -> new LineIndex(f.text()));
        TextRange value = new TextRange(0, 0);
        int head = 0;
        YNode node = source.fragment().parsed().root().orElse(null);
        YamlPath found = YamlPath.ROOT;
        for (YamlPath.Step step : source.path().steps()) {
            YNode next = child(node, step);
            if (next == null) {
                break;
            }
            head = head(node, step, next);
            node = next;
            value = next.range();
            found =
                    switch (step) {
                        case YamlPath.Key key -> found.key(key.name());
                        case YamlPath.Index item -> found.index(item.index());
                    };
        }
        int last = Math.max(value.start(), value.end() - 1);
        return new ValuePlace(
                source.fragment().name(),
                found,
                index.positionAt(value.length() == 0 ? head : value.start()),
                index.lineOf(head),
                index.lineOf(last));
    }

    private static YNode child(YNode node, YamlPath.Step step) {
        return switch (step) {
            case YamlPath.Key key ->
                    node instanceof YNode.YMap map ? map.get(key.name()).orElse(null) : null;
            case YamlPath.Index item ->
                    node instanceof YNode.YSeq seq && item.index() < seq.items().size()
                            ? seq.items().get(item.index())
                            : null;
        };
    }

    /** Where a reader sees a value begin: at its key. */
    private static int head(YNode parent, YamlPath.Step step, YNode value) {
        return parent instanceof YNode.YMap map && step instanceof YamlPath.Key(String name)
                ? map.entries().stream()
                        .filter(entry -> entry.key().value().equals(name))
                        .findFirst()
                        .map(entry -> entry.key().range().start())
                        .orElse(value.range().start())
                : value.range().start();
    }
}

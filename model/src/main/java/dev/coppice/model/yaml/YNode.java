package dev.coppice.model.yaml;

import dev.coppice.model.text.TextRange;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A node of a YAML document with its place in the text. Aliases are resolved to their anchors'
 * nodes.
 */
public sealed interface YNode {

    /** The characters of the node itself: no comment, no trailing blank. */
    TextRange range();

    /** A mapping; {@code flow} when written in braces. Duplicate keys keep both entries. */
    record YMap(List<Entry> entries, boolean flow, TextRange range) implements YNode {
        public YMap {
            entries = List.copyOf(entries);
        }

        /** The value of the first entry with that key. */
        public Optional<YNode> get(String key) {
            return entries.stream()
                    .filter(e -> e.key().value().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }
    }

    /** One entry of a mapping; keys that are not scalars are reported while parsing. */
    record Entry(YScalar key, YNode value) {}

    /** A sequence; {@code flow} when written in brackets. */
    record YSeq(List<YNode> items, boolean flow, TextRange range) implements YNode {
        public YSeq {
            items = List.copyOf(items);
        }
    }

    /**
     * A scalar. An empty value has a null type and an empty range behind its key.
     *
     * @param value the characters after YAML's unescaping and folding
     * @param type what YAML 1.2's core schema makes of it
     * @param style how it is written
     */
    record YScalar(String value, Type type, Style style, TextRange range) implements YNode {

        /** The whole number that is written here; empty for other types and too large ones. */
        public OptionalLong asLong() {
            if (type != Type.INT) {
                return OptionalLong.empty();
            }
            try {
                return OptionalLong.of(
                        value.startsWith("0o")
                                ? Long.parseLong(value.substring(2), 8)
                                : Long.decode(value));
            } catch (NumberFormatException e) {
                return OptionalLong.empty();
            }
        }

        /** Types of YAML 1.2's core schema; {@code 0644} is a string to us, as it says a mode. */
        public enum Type {
            NULL,
            BOOL,
            INT,
            FLOAT,
            STRING
        }

        /** How a scalar is written. */
        public enum Style {
            PLAIN,
            SINGLE_QUOTED,
            DOUBLE_QUOTED,
            LITERAL,
            FOLDED
        }
    }

    /** The node at a path below this one. */
    default Optional<YNode> at(YamlPath path) {
        YNode node = this;
        for (YamlPath.Step step : path.steps()) {
            YNode next =
                    switch (step) {
                        case YamlPath.Key key ->
                                node instanceof YMap map ? map.get(key.name()).orElse(null) : null;
                        case YamlPath.Index index ->
                                node instanceof YSeq seq && index.index() < seq.items().size()
                                        ? seq.items().get(index.index())
                                        : null;
                    };
            if (next == null) {
                return Optional.empty();
            }
            node = next;
        }
        return Optional.of(node);
    }
}

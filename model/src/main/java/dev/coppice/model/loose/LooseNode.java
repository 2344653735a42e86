package dev.coppice.model.loose;

import java.util.List;
import java.util.Optional;

/**
 * A node of a text that is being written: what {@link LooseReader} makes of it, whether or not it
 * is YAML. Anchors, tags and merge keys are passed over. Offsets are UTF-16 offsets of the text.
 */
public sealed interface LooseNode {

    /** First character. */
    int start();

    /** Behind the last character. */
    int end();

    /**
     * A mapping.
     *
     * @param flow in braces
     * @param closed whether it ends as it should; block mappings always do
     * @param column of its keys, from 0; that of the brace in flow style
     */
    record LooseMap(
            List<Entry> entries, boolean flow, boolean closed, int column, int start, int end)
            implements LooseNode {
        public LooseMap {
            entries = List.copyOf(entries);
        }

        /** The first value of a key. */
        public Optional<LooseNode> get(String key) {
            return entries.stream()
                    .filter(e -> e.key().value().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }
    }

    /**
     * An entry of a mapping.
     *
     * @param colon offset of its colon, or -1 while there is none
     * @param limit how far the entry reaches in flow style: the comma or the brace behind it
     */
    record Entry(LooseScalar key, int colon, LooseNode value, int limit) {}

    /**
     * A list.
     *
     * @param column of its dashes; that of the bracket in flow style
     */
    record LooseList(List<Item> items, boolean flow, boolean closed, int column, int start, int end)
            implements LooseNode {
        public LooseList {
            items = List.copyOf(items);
        }
    }

    /**
     * An item of a list.
     *
     * @param dash offset of its dash, or -1 in flow style
     * @param limit how far the item reaches in flow style
     */
    record Item(int dash, LooseNode value, int limit) {

        /** First character, dash included. */
        public int start() {
            return dash >= 0 ? dash : value.start();
        }
    }

    /**
     * A text.
     *
     * @param value without quotes; escapes stay as they are written
     * @param style how it is written
     * @param closed whether its quotes are closed; always so without quotes
     * @param contentStart behind the opening quote, or the first line of a block
     * @param contentEnd before the closing quote
     */
    record LooseScalar(
            String value,
            Style style,
            boolean closed,
            int contentStart,
            int contentEnd,
            int start,
            int end)
            implements LooseNode {}

    /** Nothing, where something could be. */
    record Missing(int start) implements LooseNode {
        @Override
        public int end() {
            return start;
        }
    }

    /** How a scalar is written. */
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        BLOCK
    }
}

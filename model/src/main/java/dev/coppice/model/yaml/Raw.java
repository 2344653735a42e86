package dev.coppice.model.yaml;

import dev.coppice.model.yaml.YNode.YScalar;

import java.util.List;

/**
 * A node as it stands in the text: with its indicators, anchors and aliases, nothing resolved. All
 * offsets are UTF-16 offsets of the text. This is what edits are planned on; {@link YNode} is what
 * the rest of the program sees.
 */
sealed interface Raw {

    /** First character, anchor and tag included. */
    int start();

    /** First character of the content, behind anchor and tag. */
    int contentStart();

    /** Behind the last character; never past a comment or a blank line that is no content. */
    int end();

    /** What stands before the content; both parts are empty texts when missing. */
    record Props(String anchor, String tag) {
        static final Props NONE = new Props("", "");

        boolean isEmpty() {
            return anchor.isEmpty() && tag.isEmpty();
        }
    }

    /** The node's anchor and tag. */
    Props props();

    /**
     * A scalar.
     *
     * @param fullEnd behind the blank lines that a block scalar ends with; else the same as end
     */
    record Scalar(
            Props props,
            int start,
            int contentStart,
            int end,
            int fullEnd,
            String value,
            YScalar.Type type,
            YScalar.Style style)
            implements Raw {

        /** Whether nothing at all is written: no content, no anchor, no tag. */
        boolean isAbsent() {
            return start == end;
        }

        boolean isBlock() {
            return style == YScalar.Style.LITERAL || style == YScalar.Style.FOLDED;
        }
    }

    /**
     * A mapping.
     *
     * @param flow inside braces or brackets
     * @param braces written with its own braces; a flow mapping without is a pair in a list
     */
    record Mapping(
            Props props,
            int start,
            int contentStart,
            int end,
            boolean flow,
            boolean braces,
            List<Entry> entries)
            implements Raw {}

    /**
     * An entry of a mapping.
     *
     * @param question offset of the {@code ?} of an explicit key, or -1
     * @param colon offset of the colon, or -1
     * @param comma offset of the comma behind the entry, or -1
     */
    record Entry(Raw key, Raw value, int question, int colon, int comma) {

        int start() {
            return question >= 0 ? question : key.start();
        }

        int end() {
            return Math.max(Math.max(key.end(), colon + 1), value.end());
        }

        /** The key's text; keys that are not scalars have none. */
        String name() {
            return key instanceof Scalar s ? s.value() : "";
        }
    }

    /** A list. */
    record Sequence(
            Props props, int start, int contentStart, int end, boolean flow, List<Item> items)
            implements Raw {}

    /**
     * An item of a list.
     *
     * @param dash offset of the dash, or -1 in a flow list
     * @param comma offset of the comma behind the item, or -1
     */
    record Item(Raw value, int dash, int comma) {

        int start() {
            return dash >= 0 ? dash : value.start();
        }

        int end() {
            return Math.max(dash + 1, value.end());
        }
    }

    /** An alias: {@code *name}. */
    record Alias(String name, int start, int end) implements Raw {

        @Override
        public int contentStart() {
            return start;
        }

        @Override
        public Props props() {
            return Props.NONE;
        }
    }
}

package dev.coppice.model.yaml;

/**
 * A place in a document that holds a value.
 *
 * @param kind what stands before the value
 * @param value what the place holds now
 * @param after behind the colon or dash; where the value starts when there is neither
 * @param holder column of the key or dash; -1 for the document
 */
record Slot(Kind kind, Raw value, int after, int holder) {

    /** What stands before a value. */
    enum Kind {
        DOCUMENT,
        BLOCK_KEY,
        BLOCK_DASH,
        FLOW_KEY,
        FLOW_ITEM
    }

    boolean flow() {
        return kind == Kind.FLOW_KEY || kind == Kind.FLOW_ITEM;
    }

    static Slot ofEntry(Lines lines, Raw.Mapping map, Raw.Entry entry) {
        int after = entry.colon() >= 0 ? entry.colon() + 1 : entry.key().end();
        return new Slot(
                map.flow() ? Kind.FLOW_KEY : Kind.BLOCK_KEY,
                entry.value(),
                after,
                lines.column(entry.start()));
    }

    static Slot ofItem(Lines lines, Raw.Item item) {
        return item.dash() >= 0
                ? new Slot(
                        Kind.BLOCK_DASH, item.value(), item.dash() + 1, lines.column(item.dash()))
                : new Slot(Kind.FLOW_ITEM, item.value(), item.value().start(), -1);
    }

    static Slot ofRoot(Raw root) {
        return new Slot(Kind.DOCUMENT, root, root.start(), -1);
    }
}

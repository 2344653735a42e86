package dev.coppice.model.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A collection that is being read: takes children and indicators until it is closed. */
abstract sealed class RawFrame {

    final Raw.Props props;
    final int start;
    final int contentStart;
    final boolean flow;

    private RawFrame(Raw.Props props, int start, int contentStart, boolean flow) {
        this.props = props;
        this.start = start;
        this.contentStart = contentStart;
        this.flow = flow;
    }

    abstract void child(Raw node);

    /** The collection; {@code flowEnd} counts for flow collections with brackets only. */
    abstract Raw close(int flowEnd);

    void dash(int offset) {}

    void question(int offset) {}

    void colon(int offset) {}

    void comma(int offset) {}

    /** A mapping that is being read. */
    static final class OfMapping extends RawFrame {
        private final boolean braces;
        private final List<Raw.Entry> entries = new ArrayList<>();
        private Optional<Raw> key = Optional.empty();
        private int question = -1;
        private int colon = -1;

        OfMapping(Raw.Props props, int start, int contentStart, boolean flow, boolean braces) {
            super(props, start, contentStart, flow);
            this.braces = braces;
        }

        List<Raw.Entry> entries() {
            return entries;
        }

        boolean awaitsValue() {
            return key.isPresent();
        }

        @Override
        void question(int offset) {
            question = offset;
        }

        @Override
        void colon(int offset) {
            colon = offset;
        }

        @Override
        void comma(int offset) {
            if (!entries.isEmpty()) {
                Raw.Entry e = entries.removeLast();
                entries.add(new Raw.Entry(e.key(), e.value(), e.question(), e.colon(), offset));
            }
        }

        @Override
        void child(Raw node) {
            if (key.isEmpty()) {
                key = Optional.of(node);
            } else {
                entries.add(new Raw.Entry(key.get(), node, question, colon, -1));
                key = Optional.empty();
                question = -1;
                colon = -1;
            }
        }

        @Override
        Raw close(int flowEnd) {
            int end = flow && braces ? flowEnd : contentStart;
            for (Raw.Entry entry : entries) {
                end = Math.max(end, entry.end());
            }
            return new Raw.Mapping(
                    props, start, contentStart, end, flow, braces, List.copyOf(entries));
        }
    }

    /** A list that is being read. */
    static final class OfSequence extends RawFrame {
        private final List<Raw.Item> items = new ArrayList<>();
        private int dash = -1;

        OfSequence(Raw.Props props, int start, int contentStart, boolean flow) {
            super(props, start, contentStart, flow);
        }

        @Override
        void dash(int offset) {
            dash = offset;
        }

        @Override
        void comma(int offset) {
            if (!items.isEmpty()) {
                Raw.Item item = items.removeLast();
                items.add(new Raw.Item(item.value(), item.dash(), offset));
            }
        }

        @Override
        void child(Raw node) {
            items.add(new Raw.Item(node, dash, -1));
            dash = -1;
        }

        @Override
        Raw close(int flowEnd) {
            int end = flow ? flowEnd : contentStart;
            for (Raw.Item item : items) {
                end = Math.max(end, item.end());
            }
            return new Raw.Sequence(props, start, contentStart, end, flow, List.copyOf(items));
        }
    }
}

package dev.coppice.model.yaml;

import java.util.List;
import java.util.Optional;

/** The entries or items of a collection as stretches of text, for what both have in common. */
record Children(List<Child> all, boolean map) {

    /**
     * An entry or item.
     *
     * @param start first character, dash included
     * @param end behind its last character
     * @param comma offset of the comma behind it, or -1
     * @param value its value
     */
    record Child(int start, int end, int comma, Raw value) {

        /** Behind the child and its comma. */
        int fullEnd() {
            return Math.max(end, comma + 1);
        }

        /** The block scalar that ends this child, if one does. */
        Optional<Raw.Scalar> lastBlockScalar() {
            Raw node = value;
            while (true) {
                switch (node) {
                    case Raw.Mapping m when !m.flow() -> node = m.entries().getLast().value();
                    case Raw.Sequence s when !s.flow() -> node = s.items().getLast().value();
                    case Raw.Scalar s when s.isBlock() -> {
                        return Optional.of(s);
                    }
                    default -> {
                        return Optional.empty();
                    }
                }
            }
        }
    }

    /** The children of a collection; scalars and aliases have none. */
    static Children of(Raw node) {
        return switch (node) {
            case Raw.Mapping map -> of(map);
            case Raw.Sequence list -> of(list);
            default -> new Children(List.of(), false);
        };
    }

    /** Whether a node is a collection in brackets or braces, or a pair in brackets. */
    static boolean isFlow(Raw node) {
        return switch (node) {
            case Raw.Mapping map -> map.flow();
            case Raw.Sequence list -> list.flow();
            default -> false;
        };
    }

    static Children of(Raw.Mapping map) {
        return new Children(
                map.entries().stream()
                        .map(e -> new Child(e.start(), e.end(), e.comma(), e.value()))
                        .toList(),
                true);
    }

    static Children of(Raw.Sequence list) {
        return new Children(
                list.items().stream()
                        .map(i -> new Child(i.start(), i.end(), i.comma(), i.value()))
                        .toList(),
                false);
    }

    int size() {
        return all.size();
    }

    Child get(int index) {
        return all.get(index);
    }
}

package dev.coppice.model.yaml;

import java.util.ArrayList;
import java.util.List;

/** Finds the comments in and around a node: a number sign inside of a scalar starts none. */
final class Comments {

    private final String text;
    private final List<Raw> written = new ArrayList<>();

    Comments(String text, Raw node) {
        this.text = text;
        collect(node);
    }

    /** Whether a comment starts in a stretch of the text. */
    boolean isIn(int from, int to) {
        return next(from, to) >= 0;
    }

    /** Where the first comment of a stretch starts, or -1. */
    int next(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean opens =
                    text.charAt(i) == '#' && (i == 0 || Character.isWhitespace(text.charAt(i - 1)));
            if (opens && !isWritten(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isWritten(int offset) {
        return written.stream().anyMatch(n -> n.contentStart() <= offset && offset < n.end());
    }

    private void collect(Raw node) {
        switch (node) {
            case Raw.Scalar scalar -> {
                if (!scalar.isBlock()) {
                    written.add(scalar);
                }
            }
            case Raw.Alias alias -> written.add(alias);
            case Raw.Sequence list -> list.items().forEach(item -> collect(item.value()));
            case Raw.Mapping map ->
                    map.entries()
                            .forEach(
                                    entry -> {
                                        collect(entry.key());
                                        collect(entry.value());
                                    });
        }
    }
}

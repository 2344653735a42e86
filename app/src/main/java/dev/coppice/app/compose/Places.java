package dev.coppice.app.compose;

import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.Entry;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;

/** From a place in the text to a path, and back. */
final class Places {

    private final String text;
    private final YNode root;

    Places(String text, YNode root) {
        this.text = text;
        this.root = root;
    }

    /** The deepest path whose lines hold an offset. */
    YamlPath pathAt(int offset) {
        YamlPath path = YamlPath.ROOT;
        YNode node = root;
        while (node != null) {
            YNode next = null;
            switch (node) {
                case YMap map -> {
                    Optional<Entry> entry = last(map.entries(), map.flow(), offset);
                    if (entry.isPresent()) {
                        path = path.key(entry.get().key().value());
                        next = entry.get().value();
                    }
                }
                case YSeq seq -> {
                    int index = lastItem(seq, offset);
                    if (index >= 0) {
                        path = path.index(index);
                        next = seq.items().get(index);
                    }
                }
                case YScalar scalar -> {}
            }
            node = next;
        }
        return path;
    }

    /** Where a path stands, or the deepest part of it that does: a key with its value. */
    TextRange rangeOf(YamlPath path) {
        YamlPath here = path;
        while (!here.steps().isEmpty() && root.at(here).isEmpty()) {
            here = here.parent();
        }
        if (here.steps().isEmpty()) {
            return new TextRange(0, 0);
        }
        TextRange value = root.at(here).orElseThrow().range();
        if (here.steps().getLast() instanceof YamlPath.Key key
                && root.at(here.parent()).orElse(null) instanceof YMap map) {
            for (Entry entry : map.entries()) {
                if (entry.key().value().equals(key.name())) {
                    int start = entry.key().range().start();
                    return new TextRange(start, Math.max(start, value.end()));
                }
            }
        }
        return value;
    }

    private Optional<Entry> last(List<Entry> entries, boolean flow, int offset) {
        Entry found = null;
        for (Entry entry : entries) {
            int start = entry.key().range().start();
            if ((flow ? start : lineStart(start)) <= offset) {
                found = entry;
            }
        }
        return Optional.ofNullable(found);
    }

    private int lastItem(YSeq seq, int offset) {
        int found = -1;
        for (int i = 0; i < seq.items().size(); i++) {
            int start = seq.items().get(i).range().start();
            if ((seq.flow() ? start : lineStart(start)) <= offset) {
                found = i;
            }
        }
        return found;
    }

    private int lineStart(int offset) {
        int at = Math.min(offset, text.length());
        while (at > 0 && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\r') {
            at--;
        }
        return at;
    }
}

package dev.coppice.model.yaml;

import dev.coppice.model.text.TextEdit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the first content of a document that has none but comments and markers. */
final class EmptyPlanner {

    private final Lines lines;
    private final RawDocument document;

    EmptyPlanner(Lines lines, RawDocument document) {
        this.lines = lines;
        this.document = document;
    }

    /** Writes the whole value behind what stands there. */
    List<List<TextEdit>> write(Tree value) {
        String text = lines.text();
        Layout layout = Layout.of(text, Optional.empty(), List.of());
        String content = new ValueWriter(layout).behindDash(value, -1, 0);
        var plans = new ArrayList<List<TextEdit>>();
        boolean hasEnd = document.contentTo() < text.length() && document.contentTo() > 0;
        if (hasEnd && text.startsWith("...", document.contentTo())) {
            plans.add(List.of(Edits.insert(document.contentTo(), content + layout.newline())));
        }
        int end = text.length();
        boolean lineIsOpen = end > 0 && lines.start(end) < end && !lines.isBlank(end);
        plans.add(
                List.of(
                        lineIsOpen
                                ? Edits.insert(end, layout.newline() + content)
                                : Edits.replace(
                                        lines.start(end), end, content + layout.newline())));
        return plans;
    }
}

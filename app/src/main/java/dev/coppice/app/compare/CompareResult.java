package dev.coppice.app.compare;

import dev.coppice.runner.store.Generation;

import java.util.List;

/**
 * Two generations side by side.
 *
 * @param summary one line, {@code 2 settings changed, boot 0.4 s faster}
 * @param sections in the order of the page
 */
public record CompareResult(
        Generation earlier, Generation later, String summary, List<CompareSection> sections) {

    public CompareResult {
        sections = List.copyOf(sections);
    }

    /** How many things are not the same. */
    public int differences() {
        return sections.stream().mapToInt(CompareSection::differences).sum();
    }

    /** The differences as plain text. */
    public String text() {
        var out = new StringBuilder();
        out.append(
                "%s: generation %d -> generation %d%n"
                        .formatted(later.system(), earlier.number(), later.number()));
        out.append(summary).append('\n');
        for (CompareSection section : sections) {
            if (section.differences() > 0) {
                out.append('\n').append(section.title()).append('\n');
                section.rows().stream()
                        .filter(r -> !r.same())
                        .forEach(r -> out.append("  ").append(r.text()).append('\n'));
            }
        }
        return out.toString();
    }
}

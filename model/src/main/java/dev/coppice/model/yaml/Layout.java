package dev.coppice.model.yaml;

import dev.coppice.model.yaml.YNode.YScalar.Style;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a document is written, so that what is new looks like what is there.
 *
 * @param newline its line break
 * @param step columns by which a mapping is indented below its key
 * @param dash columns by which a list is indented below its key
 * @param gap blanks between a dash and its item
 * @param paddedBraces whether blanks stand inside braces
 * @param singleQuotes whether single quotes are used more than double ones
 */
record Layout(
        String newline, int step, int dash, int gap, boolean paddedBraces, boolean singleQuotes) {

    private static final int USUAL_STEP = 2;

    /** Finds the habits of a document, those of {@code nearby} first. */
    static Layout of(String text, Optional<Raw> root, List<Raw> nearby) {
        var habits = new Habits(new Lines(text));
        for (int i = nearby.size() - 1; i >= 0; i--) {
            habits.look(nearby.get(i), 1);
        }
        root.ifPresent(node -> habits.look(node, RawReader.MAX_DEPTH));
        int step = habits.steps.isEmpty() ? USUAL_STEP : habits.steps.getFirst();
        return new Layout(
                newlineOf(text),
                step,
                habits.dashes.isEmpty() ? step : habits.dashes.getFirst(),
                habits.gaps.isEmpty() ? 1 : habits.gaps.getFirst(),
                habits.padded.isEmpty() || habits.padded.getFirst(),
                habits.singles > habits.doubles);
    }

    static String newlineOf(String text) {
        int lf = text.indexOf('\n');
        int cr = text.indexOf('\r');
        if (cr < 0 || (lf >= 0 && lf < cr)) {
            return "\n";
        }
        return lf == cr + 1 ? "\r\n" : "\r";
    }

    /** Collects examples. */
    private static final class Habits {
        private final Lines lines;
        private final List<Integer> steps = new ArrayList<>();
        private final List<Integer> dashes = new ArrayList<>();
        private final List<Integer> gaps = new ArrayList<>();
        private final List<Boolean> padded = new ArrayList<>();
        private int singles;
        private int doubles;

        Habits(Lines lines) {
            this.lines = lines;
        }

        void look(Raw node, int depth) {
            switch (node) {
                case Raw.Scalar s -> {
                    singles += s.style() == Style.SINGLE_QUOTED ? 1 : 0;
                    doubles += s.style() == Style.DOUBLE_QUOTED ? 1 : 0;
                }
                case Raw.Mapping m -> mapping(m, depth);
                case Raw.Sequence s -> sequence(s, depth);
                case Raw.Alias a -> {
                    // says nothing
                }
            }
        }

        private void mapping(Raw.Mapping m, int depth) {
            if (m.flow() && m.braces() && !m.entries().isEmpty()) {
                padded.add(Character.isWhitespace(lines.text().charAt(m.contentStart() + 1)));
            }
            for (Raw.Entry entry : m.entries()) {
                if (!m.flow() && entry.question() < 0) {
                    child(lines.column(entry.start()), entry.value());
                }
                if (depth > 0) {
                    look(entry.key(), depth - 1);
                    look(entry.value(), depth - 1);
                }
            }
        }

        private void child(int column, Raw value) {
            if (!lines.isFirst(value.contentStart())) {
                return;
            }
            int indent = lines.column(value.contentStart()) - column;
            if (value instanceof Raw.Mapping m && !m.flow() && indent > 0) {
                steps.add(indent);
            } else if (value instanceof Raw.Sequence s && !s.flow() && indent >= 0) {
                dashes.add(indent);
            }
        }

        private void sequence(Raw.Sequence s, int depth) {
            for (Raw.Item item : s.items()) {
                int behind = item.dash() + 1;
                int gap = item.value().start() - behind;
                boolean sameLine = item.dash() >= 0 && gap > 0 && item.value().end() > behind;
                if (sameLine && lines.end(behind) >= item.value().start()) {
                    gaps.add(gap);
                }
                if (depth > 0) {
                    look(item.value(), depth - 1);
                }
            }
        }
    }
}

package dev.coppice.app.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.diff.DiffRow.Gap;
import dev.coppice.app.diff.DiffRow.Line;
import dev.coppice.app.diff.DiffRow.Start;
import dev.coppice.app.diff.TextDiff.Hunk;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

class TextDiffTest {

    private static String edited(String text, List<TextEdit> edits) {
        return new SpecText(text).apply(new EditBatch("Edit", edits)).content();
    }

    @Test
    void anySetOfHunksCanBeTakenBackOrOver() {
        var random = new Random(4);
        String[] pieces = {"a\n", "b\n", "c\r\n", "d\n", "e"};
        for (int round = 0; round < 3_000; round++) {
            String before = text(random, pieces);
            String after = text(random, pieces);
            List<Hunk> hunks = TextDiff.of(before, after).hunks();
            assertThat(edited(after, hunks.stream().map(Hunk::revert).toList())).isEqualTo(before);
            assertThat(edited(before, hunks.stream().map(Hunk::apply).toList())).isEqualTo(after);
            for (Hunk hunk : hunks) {
                String less = edited(after, List.of(hunk.revert()));
                String more = edited(before, List.of(hunk.apply()));
                assertThat(TextDiff.of(before, more).hunks()).isNotEmpty();
                assertThat(less).isNotEqualTo(after);
            }
        }
    }

    private static String text(Random random, String[] pieces) {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    @Test
    void rowsShowWhatIsAroundADifferenceOnce() {
        String before = numbers(1, 30);
        String after = before.replace("\n10\n", "\nten\n").replace("\n14\n", "\n").concat("31\n");
        List<DiffRow> rows = DiffRow.of(TextDiff.of(before, after));
        var words = new ArrayList<String>();
        for (DiffRow row : rows) {
            words.add(
                    switch (row) {
                        case Gap gap -> "gap " + gap.lines();
                        case Start start -> "start " + start.hunk().afterLine();
                        case Line line ->
                                switch (line.kind()) {
                                    case SAME -> " " + line.text();
                                    case ADDED -> "+" + line.text() + " at " + line.after();
                                    case REMOVED -> "-" + line.text() + " at " + line.before();
                                };
                    });
        }
        assertThat(words)
                .containsExactly(
                        "gap 6",
                        " 7",
                        " 8",
                        " 9",
                        "start 9",
                        "-10 at 10",
                        "+ten at 10",
                        " 11",
                        " 12",
                        " 13",
                        "start 13",
                        "-14 at 14",
                        " 15",
                        " 16",
                        " 17",
                        "gap 10",
                        " 28",
                        " 29",
                        " 30",
                        "start 29",
                        "+31 at 30");
    }

    @Test
    void lineEndsCount() {
        List<DiffRow> rows = DiffRow.of(TextDiff.of("a\r\n", "a\n"));
        assertThat(rows).hasSize(3);
        assertThat(((Line) rows.get(1)).text()).isEqualTo("a ␍");
        assertThat(DiffRow.of(TextDiff.of("a\n", "a\n"))).isEmpty();
    }

    private static String numbers(int from, int to) {
        return java.util.stream.IntStream.rangeClosed(from, to)
                .mapToObj(i -> i + "\n")
                .collect(Collectors.joining());
    }
}

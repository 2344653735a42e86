package dev.coppice.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class TextEditsTest {

    private static TextEdit edit(int start, int end, String text) {
        return new TextEdit(new TextRange(start, end), text);
    }

    private static EditBatch batch(TextEdit... edits) {
        return new EditBatch("edit", List.of(edits));
    }

    private static TextRange range(int start, int end) {
        return new TextRange(start, end);
    }

    @Test
    void aStretchMovesWithWhatStandsBeforeIt() {
        assertThat(TextEdits.shift(range(5, 8), batch(edit(0, 0, "ab")))).isEqualTo(range(7, 10));
        assertThat(TextEdits.shift(range(5, 8), batch(edit(1, 4, "")))).isEqualTo(range(2, 5));
        assertThat(TextEdits.shift(range(5, 8), batch(edit(9, 9, "x")))).isEqualTo(range(5, 8));
    }

    @Test
    void aStretchGrowsAndShrinksWithEditsInside() {
        assertThat(TextEdits.shift(range(5, 8), batch(edit(6, 6, "xy")))).isEqualTo(range(5, 10));
        assertThat(TextEdits.shift(range(5, 8), batch(edit(6, 7, "")))).isEqualTo(range(5, 7));
        assertThat(TextEdits.shift(range(5, 8), batch(edit(5, 5, "x")))).isEqualTo(range(6, 9));
        assertThat(TextEdits.shift(range(5, 8), batch(edit(8, 8, "x")))).isEqualTo(range(5, 8));
        assertThat(TextEdits.shift(range(5, 8), batch(edit(5, 8, "abcd")))).isEqualTo(range(5, 9));
    }

    @Test
    void aRemovedStretchIsEmpty() {
        assertThat(TextEdits.shift(range(5, 8), batch(edit(4, 9, "")))).isEqualTo(range(4, 4));
        assertThat(TextEdits.shift(range(5, 5), batch(edit(4, 9, "")))).isEqualTo(range(4, 4));
    }

    @Test
    void tighteningKeepsWhatIsTheSame() {
        var text = new SpecText("a: web-01\r\n");
        assertThat(TextEdits.tighten(text, edit(3, 9, "web-02"))).isEqualTo(edit(8, 9, "2"));
        assertThat(TextEdits.tighten(text, edit(3, 9, "web-01"))).isEqualTo(edit(9, 9, ""));
        assertThat(TextEdits.tighten(text, edit(9, 11, "\r\n\r\n")))
                .isEqualTo(edit(11, 11, "\r\n"));
        assertThat(TextEdits.tighten(text, edit(9, 11, "\n"))).isEqualTo(edit(9, 11, "\n"));
    }

    @Test
    void tighteningDividesNoSurrogatePair() {
        var text = new SpecText("\uD83D\uDE00");
        assertThat(TextEdits.tighten(text, edit(0, 2, "\uD83D\uDE01")))
                .isEqualTo(edit(0, 2, "\uD83D\uDE01"));
        assertThat(TextEdits.tighten(text, edit(0, 2, "\uD83C\uDE00")))
                .isEqualTo(edit(0, 2, "\uD83C\uDE00"));
    }

    @Test
    void composingIsApplyingOneAfterTheOther() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var text = new SpecText(letters(random, random.nextInt(20)));
            EditBatch first = batch(random, text);
            SpecText between = text.apply(first);
            EditBatch second = batch(random, between);
            SpecText after = between.apply(second);
            EditBatch both = TextEdits.compose("both", text, first, second);
            assertThat(text.apply(both)).isEqualTo(after);
            assertThat(after.apply(text.inverse(both))).isEqualTo(text);
            TextRange range = range(0, text.content().length());
            TextRange shifted = TextEdits.shift(range, both);
            assertThat(shifted.end()).isLessThanOrEqualTo(after.content().length());
        }
    }

    private static String letters(Random random, int count) {
        var out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append("abc\r\n\uD83D\uDE00".charAt(random.nextInt(7)));
        }
        return out.toString();
    }

    private static EditBatch batch(Random random, SpecText text) {
        var edits = new ArrayList<TextEdit>();
        int at = 0;
        while (at <= text.content().length() && random.nextInt(4) > 0) {
            int start = at + random.nextInt(text.content().length() - at + 1);
            int end = start + random.nextInt(text.content().length() - start + 1);
            edits.add(edit(start, end, letters(random, random.nextInt(4))));
            at = end + 1;
        }
        return new EditBatch("edit", edits);
    }
}

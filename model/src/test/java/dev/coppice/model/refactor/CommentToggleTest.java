package dev.coppice.model.refactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.RandomDocuments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

class CommentToggleTest {

    private static final int SELECTIONS = 20_000;

    private final CommentToggle toggle = new CommentToggle();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "one line                   | a: 1/b: 2/        | 1 | 1 | # a: 1/b: 2/",
                "back again                 | # a: 1/b: 2/      | 1 | 1 | a: 1/b: 2/",
                "a mark without a blank     | #a: 1/b: 2/       | 1 | 1 | a: 1/b: 2/",
                "an entry below its key     | p:/  - a/  - b/   | 6 | 6 | p:/  # - a/  - b/",
                "lines in one column        | p:/  q:/    r: 1/ | 4 | 12 | p:/  # q:/  #   r: 1/",
                "a line is only reached     | a: 1/b: 2/        | 0 | 5 | # a: 1/b: 2/",
                "blank lines stay           | a: 1//b: 2/       | 0 | 8 | # a: 1//# b: 2/",
                "a comment among lines      | # x/b: 2/         | 0 | 7 | # # x/# b: 2/",
                "no final newline           | a: 1              | 4 | 4 | # a: 1"
            })
    void toggles(String name, String before, int start, int end, String after) {
        for (String newline : new String[] {"\n", "\r\n", "\r"}) {
            SpecText text = new SpecText(before.replace("/", newline));
            int step = newline.length() - 1;
            int from = start + step * breaks(before, start);
            int to = end + step * breaks(before, end);
            assertThat(toggled(text, new TextRange(from, to)).content())
                    .isEqualTo(after.replace("/", newline));
        }
    }

    private static int breaks(String text, int offset) {
        return (int)
                text.substring(0, Math.min(offset, text.length()))
                        .chars()
                        .filter(c -> c == '/')
                        .count();
    }

    @Test
    void aByteOrderMarkStaysFirst() {
        SpecText text = new SpecText("\uFEFFa: 1\n");
        assertThat(toggled(text, new TextRange(0, 0)).content()).isEqualTo("\uFEFF# a: 1\n");
    }

    @Test
    void blankLinesAreNoChange() {
        assertThat(toggle.toggle(new SpecText("\n  \n"), new TextRange(0, 3)))
                .isInstanceOf(RefactorResult.Refused.class);
    }

    /** Twice is not at all; in between, each selected line is a comment. */
    @Test
    void twiceGivesTheSameBytes() {
        var random = new Random(20_261_123);
        int commented = 0;
        for (int i = 0; i < SELECTIONS; i++) {
            SpecText text = new SpecText(RandomDocuments.next(random));
            int a = random.nextInt(text.content().length() + 1);
            int b = random.nextInt(text.content().length() + 1);
            var selection = new TextRange(Math.min(a, b), Math.max(a, b));
            if (!(toggle.toggle(text, selection) instanceof RefactorResult.Changed once)
                    || !once.batch().label().startsWith("Comment")) {
                continue;
            }
            commented++;
            SpecText after = text.apply(once.batch());
            int longer = after.content().length() - text.content().length();
            var same = new TextRange(selection.start(), selection.end() + longer);
            assertThat(toggled(after, same)).as(text.content() + selection).isEqualTo(text);
        }
        assertThat(commented).isGreaterThan(SELECTIONS / 2);
    }

    private SpecText toggled(SpecText text, TextRange selection) {
        return switch (toggle.toggle(text, selection)) {
            case RefactorResult.Changed changed -> text.apply(changed.batch());
            case RefactorResult.Refused refused -> throw new AssertionError(refused.reason());
        };
    }
}

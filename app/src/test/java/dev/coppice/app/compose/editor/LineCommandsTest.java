package dev.coppice.app.compose.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextRange;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class LineCommandsTest {

    /** Applies a command to a text in which the bar marks the selection's start and end. */
    private static String after(String marked, Command command) {
        int start = marked.indexOf('|');
        int end = marked.lastIndexOf('|');
        String content = marked.replace("|", "");
        var text = new SpecText(content);
        var selection = new TextRange(start, end > start ? end - 1 : start);
        Optional<Rewrite> rewrite = command.run(text, selection);
        if (rewrite.isEmpty()) {
            return "nothing";
        }
        var out = new StringBuilder(text.apply(rewrite.get().batch()).content());
        TextRange now = rewrite.get().selection();
        out.insert(now.end(), "|");
        return now.length() > 0 ? out.insert(now.start(), "|").toString() : out.toString();
    }

    private interface Command {
        Optional<Rewrite> run(SpecText text, TextRange selection);
    }

    private static final Command DUPLICATE = (t, s) -> Optional.of(LineCommands.duplicate(t, s));
    private static final Command DELETE = (t, s) -> Optional.of(LineCommands.delete(t, s));
    private static final Command UP = (t, s) -> LineCommands.move(t, s, true);
    private static final Command DOWN = (t, s) -> LineCommands.move(t, s, false);

    @Test
    void aCopyStandsBelowAndIsSelectedAsTheOriginalWas() {
        assertThat(after("a\nb|c\nd\n", DUPLICATE)).isEqualTo("a\nbc\nb|c\nd\n");
        assertThat(after("a\nb|c", DUPLICATE)).isEqualTo("a\nbc\nb|c");
        assertThat(after("a\r\nb|c", DUPLICATE)).isEqualTo("a\r\nbc\r\nb|c");
        assertThat(after("|a\nb|\nc\n", DUPLICATE)).isEqualTo("a\nb\n|a\nb|\nc\n");
    }

    @Test
    void linesMoveUpAndDownWithTheirSelection() {
        assertThat(after("a\nb|b\nc\n", UP)).isEqualTo("b|b\na\nc\n");
        assertThat(after("a\nb|b\nc\n", DOWN)).isEqualTo("a\nc\nb|b\n");
        assertThat(after("a\nb|b", UP)).isEqualTo("b|b\na");
        assertThat(after("a|\nb", DOWN)).isEqualTo("b\na|");
        assertThat(after("a\n|b\nc|\nd\n", UP)).isEqualTo("|b\nc|\na\nd\n");
        assertThat(after("a|\nb\n", UP)).isEqualTo("nothing");
        assertThat(after("a\nb|\n", DOWN)).isEqualTo("nothing");
        assertThat(after("a\r\nb|", UP)).isEqualTo("b|\r\na");
    }

    @Test
    void linesAreDeletedWhole() {
        assertThat(after("a\nb|b\nc\n", DELETE)).isEqualTo("a\n|c\n");
        assertThat(after("a\nb|b", DELETE)).isEqualTo("a|");
        assertThat(after("|a", DELETE)).isEqualTo("|");
    }

    @Test
    void movingKeepsTheLinesAndComingBackKeepsTheText() {
        var random = new Random(3);
        for (int round = 0; round < 5_000; round++) {
            var content = new StringBuilder();
            String end = random.nextBoolean() ? "\n" : "\r\n";
            for (int i = random.nextInt(6); i >= 0; i--) {
                content.append((char) ('a' + random.nextInt(26)));
                if (i > 0 || random.nextBoolean()) {
                    content.append(end);
                }
            }
            var text = new SpecText(content.toString());
            int at = random.nextInt(content.length() + 1);
            var selection = new TextRange(at, Math.min(content.length(), at + random.nextInt(4)));
            boolean up = random.nextBoolean();
            Optional<Rewrite> there = LineCommands.move(text, selection, up);
            if (there.isEmpty()) {
                continue;
            }
            SpecText moved = text.apply(there.get().batch());
            assertThat(sorted(moved)).isEqualTo(sorted(text));
            Rewrite back = LineCommands.move(moved, there.get().selection(), !up).orElseThrow();
            assertThat(moved.apply(back.batch())).isEqualTo(text);
        }
    }

    private static List<String> sorted(SpecText text) {
        return Arrays.stream(text.content().split("\r\n|\n")).sorted().toList();
    }
}

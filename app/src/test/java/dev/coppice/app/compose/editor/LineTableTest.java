package dev.coppice.app.compose.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class LineTableTest {

    private final List<String> lines = new ArrayList<>(List.of(""));
    private final LineTable table = new LineTable();

    /** Replaces what is between two places and returns how many lines were cut again. */
    private int replace(int fromLine, int fromColumn, int toLine, int toColumn, String text) {
        String joined =
                lines.get(fromLine).substring(0, fromColumn)
                        + text
                        + lines.get(toLine).substring(toColumn);
        List<String> now = Arrays.asList(joined.split("\n", -1));
        lines.subList(fromLine, toLine + 1).clear();
        lines.addAll(fromLine, now);
        int until = table.changed(fromLine, toLine - fromLine, now.size() - 1, lines::get);
        return until - fromLine;
    }

    private void holds() {
        assertThat(table.size()).isEqualTo(lines.size());
        var state = YamlTokens.State.START;
        for (int i = 0; i < lines.size(); i++) {
            assertThat(table.before(i)).isEqualTo(state);
            YamlTokens.Line cut = YamlTokens.of(state, lines.get(i));
            assertThat(table.tokens(i)).isEqualTo(cut.tokens());
            state = cut.end();
        }
    }

    private void paintAll() {
        for (int i = 0; i < lines.size(); i++) {
            table.painted(i);
        }
    }

    @Test
    void aLetterCutsItsLineOnly() {
        replace(0, 0, 0, 0, "a: 1\nb: |\n  text\nc: 2\nd: 3");
        paintAll();
        assertThat(replace(0, 4, 0, 4, "x")).isEqualTo(1);
        assertThat(table.nextDirty(0, 5)).isZero();
        assertThat(table.nextDirty(1, 5)).isEqualTo(5);
        holds();
    }

    @Test
    void anOpenQuoteReachesAsFarAsItChangesSomething() {
        replace(0, 0, 0, 0, "a: 1\nb: 2\nc: \"x\"\nd: 4\ne: 5");
        paintAll();
        assertThat(replace(0, 3, 0, 3, "\"")).isEqualTo(3);
        holds();
        paintAll();
        assertThat(replace(0, 5, 0, 5, "\"")).isEqualTo(3);
        holds();
    }

    @Test
    void aBlockTextEndsWhereItsIndentationEnds() {
        replace(0, 0, 0, 0, "a:\n  x: 1\n  y: 2\nb: 2\nc: 3");
        paintAll();
        assertThat(replace(0, 2, 0, 2, " |")).as("the block and its end").isEqualTo(4);
        assertThat(table.before(1).insideText()).isTrue();
        assertThat(table.before(4).insideText()).isFalse();
        holds();
    }

    @Test
    void anyChangesLeaveTheTableOfTheWholeText() {
        var random = new Random(5);
        String[] pieces = {"a: ", "|", "\n", "\n", "  ", "\"", "'", "[", "]", "{", "}", "x", "- "};
        for (int round = 0; round < 4_000; round++) {
            int fromLine = random.nextInt(lines.size());
            int toLine = Math.min(lines.size() - 1, fromLine + random.nextInt(3));
            int from = random.nextInt(lines.get(fromLine).length() + 1);
            int to = random.nextInt(lines.get(toLine).length() + 1);
            if (fromLine == toLine) {
                to = Math.max(from, to);
            }
            var text = new StringBuilder();
            for (int i = random.nextInt(5); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            var before = new ArrayList<List<YamlTokens.Token>>();
            for (int i = 0; i < lines.size(); i++) {
                before.add(table.tokens(i));
            }
            paintAll();
            int oldSize = lines.size();
            replace(fromLine, from, toLine, to, text.toString());
            holds();
            for (int i = fromLine + 1; i < lines.size(); i++) {
                int old = i - lines.size() + oldSize;
                if (old > toLine && !before.get(old).equals(table.tokens(i))) {
                    assertThat(table.nextDirty(i, i + 1)).as("line %d waits", i).isEqualTo(i);
                }
            }
        }
    }
}

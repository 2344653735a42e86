package dev.coppice.app.compose.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.compose.editor.Brackets.Place;

import org.junit.jupiter.api.Test;

import java.util.List;

class BracketsTest {

    private static final List<String> LINES =
            List.of("a: [{ b: \"]\" },", "  # ]", "  [c]]", "d: x]", "e: \"");

    private static Brackets brackets() {
        var table = new LineTable();
        table.changed(0, 0, LINES.size() - 1, LINES::get);
        return new Brackets(LINES::get, table);
    }

    @Test
    void partnersAreFoundPastTextsAndComments() {
        assertThat(brackets().pair(0, 3)).contains(List.of(new Place(0, 3), new Place(2, 5)));
        assertThat(brackets().pair(2, 6)).contains(List.of(new Place(2, 5), new Place(0, 3)));
        assertThat(brackets().pair(0, 5)).contains(List.of(new Place(0, 4), new Place(0, 13)));
        assertThat(brackets().pair(0, 11)).as("inside a text").isEmpty();
        assertThat(brackets().pair(3, 5)).as("a word").isEmpty();
    }

    @Test
    void partnersComeAlongWhereAValueBegins() {
        var start = YamlTokens.State.START;
        assertThat(AutoClose.wanted(start, "key: ", 5)).isTrue();
        assertThat(AutoClose.wanted(start, "- ", 2)).isTrue();
        assertThat(AutoClose.wanted(start, "a: [", 4)).isTrue();
        assertThat(AutoClose.wanted(start, "a: [ b, ]", 8)).isTrue();
        assertThat(AutoClose.wanted(start, "it", 2)).as("don't").isFalse();
        assertThat(AutoClose.wanted(start, "a: it is ", 9)).as("words").isFalse();
        assertThat(AutoClose.wanted(start, "a: x", 3)).as("before a word").isFalse();
        assertThat(AutoClose.wanted(start, "# ", 2)).as("comment").isFalse();
        assertThat(AutoClose.wanted(start, "a: \"b ", 6)).as("text").isFalse();
        var block = YamlTokens.of(start, "a: |").end();
        assertThat(AutoClose.wanted(block, "  ", 2)).as("block text").isFalse();
        assertThat(AutoClose.partner('[')).contains(']');
        assertThat(AutoClose.partner('x')).isEmpty();
    }
}

package dev.coppice.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineIndexTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\n", "\r\n", "\r", "a\nb\r\nc\rd\n", "\r\r\n\n\r", "x\n\ny"})
    void agreesWithTheTextAndFindsItsWayBack(String content) {
        var text = new SpecText(content);
        var index = new LineIndex(text);
        for (int offset = 0; offset <= content.length(); offset++) {
            Position position = text.positionAt(offset);
            assertThat(index.positionAt(offset)).isEqualTo(position);
            assertThat(index.offsetAt(position)).isEqualTo(offset);
            assertThat(index.lineOf(offset)).isEqualTo(position.line());
            assertThat(index.startOf(position.line())).isEqualTo(offset - position.column() + 1);
        }
        int at = 0;
        for (int line = 1; line <= index.lines(); line++) {
            assertThat(index.rangeOf(line).start()).isEqualTo(at);
            at = index.rangeOf(line).end();
        }
        assertThat(at).isEqualTo(content.length());
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 99})
    void whatLiesOutsideIsMovedInside(int far) {
        var index = new LineIndex(new SpecText("ab\ncd"));
        assertThat(index.positionAt(far)).isIn(new Position(1, 1), new Position(2, 3));
        assertThat(index.offsetAt(new Position(far, 1))).isIn(0, 5);
        assertThat(index.offsetAt(new Position(1, far))).isIn(0, 2);
        assertThat(index.rangeOf(far).end()).isIn(3, 5);
    }
}

package dev.coppice.app.compose.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

class LineStylesTest {

    private final LineStyles styles = new LineStyles();

    /** The styles of a line with their lengths. */
    private List<String> of(String line, Overlay... overlays) {
        var cut = YamlTokens.of(YamlTokens.State.START, line);
        var parts = new ArrayList<String>();
        for (var span : styles.line(cut.tokens(), List.of(overlays), line.length())) {
            Collection<String> names = span.getStyle();
            parts.add(span.getLength() + " " + String.join("+", names));
        }
        return parts;
    }

    @Test
    void blanksAtTheStartOfALineHaveGuides() {
        assertThat(of("    a: 1"))
                .containsExactly(
                        "4 indent", "1 yaml-key", "1 yaml-punctuation", "1 ", "1 yaml-number");
        assertThat(of("a: 1")).first().isEqualTo("1 yaml-key");
        assertThat(of("    ")).containsExactly("4 ");
    }

    @Test
    void whatLiesOnTopLeavesTheGuides() {
        assertThat(of("    a: 1", new Overlay(2, 5, "wave-error")))
                .startsWith("2 indent", "2 indent+wave-error", "1 yaml-key+wave-error");
    }
}

package dev.coppice.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

class EditHistoryTest {

    private static EditBatch edit(String label, int start, int end, String text) {
        return new EditBatch(label, List.of(new TextEdit(new TextRange(start, end), text)));
    }

    @Test
    void typingIsOneStepUntilItIsSealed() {
        var history = new EditHistory(new SpecText("ab"));
        history.apply(edit("Typing", 1, 1, "x"));
        history.apply(edit("Typing", 2, 2, "y"));
        history.apply(edit("Typing", 2, 3, ""));
        history.seal();
        history.apply(edit("Typing", 2, 2, "z"));

        assertThat(history.text().content()).isEqualTo("axzb");
        history.undo();
        assertThat(history.text().content()).isEqualTo("axb");
        history.undo();
        assertThat(history.text().content()).isEqualTo("ab");
        assertThat(history.undo()).isEmpty();
        assertThat(history.redoLabel()).contains("Typing");
    }

    @Test
    void deletingInOneGoIsOneStep() {
        var history = new EditHistory(new SpecText("abcdef"));
        history.apply(edit("Typing", 3, 4, ""));
        history.apply(edit("Typing", 2, 3, ""));
        history.apply(edit("Typing", 2, 3, ""));

        assertThat(history.text().content()).isEqualTo("abf");
        history.undo();
        assertThat(history.text().content()).isEqualTo("abcdef");
    }

    @Test
    void anotherLabelIsAnotherStep() {
        var history = new EditHistory(new SpecText("ab"));
        history.apply(edit("Change host name", 0, 1, "x"));
        history.apply(edit("Change name", 0, 1, "y"));

        assertThat(history.undoLabel()).contains("Change name");
        history.undo();
        assertThat(history.text().content()).isEqualTo("xb");
    }

    @Test
    void anEditAfterUndoDropsWhatCouldBeRedone() {
        var history = new EditHistory(new SpecText("a"));
        history.apply(edit("One", 1, 1, "b"));
        history.undo();
        history.apply(edit("Two", 1, 1, "c"));

        assertThat(history.redo()).isEmpty();
        assertThat(history.text().content()).isEqualTo("ac");
    }

    @Test
    void undoAndRedoGoThroughTheSameTexts() {
        var random = new Random(20261122);
        for (int round = 0; round < 300; round++) {
            var history = new EditHistory(new SpecText("some text\r\nwith lines\n"));
            String first = history.text().content();
            for (int i = 0; i < 25; i++) {
                int length = history.text().content().length();
                int start = random.nextInt(length + 1);
                int end = start + random.nextInt(Math.min(4, length - start) + 1);
                String text = "xyz\n".substring(0, random.nextInt(5));
                history.apply(edit(random.nextBoolean() ? "A" : "B", start, end, text));
                if (random.nextInt(4) == 0) {
                    history.seal();
                }
            }
            String last = history.text().content();
            while (history.undo().isPresent()) {}
            assertThat(history.text().content()).isEqualTo(first);
            while (history.redo().isPresent()) {}
            assertThat(history.text().content()).isEqualTo(last);
        }
    }
}

package dev.coppice.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class EditHistoryStepsTest {

    private static EditBatch typing(int at, String text) {
        return new EditBatch("Typing", List.of(new TextEdit(new TextRange(at, at), text)));
    }

    private static EditBatch deleting(int start, int end) {
        return new EditBatch("Typing", List.of(new TextEdit(new TextRange(start, end), "")));
    }

    @Test
    void undoAndRedoGoThroughTheSteps() {
        var history = new EditHistory(new SpecText("a"));
        history.apply(new EditBatch("One", List.of(new TextEdit(new TextRange(1, 1), "b"))));
        history.apply(new EditBatch("Two", List.of(new TextEdit(new TextRange(0, 1), ""))));
        assertThat(history.undoLabel()).contains("Two");
        assertThat(history.undo()).isPresent();
        assertThat(history.text().content()).isEqualTo("ab");
        assertThat(history.redoLabel()).contains("Two");
        history.undo();
        assertThat(history.undo()).isEmpty();
        history.redo();
        history.redo();
        assertThat(history.redo()).isEmpty();
        assertThat(history.text().content()).isEqualTo("b");
    }

    @Test
    void typingOnIsOneStepUpToTheEndOfALine() {
        var history = new EditHistory(new SpecText(""));
        history.apply(typing(0, "a"));
        history.apply(typing(1, "b"));
        history.apply(typing(2, "\n"));
        history.apply(typing(3, "c"));
        history.undo();
        assertThat(history.text().content()).isEqualTo("ab\n");
        history.undo();
        assertThat(history.text().content()).isEmpty();
        history.redo();
        assertThat(history.text().content()).isEqualTo("ab\n");
    }

    @Test
    void aPauseOrAnotherPlaceBeginsAStep() {
        var history = new EditHistory(new SpecText("xyz"));
        history.apply(typing(0, "a"));
        history.seal();
        history.apply(typing(1, "b"));
        history.apply(typing(5, "c"));
        history.undo();
        assertThat(history.text().content()).isEqualTo("abxyz");
        history.undo();
        assertThat(history.text().content()).isEqualTo("axyz");
    }

    @Test
    void deletingOnIsOneStep() {
        var history = new EditHistory(new SpecText("abcdef"));
        history.apply(deleting(3, 4));
        history.apply(deleting(2, 3));
        history.apply(deleting(2, 3));
        assertThat(history.text().content()).isEqualTo("abf");
        history.undo();
        assertThat(history.text().content()).isEqualTo("abcdef");
    }

    @Test
    void aNewEditForgetsWhatWasUndone() {
        var history = new EditHistory(new SpecText("a"));
        history.apply(typing(1, "b"));
        history.undo();
        history.apply(typing(0, "c"));
        assertThat(history.redo()).isEmpty();
        assertThat(history.redoLabel()).isEmpty();
    }

    @Test
    void randomEditsAreUndoneAndRedoneExactly() {
        var random = new Random(11);
        for (int round = 0; round < 200; round++) {
            var history = new EditHistory(new SpecText("start"));
            var steps = new ArrayList<String>();
            for (int i = 0; i < 40; i++) {
                int length = history.text().content().length();
                int start = random.nextInt(length + 1);
                int end = start + random.nextInt(Math.min(3, length - start + 1));
                var edit =
                        new TextEdit(new TextRange(start, end), random.nextInt(3) > 0 ? "q" : "");
                SpecText before = history.text();
                var batch = new EditBatch("Typing", List.of(edit));
                assertThat(history.apply(batch)).isEqualTo(before.apply(batch));
                steps.add(history.text().content());
            }
            while (history.undoLabel().isPresent()) {
                SpecText before = history.text();
                EditBatch undo = history.undo().orElseThrow();
                assertThat(before.apply(undo)).isEqualTo(history.text());
            }
            assertThat(history.text().content()).isEqualTo("start");
            while (history.redoLabel().isPresent()) {
                SpecText before = history.text();
                EditBatch redo = history.redo().orElseThrow();
                assertThat(before.apply(redo)).isEqualTo(history.text());
            }
            assertThat(history.text().content()).isEqualTo(steps.getLast());
        }
    }

    @Test
    void theHistoryIsBounded() {
        var history = new EditHistory(new SpecText(""));
        for (int i = 0; i < 5_000; i++) {
            history.seal();
            history.apply(typing(0, "x"));
        }
        int undone = 0;
        while (history.undo().isPresent()) {
            undone++;
        }
        assertThat(undone).isEqualTo(2_000);
        assertThat(history.text().content()).hasSize(3_000);
    }
}

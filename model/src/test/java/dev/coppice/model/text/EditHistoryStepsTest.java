package dev.coppice.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What undo and redo hand out, and how much they keep. */
class EditHistoryStepsTest {

    private static EditBatch typing(int at, String text) {
        return new EditBatch("Typing", List.of(new TextEdit(new TextRange(at, at), text)));
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

package dev.coppice.model.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A text with the edits that led to it, to take back and to do again. Edits with the same label
 * that go on where the last one was become one step, until {@link #seal}. Not safe for several
 * threads.
 */
public final class EditHistory {

    private static final int STEPS = 2_000;

    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> future = new ArrayDeque<>();
    private SpecText text;
    private boolean sealed = true;

    public EditHistory(SpecText text) {
        this.text = text;
    }

    public SpecText text() {
        return text;
    }

    /** Applies a batch as a new step, or as a part of the last one when it goes on with it. */
    public SpecText apply(EditBatch batch) {
        SpecText before = text;
        text = text.apply(batch);
        future.clear();
        Optional<EditBatch> merged =
                sealed || past.isEmpty() ? Optional.empty() : merge(past.peek().batch(), batch);
        if (merged.isPresent()) {
            Step last = past.pop();
            past.push(new Step(merged.get(), merged(last, before, batch)));
        } else {
            past.push(new Step(batch, before.inverse(batch)));
            if (past.size() > STEPS) {
                past.removeLast();
            }
        }
        sealed = false;
        return text;
    }

    /** The next edit begins a new step, whatever it is. */
    public void seal() {
        sealed = true;
    }

    /** What undo would take back. */
    public Optional<String> undoLabel() {
        return Optional.ofNullable(past.peek()).map(step -> step.batch().label());
    }

    /** What redo would do again. */
    public Optional<String> redoLabel() {
        return Optional.ofNullable(future.peek()).map(step -> step.batch().label());
    }

    /** What undo would take back, the last step first. */
    public List<String> undoLabels() {
        return past.stream().map(step -> step.batch().label()).toList();
    }

    /** What redo would do again, the next step first. */
    public List<String> redoLabels() {
        return future.stream().map(step -> step.batch().label()).toList();
    }

    /** Takes the last step back; the batch that did so, empty when there is none. */
    public Optional<EditBatch> undo() {
        if (past.isEmpty()) {
            return Optional.empty();
        }
        Step step = past.pop();
        future.push(step);
        sealed = true;
        text = text.apply(step.inverse());
        return Optional.of(step.inverse());
    }

    /** Does the last undone step again; the batch that did so, empty when there is none. */
    public Optional<EditBatch> redo() {
        if (future.isEmpty()) {
            return Optional.empty();
        }
        Step step = future.pop();
        past.push(step);
        sealed = true;
        text = text.apply(step.batch());
        return Optional.of(step.batch());
    }

    /** One edit for two when the second goes on where the first stopped. */
    private static Optional<EditBatch> merge(EditBatch first, EditBatch second) {
        if (!first.label().equals(second.label())
                || first.edits().size() != 1
                || second.edits().size() != 1) {
            return Optional.empty();
        }
        TextEdit a = first.edits().getFirst();
        TextEdit b = second.edits().getFirst();
        int start = a.range().start();
        int end = start + a.replacement().length();
        TextEdit both = null;
        if (b.range().start() >= start && b.range().end() <= end) {
            String head = a.replacement().substring(0, b.range().start() - start);
            String tail = a.replacement().substring(b.range().end() - start);
            both = new TextEdit(a.range(), head + b.replacement() + tail);
        } else if (a.replacement().isEmpty() && b.replacement().isEmpty()) {
            if (b.range().end() == start) {
                both = new TextEdit(new TextRange(b.range().start(), a.range().end()), "");
            } else if (b.range().start() == start) {
                both = new TextEdit(new TextRange(start, a.range().end() + b.range().length()), "");
            }
        }
        return Optional.ofNullable(both).map(edit -> new EditBatch(first.label(), List.of(edit)));
    }

    /** What takes back an edit and then the step that it became part of. */
    private EditBatch merged(Step last, SpecText before, EditBatch batch) {
        return TextEdits.compose(batch.label(), text, before.inverse(batch), last.inverse());
    }

    /** A step and what takes it back: edits only, as whole texts would add up. */
    private record Step(EditBatch batch, EditBatch inverse) {}
}

package dev.coppice.model.yaml;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextEdits;

import java.util.List;
import java.util.Optional;

/**
 * Changes a document by meaning and touches only the characters that must change. Each edit is
 * checked before it counts: the changed text is parsed again and must mean exactly what the change
 * asks for, no more and no less; else a wider edit is tried, and in the end the change is refused.
 *
 * <p>Comments, order, blank lines, quotes, indentation and line endings stay. What is removed goes
 * with the comments on its own lines.
 */
public final class YamlPatcher {

    private final KeyOrder order;

    /** A patcher that places new keys last. */
    public YamlPatcher() {
        this(KeyOrder.NONE);
    }

    /**
     * @param order where new keys are placed among those that are there
     */
    public YamlPatcher(KeyOrder order) {
        this.order = order;
    }

    /**
     * Makes changes one after the other, all or none.
     *
     * @param label what they are to people, for undo
     * @return one batch against {@code text}, or why it cannot be done
     */
    public PatchResult patch(SpecText text, String label, List<YamlOp> ops) {
        SpecText current = text;
        var batch = new EditBatch(label, List.of());
        Optional<Reading> reading = Optional.empty();
        for (YamlOp op : ops) {
            switch (patchOne(current, label, op, reading)) {
                case Step.Failed(PatchResult.Refused refused) -> {
                    return refused;
                }
                case Step.Done done -> {
                    batch = TextEdits.compose(label, text, batch, done.batch());
                    current = current.apply(done.batch());
                    reading = Optional.of(done.after());
                }
            }
        }
        return new PatchResult.Patched(batch);
    }

    /** What became of one of several changes. */
    private sealed interface Step {

        /** It is made, and this is how the text reads then. */
        record Done(EditBatch batch, Reading after) implements Step {}

        /** It cannot be made. */
        record Failed(PatchResult.Refused refused) implements Step {

            static Failed because(String reason) {
                return new Failed(new PatchResult.Refused(reason));
            }
        }
    }

    private Step patchOne(SpecText text, String label, YamlOp op, Optional<Reading> known) {
        Optional<String> unwritable = Writable.problem(op);
        if (unwritable.isPresent()) {
            return Step.Failed.because(unwritable.get());
        }
        Reading before = known.orElseGet(() -> Reading.of(text));
        if (!before.usable()) {
            return Step.Failed.because(
                    "The text has errors that must be mended by hand first: "
                            + before.firstError());
        }
        return switch (TreeOps.apply(before.tree(), op)) {
            case TreeOps.Outcome.Senseless senseless -> Step.Failed.because(senseless.reason());
            case TreeOps.Outcome.Changed changed -> write(text, label, op, before, changed.tree());
        };
    }

    private Step write(SpecText text, String label, YamlOp op, Reading before, Tree expected) {
        boolean same =
                op.isAboutForm() ? expected.equals(before.tree()) : expected.means(before.tree());
        if (same && !(op instanceof YamlOp.Reshape)) {
            return new Step.Done(new EditBatch(label, List.of()), before);
        }
        List<YamlOp> finer = FinerOps.of(op, before.tree());
        if (!finer.isEmpty()
                && patch(text, label, finer) instanceof PatchResult.Patched(EditBatch batch)) {
            Reading after = Reading.of(text.apply(batch));
            if (after.says(expected, before, false)) {
                return new Step.Done(batch, after);
            }
        }
        var planner = new EditPlanner(text.content(), before.document(), order);
        for (List<TextEdit> plan : planner.plan(op, expected)) {
            List<TextEdit> tight = plan.stream().map(e -> TextEdits.tighten(text, e)).toList();
            var batch = new EditBatch(label, tight);
            Reading after = Reading.of(text.apply(batch));
            if (after.says(expected, before, op.isAboutForm())) {
                return new Step.Done(batch, after);
            }
        }
        return Step.Failed.because(Writable.whyNot(op, before));
    }

    /**
     * A text as read.
     *
     * @param errors how many errors it has
     */
    record Reading(
            String text, RawDocument document, Tree tree, List<Diagnostic> problems, long errors) {

        static Reading of(SpecText text) {
            var faults = new Faults(text.content());
            RawDocument document = RawReader.read(new SourceText(text.content()), faults);
            Optional<YNode> root = document.root().map(new TreeBuilder(faults)::build);
            List<Diagnostic> problems = faults.sorted();
            long errors = problems.stream().filter(p -> p.severity() == Severity.ERROR).count();
            return new Reading(text.content(), document, Tree.of(root), problems, errors);
        }

        boolean usable() {
            return document.complete() && document.single();
        }

        String firstError() {
            return problems.stream()
                    .filter(p -> p.severity() == Severity.ERROR)
                    .findFirst()
                    .map(p -> "line " + p.start().line() + ": " + p.message() + ".")
                    .orElse("it cannot be read whole.");
        }

        /**
         * Whether a changed text means what it must, with no new fault.
         *
         * @param inOrder whether the order of keys counts
         */
        boolean says(Tree expected, Reading before, boolean inOrder) {
            return usable()
                    && errors <= before.errors()
                    && problems.size() <= before.problems().size()
                    && (inOrder ? tree.equals(expected) : tree.meansAsDocument(expected));
        }
    }
}

package dev.coppice.model.refactor;

import dev.coppice.model.text.EditBatch;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/** What became of a change that a person asked for by its purpose. */
public sealed interface RefactorResult {

    /**
     * The change can be made.
     *
     * @param batch the edits against the text that was asked about; one step of undo
     * @param effects each place that changes, in the order of the text; empty for changes of form,
     *     whose edits say all
     * @param mentions places that hold the old name too and stay as they are, for a person to look
     *     at
     */
    record Changed(EditBatch batch, List<Effect> effects, List<YamlPath> mentions)
            implements RefactorResult {
        public Changed {
            effects = List.copyOf(effects);
            mentions = List.copyOf(mentions);
        }

        /** A change of form. */
        static Changed form(EditBatch batch) {
            return new Changed(batch, List.of(), List.of());
        }
    }

    /**
     * The change cannot be made; nothing was touched.
     *
     * @param reason for people: what is in the way and what to do
     */
    record Refused(String reason) implements RefactorResult {}
}

package dev.coppice.model.yaml;

import dev.coppice.model.text.EditBatch;

/** What became of a change of a document. */
public sealed interface PatchResult {

    /** The edits that make the change; none when the document says so already. */
    record Patched(EditBatch batch) implements PatchResult {}

    /**
     * The change cannot be made without touching what it must not touch.
     *
     * @param reason for people: what is in the way and what to do
     */
    record Refused(String reason) implements PatchResult {}
}

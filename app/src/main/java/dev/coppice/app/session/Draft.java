package dev.coppice.app.session;

import java.time.Instant;

/**
 * Edits that were not saved, as they were kept for the case of a crash.
 *
 * @param text the whole text of the spec
 * @param base the SHA-256 of what the file held when the text was edited, in hexadecimal digits
 * @param kept when it was written
 */
public record Draft(String text, String base, Instant kept) {

    /** Whether a file with this content is the one that was edited. */
    public boolean isOf(String content) {
        return base.equals(DraftStore.hash(content));
    }
}

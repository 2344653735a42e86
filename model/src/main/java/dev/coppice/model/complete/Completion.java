package dev.coppice.model.complete;

import dev.coppice.model.text.TextRange;

import java.util.List;

/**
 * What may be meant at a place of a text.
 *
 * @param token the characters that the proposals stand for
 * @param typed the part of them before the cursor
 * @param proposals the best first
 * @param topic what the proposals are about, for what a list says beside them
 * @param whole whether nothing else than the proposals can be meant, typed or not
 */
public record Completion(
        TextRange token, String typed, List<Proposal> proposals, Topic topic, boolean whole) {

    public Completion {
        proposals = List.copyOf(proposals);
    }

    /** Where the proposals come from. */
    public enum Topic {
        /** The table of fields and the text itself. */
        FIELDS,
        /** The list of packages, which may not be at hand. */
        PACKAGES,
        /** The options of NixOS, which may not be at hand. */
        OPTIONS
    }

    /** The same without examples, for a list that nobody has asked for. */
    public Completion withoutExamples() {
        return new Completion(
                token,
                typed,
                proposals.stream().filter(p -> p.kind() != Proposal.Kind.EXAMPLE).toList(),
                topic,
                whole);
    }

    /** Nothing at an offset. */
    static Completion none(int offset) {
        return new Completion(new TextRange(offset, offset), "", List.of(), Topic.FIELDS, false);
    }
}

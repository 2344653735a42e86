package dev.coppice.model.complete;

import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;

import java.util.List;

/** Texts in which {@code ¦} stands for the cursor. */
final class Taking {

    private static final String CARET = "¦";

    private final Completer completer = new Completer(new SpecSchema());
    private final Catalog catalog;

    Taking(Catalog catalog) {
        this.catalog = catalog;
    }

    Completion at(String marked) {
        return completer.complete(text(marked), marked.indexOf(CARET), catalog);
    }

    List<String> labels(String marked) {
        return at(marked).proposals().stream().map(Proposal::label).toList();
    }

    /** The text after a proposal is taken, with the cursor where it is then. */
    String take(String marked, String label) {
        Proposal proposal =
                at(marked).proposals().stream()
                        .filter(p -> p.label().equals(label))
                        .findFirst()
                        .orElseThrow(
                                () -> new AssertionError(label + " is not in " + labels(marked)));
        String after = text(marked).apply(proposal.edit()).content();
        return after.substring(0, proposal.caret()) + CARET + after.substring(proposal.caret());
    }

    private static SpecText text(String marked) {
        return new SpecText(marked.replace(CARET, ""));
    }
}

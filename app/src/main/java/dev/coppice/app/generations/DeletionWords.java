package dev.coppice.app.generations;

import dev.coppice.app.format.Human;
import dev.coppice.runner.store.Deletion;
import dev.coppice.runner.store.LayerRef;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what deleting a generation takes away, before it is done. */
public final class DeletionWords {

    private DeletionWords() {}

    /** What is lost, what is freed, and what stays because others need it. */
    public static String of(Deletion deletion) {
        String own =
                "Its spec text, build log, facts, check results and screenshot are removed for"
                        + " good. This frees "
                        + Human.bytes(deletion.freedBytes());
        List<LayerRef> layers = deletion.layers();
        if (layers.isEmpty()) {
            return own + ". Its layers stay: other generations use them.";
        }
        String names =
                layers.stream()
                        .map(l -> l.kind().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        String freed =
                own
                        + " with the "
                        + (layers.size() == 1 ? "layer " : "layers ")
                        + names
                        + ", which nothing else uses.";
        return deletion.sharedBytes() == 0
                ? freed
                : freed
                        + " Other generations use its other layers ("
                        + Human.bytes(deletion.sharedBytes())
                        + "): they stay.";
    }
}

package dev.coppice.app.generations;

import dev.coppice.app.format.Human;
import dev.coppice.runner.store.Collected;
import dev.coppice.runner.store.Verification;

import java.util.stream.Collectors;

/** Says what cleaning up would do, and what verifying found. */
public final class CollectionWords {

    private CollectionWords() {}

    /** What would go, and what stays although it is old. */
    public static String of(Collected plan) {
        String gone =
                plan.generations().isEmpty()
                        ? ""
                        : "Deletes "
                                + (plan.generations().size() == 1 ? "generation " : "generations ")
                                + plan.generations().stream()
                                        .map(g -> String.valueOf(g.number()))
                                        .collect(Collectors.joining(", "))
                                + ". ";
        String frees =
                plan.freedBytes() == 0
                        ? "There is nothing to free."
                        : "Frees "
                                + Human.bytes(plan.freedBytes())
                                + ": "
                                + Human.count(plan.layers(), "layer")
                                + " and "
                                + Human.count(plan.files(), "project file")
                                + " that nothing needs.";
        String notes = String.join("\n", plan.notes());
        return gone + frees + (notes.isEmpty() ? "" : "\n" + notes);
    }

    /** What is damaged and what to do about it. */
    public static String of(Verification found) {
        String read =
                Human.count(found.generations(), "generation")
                        + " and "
                        + Human.count(found.layers(), "layer")
                        + ", "
                        + Human.bytes(found.readBytes())
                        + " read.";
        String damages =
                found.damages().stream()
                        .map(
                                damage ->
                                        damage.message()
                                                + (damage.generations().isEmpty()
                                                        ? ""
                                                        : "\nNeeded by: "
                                                                + String.join(
                                                                        ", ", damage.generations()))
                                                + "\n"
                                                + damage.advice())
                        .collect(Collectors.joining("\n\n"));
        return damages.isEmpty() ? read : damages + "\n\n" + read;
    }
}

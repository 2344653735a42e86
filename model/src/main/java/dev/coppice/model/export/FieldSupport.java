package dev.coppice.model.export;

import java.util.Locale;

/** How a target expresses a field. */
public sealed interface FieldSupport {

    /**
     * What is said of it, for people: what it becomes, how it is approximated, or why not. A phrase
     * that follows a colon: it has no full stop, and begins with a capital only where a name does.
     */
    String text();

    /** The text as a sentence of its own; a name at its beginning stays as it is written. */
    default String sentence() {
        String text = text();
        boolean word = text.matches("[a-z]+ .*");
        String begun =
                word ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : text;
        return begun.endsWith("?") ? begun : begun + ".";
    }

    /**
     * The target does the same.
     *
     * @param text what it becomes: {@code networking.hostName}
     */
    record Exact(String text) implements FieldSupport {}

    /**
     * The target does something near to it.
     *
     * @param text what it becomes, and what differs
     */
    record Approximated(String text) implements FieldSupport {}

    /**
     * The target cannot say it, or we do not know how; the machine will lack it.
     *
     * @param text why, and what to do instead
     */
    record Dropped(String text) implements FieldSupport {}

    /**
     * Nothing is lost without it: the preview machine's memory, the raw settings of another target.
     *
     * @param text why
     */
    record NotConcerned(String text) implements FieldSupport {}
}

package dev.coppice.app.compare;

/** A line of the page. */
sealed interface CompareItem {

    /** The heading of a section, with how many rows follow and how many are the same. */
    record Heading(CompareSection section, int shown, boolean open) implements CompareItem {}

    /** A row of a section. */
    record Line(CompareSection section, CompareRow row) implements CompareItem {}
}

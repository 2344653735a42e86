package dev.coppice.app.compare;

import dev.coppice.runner.compare.GenerationComparison.Row;
import dev.coppice.runner.compare.GenerationComparison.Section;

/** A line of the page. */
sealed interface CompareItem {

    /** The heading of a section. */
    record Heading(Section section, boolean open) implements CompareItem {}

    /** What must be known to read a section's figures. */
    record Note(String text) implements CompareItem {}

    /** A row of a section. */
    record Line(Section section, Row row) implements CompareItem {}
}

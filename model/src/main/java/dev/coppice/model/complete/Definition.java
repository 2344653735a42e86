package dev.coppice.model.complete;

import dev.coppice.model.text.TextRange;

/** Where what is named at a place is made. */
public sealed interface Definition {

    /** The characters of the name that leads there. */
    TextRange from();

    /**
     * Elsewhere in the same text.
     *
     * @param target the name where it is given
     */
    record InText(TextRange from, TextRange target) implements Definition {}

    /**
     * In a file of the project.
     *
     * @param path with slashes, from the folder of {@code system.yaml}
     */
    record InProject(TextRange from, String path) implements Definition {}
}

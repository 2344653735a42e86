package dev.coppice.model.importing;

import dev.coppice.model.text.SpecText;

import java.util.List;

/**
 * What became of a foreign file.
 *
 * @param spec the spec that says the same, as far as it can, with comments
 * @param notes what became of each field, in the order of the foreign file
 * @param copies files beside the foreign one that the spec names
 */
public record Import(SpecText spec, List<ImportNote> notes, List<Copy> copies) {

    public Import {
        notes = List.copyOf(notes);
        copies = List.copyOf(copies);
    }

    /** One without files. */
    public Import(SpecText spec, List<ImportNote> notes) {
        this(spec, notes, List.of());
    }

    /**
     * A file to be copied.
     *
     * @param from its path beside the foreign file
     * @param to its path in the project
     */
    public record Copy(String from, String to) {}
}

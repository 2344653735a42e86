package dev.coppice.model.importing;

import dev.coppice.model.text.SpecText;

import java.util.List;

/**
 * What became of a foreign file.
 *
 * @param spec the spec that says the same, as far as it can
 * @param notes what became of each field, in the order of the foreign file
 */
public record Import(SpecText spec, List<ImportNote> notes) {

    public Import {
        notes = List.copyOf(notes);
    }
}

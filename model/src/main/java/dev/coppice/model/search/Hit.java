package dev.coppice.model.search;

import dev.coppice.model.schema.Field;
import dev.coppice.model.yaml.YamlPath;

import java.util.Optional;

/** Something that a search found. */
public sealed interface Hit {

    /** How well it fits; more is better, and only the order means anything. */
    int score();

    /**
     * A field of the table.
     *
     * @param field the field @@ @param there where it stands in the spec now; empty when it is not
     *     there yet
     */
    record OfField(Field field, String system, String name, Optional<YamlPath> there, int score)
            implements Hit {}

    /**
     * A value, or a key of one's own, that stands in the spec.
     *
     * @param path where
     * @param value what was found; of a text of several lines, the line
     * @param title what the field is called for people
     */
    record OfValue(YamlPath path, String value, String title, int score) implements Hit {}
}

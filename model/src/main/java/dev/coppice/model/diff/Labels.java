package dev.coppice.model.diff;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.SpecSchema;

import java.util.Locale;

/** The titles of fields, to stand within a sentence. */
record Labels(SpecSchema schema) {

    /** The field's title as the table has it, in lower case unless it is an acronym. */
    String of(String path) {
        Field field = schema.get(path);
        String title = field.title();
        boolean acronym = title.length() > 1 && Character.isUpperCase(title.charAt(1));
        return acronym
                ? title
                : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }
}

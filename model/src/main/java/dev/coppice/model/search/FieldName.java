package dev.coppice.model.search;

import dev.coppice.model.schema.Field;

import java.util.ArrayList;
import java.util.List;

/**
 * A name that a field has somewhere.
 *
 * @param system whose name it is, such as {@code NixOS}; empty for the spec's own
 * @param text the name
 * @param weight how much more it counts than others when both fit as well
 * @param words the name taken apart
 */
record FieldName(String system, String text, int weight, NameWords words) {

    private static final int OWN = 60;
    private static final int TITLE = 50;
    private static final int ELSEWHERE = 30;
    private static final int HABIT = 20;
    private static final int DOCUMENTATION = 0;

    /** The names of a field, its documentation last. */
    static List<FieldName> of(Field field) {
        var names = new ArrayList<FieldName>();
        names.add(of("", field.path(), OWN));
        names.add(of("", field.title(), TITLE));
        field.elsewhere().forEach(e -> names.add(of(e.system(), e.name(), ELSEWHERE)));
        field.aliases().forEach(alias -> names.add(of("", alias, HABIT)));
        names.add(of("", field.text().documentation(), DOCUMENTATION));
        return List.copyOf(names);
    }

    private static FieldName of(String system, String text, int weight) {
        return new FieldName(system, text, weight, NameWords.of(text));
    }

    /** Whether this is what the field is about, not what it is called. */
    boolean isDocumentation() {
        return weight == DOCUMENTATION;
    }
}

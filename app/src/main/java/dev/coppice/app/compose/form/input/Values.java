package dev.coppice.app.compose.form.input;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.yaml.YamlValue;

/** Values as people read and type them. */
public final class Values {

    private Values() {}

    /** What was typed as a number; as it is when it is none, so that it can be seen and mended. */
    public static YamlValue number(String text) {
        try {
            return new YamlValue.Int(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return new YamlValue.Text(text);
        }
    }

    /** What was typed, as a value of a field. */
    public static YamlValue of(Field field, String text) {
        return field.type() instanceof FieldType.Int ? number(text) : new YamlValue.Text(text);
    }

    /** What holds without the field, for people; may be empty. */
    public static String without(Field field) {
        return field.defaultValue().map(Values::shown).orElse(field.text().defaultNote());
    }

    /** What an empty input shows. */
    public static String prompt(Field field) {
        return field.defaultValue().isPresent() && !without(field).isEmpty()
                ? without(field)
                : field.text().placeholder();
    }

    private static String shown(YamlValue value) {
        return switch (value) {
            case YamlValue.Text text -> text.value();
            case YamlValue.Int number -> Long.toString(number.value());
            case YamlValue.Bool truth -> truth.value() ? "yes" : "no";
            case YamlValue.Items items -> "";
            case YamlValue.Fields fields -> "";
        };
    }
}

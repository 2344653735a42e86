package dev.coppice.model.complete;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.yaml.YamlValue;

import java.util.Optional;

/** Says in few words what a field is. */
final class Wording {

    private Wording() {}

    /** What it holds, and whether it must be there. */
    static String detail(Field field) {
        return field.required() ? holds(field) + ", required" : holds(field);
    }

    private static String holds(Field field) {
        return switch (field.type()) {
            case FieldType.Text text when text.multiline() -> "lines of text";
            case FieldType.Text text -> "text";
            case FieldType.Int number -> number.isPort() ? "port" : "number";
            case FieldType.Bool bool -> "true or false";
            case FieldType.Choice choice -> "choice";
            case FieldType.ListOf list -> "list";
            default -> "group";
        };
    }

    /** What counts without the field; empty when nothing is said about it. */
    static Optional<String> without(Field field) {
        Optional<String> value =
                field.defaultValue()
                        .flatMap(Wording::written)
                        .map(v -> v.isEmpty() ? "" : "`" + v + "`");
        return value.filter(v -> !v.isEmpty())
                .or(() -> Optional.of(field.text().defaultNote()).filter(note -> !note.isEmpty()));
    }

    private static Optional<String> written(YamlValue value) {
        return switch (value) {
            case YamlValue.Text text -> Optional.of(text.value());
            case YamlValue.Int number -> Optional.of(Long.toString(number.value()));
            case YamlValue.Bool bool -> Optional.of(Boolean.toString(bool.value()));
            case YamlValue.Items items -> Optional.empty();
            case YamlValue.Fields fields -> Optional.empty();
        };
    }
}

package dev.coppice.model.schema;

import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the rows of one section while the table is built. */
final class FieldTable {

    private final Section section;
    private final List<Row> rows = new ArrayList<>();

    FieldTable(Section section) {
        this.section = section;
    }

    Row row(String path, FieldType type, String title) {
        var row = new Row(path, type, title);
        rows.add(row);
        return row;
    }

    List<Field> fields() {
        return rows.stream().map(Row::field).toList();
    }

    /** A row to be. */
    final class Row {
        private final String path;
        private final FieldType type;
        private final String title;
        private final List<Field.Elsewhere> elsewhere = new ArrayList<>();
        private final List<String> aliases = new ArrayList<>();
        private List<String> companions = List.of();
        private Optional<String> names = Optional.empty();
        private Optional<String> variant = Optional.empty();
        private boolean required;
        private Optional<YamlValue> defaultValue = Optional.empty();
        private String documentation = "";
        private String onDebian = "";
        private String example = "";
        private String placeholder = "";
        private String defaultNote = "";

        private Row(String path, FieldType type, String title) {
            this.path = path;
            this.type = type;
            this.title = title;
        }

        Row doc(String sentences) {
            documentation = sentences;
            return this;
        }

        Row debian(String sentence) {
            onDebian = sentence;
            return this;
        }

        Row example(String yaml) {
            example = yaml;
            return this;
        }

        Row placeholder(String shown) {
            placeholder = shown;
            return this;
        }

        Row required() {
            required = true;
            return this;
        }

        Row variant(String key) {
            variant = Optional.of(key);
            return this;
        }

        Row without(String note) {
            defaultNote = note;
            return this;
        }

        Row defaultsTo(String value) {
            defaultValue = Optional.of(new YamlValue.Text(value));
            return this;
        }

        Row defaultsTo(long value) {
            defaultValue = Optional.of(new YamlValue.Int(value));
            return this;
        }

        Row defaultsTo(boolean value) {
            defaultValue = Optional.of(new YamlValue.Bool(value));
            return this;
        }

        Row nixos(String option) {
            return elsewhere("NixOS", option);
        }

        Row cloudInit(String key) {
            return elsewhere("cloud-init", key);
        }

        Row kairos(String key) {
            return elsewhere("Kairos", key);
        }

        Row elsewhere(String system, String name) {
            elsewhere.add(new Field.Elsewhere(system, name));
            return this;
        }

        Row alias(String... keys) {
            aliases.addAll(List.of(keys));
            return this;
        }

        /** Keys that it wants beside it in most specs. */
        Row with(String... keys) {
            companions = List.of(keys);
            return this;
        }

        /** Its value is one of another field. */
        Row names(String other) {
            names = Optional.of(other);
            return this;
        }

        private Field field() {
            return new Field(
                    path,
                    variant,
                    section,
                    type,
                    required,
                    defaultValue,
                    new FieldText(
                            title, documentation, onDebian, example, placeholder, defaultNote),
                    elsewhere,
                    aliases,
                    new Field.Relations(companions, names));
        }
    }
}

package dev.coppice.model.schema;

import dev.coppice.model.yaml.YamlValue;

import java.util.List;
import java.util.Optional;

/**
 * A row of the table of fields.
 *
 * @param path where it stands: keys joined by dots, {@code []} for the items of a list, {@code *}
 *     for the entries of a map: {@code users[].name}, {@code services.*.enabled}
 * @param variant the kind of a union's record that it belongs to; empty outside of unions
 * @param section the section that shows it
 * @param type what it holds
 * @param required whether the record that it belongs to must have it
 * @param defaultValue the value when it is not there; empty when there is none or when it depends
 * @param text what it is, for people
 * @param elsewhere what other systems call it
 * @param aliases keys that people write for it by mistake or by habit, besides its own
 * @param relations what it has to do with other fields
 */
public record Field(
        String path,
        Optional<String> variant,
        Section section,
        FieldType type,
        boolean required,
        Optional<YamlValue> defaultValue,
        FieldText text,
        List<Elsewhere> elsewhere,
        List<String> aliases,
        Relations relations) {

    public Field {
        elsewhere = List.copyOf(elsewhere);
        aliases = List.copyOf(aliases);
    }

    /** A name for it in another system: the option {@code networking.hostName} of NixOS. */
    public record Elsewhere(String system, String name) {}

    /**
     * What a field has to do with others.
     *
     * @param companions later keys of the same record that it wants beside it in most specs
     * @param names the path of the field whose values it repeats, {@code containers[].name}; empty
     *     when its value stands for itself
     */
    public record Relations(List<String> companions, Optional<String> names) {
        public Relations {
            companions = List.copyOf(companions);
        }
    }

    /** The last key of the path; {@code *} for entries, {@code []} for items, empty at the root. */
    public String key() {
        if (isItem()) {
            return "[]";
        }
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Whether it stands for the items of a list. */
    public boolean isItem() {
        return path.endsWith("[]");
    }

    /** Whether it stands for the entries of a map. */
    public boolean isEntry() {
        return path.equals("*") || path.endsWith(".*");
    }

    /** The path of the row that it belongs to; the root's is empty. */
    public String parentPath() {
        if (isItem()) {
            return path.substring(0, path.length() - 2);
        }
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    /** The path, with the variant where the path alone is not unique. */
    public String id() {
        return variant.map(v -> path + " (" + v + ")").orElse(path);
    }

    /** The title for people. */
    public String title() {
        return text.title();
    }
}

package dev.coppice.model.export.yaml;

import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/** Puts a mapping together. */
public final class YamlMap {

    private final List<YamlPath> origins;
    private final List<Yaml.Field> fields = new ArrayList<>();
    private String comment = "";

    /**
     * @param origins the values of the spec that the whole mapping says
     */
    public YamlMap(YamlPath... origins) {
        this.origins = List.of(origins);
    }

    /** Says something above the next entry. */
    public YamlMap comment(String text) {
        comment = text;
        return this;
    }

    /** Adds an entry; a key must not come twice. */
    public YamlMap put(String key, Yaml value) {
        fields.add(new Yaml.Field(comment, key, value));
        comment = "";
        return this;
    }

    /** Adds a text. */
    public YamlMap put(String key, String text, YamlPath... origins) {
        return put(key, Yaml.text(text, origins));
    }

    /** Adds a list or a mapping unless it is empty. */
    public YamlMap putUnlessEmpty(String key, Yaml value) {
        boolean empty =
                switch (value) {
                    case Yaml.Items list -> list.items().isEmpty();
                    case Yaml.Words list -> list.words().isEmpty();
                    case Yaml.Fields map -> map.fields().isEmpty();
                    case Yaml.Text text -> text.value().isEmpty();
                    case Yaml.Plain plain -> false;
                };
        return empty ? this : put(key, value);
    }

    /** Whether it has no entries. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The mapping. */
    public Yaml.Fields done() {
        return new Yaml.Fields(fields, origins);
    }
}

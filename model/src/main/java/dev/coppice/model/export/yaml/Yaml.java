package dev.coppice.model.export.yaml;

import dev.coppice.model.spec.RawValue;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a YAML document that is written anew, with the values of the spec that it says. A part
 * without origins has those of the part that holds it.
 */
public sealed interface Yaml {

    /** The values of the spec that it says. */
    List<YamlPath> origins();

    /** A text, whatever its characters: quoted or set as a block when it must be. */
    record Text(String value, List<YamlPath> origins) implements Yaml {
        public Text {
            origins = List.copyOf(origins);
        }
    }

    /**
     * Something that is no text: a number, a boolean, nothing.
     *
     * @param written as it stands in the document; never words of a user
     */
    record Plain(String written, List<YamlPath> origins) implements Yaml {
        public Plain {
            origins = List.copyOf(origins);
        }
    }

    /** A list. */
    record Items(List<Yaml> items, List<YamlPath> origins) implements Yaml {
        public Items {
            items = List.copyOf(items);
            origins = List.copyOf(origins);
        }
    }

    /** A list of short texts, on one line. */
    record Words(List<String> words, List<YamlPath> origins) implements Yaml {
        public Words {
            words = List.copyOf(words);
            origins = List.copyOf(origins);
        }
    }

    /** A mapping in order. */
    record Fields(List<Field> fields, List<YamlPath> origins) implements Yaml {
        public Fields {
            fields = List.copyOf(fields);
            origins = List.copyOf(origins);
        }
    }

    /**
     * An entry of a mapping.
     *
     * @param comment what is said of it, of one or several lines; empty for nothing
     */
    record Field(String comment, String key, Yaml value) {}

    /** A text. */
    static Text text(String value, YamlPath... origins) {
        return new Text(value, List.of(origins));
    }

    /** A whole number. */
    static Plain number(long value, YamlPath... origins) {
        return new Plain(Long.toString(value), List.of(origins));
    }

    /** True or false. */
    static Plain bool(boolean value, YamlPath... origins) {
        return new Plain(Boolean.toString(value), List.of(origins));
    }

    /** A list of parts. */
    static Items items(List<? extends Yaml> items, YamlPath... origins) {
        return new Items(List.copyOf(items), List.of(origins));
    }

    /** A list of texts, which are those of a list of the spec. */
    static Items texts(List<String> texts, YamlPath list) {
        var items = new ArrayList<Yaml>();
        for (int i = 0; i < texts.size(); i++) {
            items.add(text(texts.get(i), list.index(i)));
        }
        return items(items, list);
    }

    /** A list of short texts, on one line. */
    static Words words(List<String> words, YamlPath... origins) {
        return new Words(words, List.of(origins));
    }

    /** A raw value of the spec as it is. */
    static Yaml raw(RawValue value, YamlPath path) {
        return switch (value) {
            case RawValue.Scalar(RawValue.Type type, String text) ->
                    switch (type) {
                        case NULL -> new Plain("null", List.of(path));
                        case BOOL, INT, FLOAT -> new Plain(text, List.of(path));
                        case TEXT -> text(text, path);
                    };
            case RawValue.Items(List<RawValue> values) -> {
                var items = new ArrayList<Yaml>();
                for (int i = 0; i < values.size(); i++) {
                    items.add(raw(values.get(i), path.index(i)));
                }
                yield items(items, path);
            }
            case RawValue.Fields fields -> {
                var map = new YamlMap(path);
                fields.fields().forEach((key, child) -> map.put(key, raw(child, path.key(key))));
                yield map.done();
            }
        };
    }
}

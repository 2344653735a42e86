package dev.coppice.model.export.nixos;

import static dev.coppice.model.export.nixos.NixValue.code;
import static dev.coppice.model.export.nixos.NixValue.of;

import dev.coppice.model.spec.RawValue;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The raw settings of the spec. A key at the top is an option's path, with quotes around names that
 * have dots of their own; keys below are names as they stand.
 */
final class RawPart {

    private final NixConfig config;

    RawPart(NixConfig config) {
        this.config = config;
    }

    /** To be called last: a raw setting stands instead of one that a field makes. */
    void write() {
        config.spec()
                .targets()
                .nixos()
                .fields()
                .forEach(
                        (key, value) ->
                                config.part(NixSection.RAW)
                                        .set(
                                                path(key),
                                                value(value),
                                                List.of(YamlPath.of("targets", "nixos", key))));
    }

    /** The names of a dotted path: {@code services.nginx.virtualHosts."example.org".root}. */
    static List<String> path(String dotted) {
        var names = new ArrayList<String>();
        var name = new StringBuilder();
        boolean quoted = false;
        for (char c : dotted.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        names.add(name.toString());
        return names;
    }

    static NixValue value(RawValue raw) {
        return switch (raw) {
            case RawValue.Scalar(RawValue.Type type, String text) -> scalar(type, text);
            case RawValue.Items(List<RawValue> items) ->
                    NixValue.list(items.stream().map(RawPart::value).toList());
            case RawValue.Fields fields -> {
                var entries = new LinkedHashMap<String, NixValue>();
                fields.fields().forEach((name, value) -> entries.put(name, value(value)));
                yield new NixValue.Attrs(entries);
            }
        };
    }

    private static NixValue scalar(RawValue.Type type, String text) {
        return switch (type) {
            case NULL -> code("null");
            case BOOL -> of(text.equalsIgnoreCase("true"));
            case INT -> NixValue.numberOr(text);
            case FLOAT -> text.matches("-?[0-9]+\\.[0-9]+") ? code(text) : of(text);
            case TEXT -> of(text);
        };
    }
}

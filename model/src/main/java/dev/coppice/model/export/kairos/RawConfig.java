package dev.coppice.model.export.kairos;

import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.spec.RawValue;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Raw settings as a part of a cloud-config. Modes in stages are written as numbers in octal, as a
 * mode in quotes makes Kairos lose the stages of the whole file.
 */
final class RawConfig {

    private static final Set<String> WITH_MODES = Set.of("files", "directories", "downloads");

    private RawConfig() {}

    static Yaml.Fields of(RawValue.Fields raw, YamlPath path) {
        var map = new YamlMap(path);
        raw.fields().forEach((key, value) -> map.put(key, value(value, path.key(key), key, false)));
        return map.done();
    }

    private static Yaml value(RawValue value, YamlPath path, String key, boolean inStep) {
        return switch (value) {
            case RawValue.Scalar(RawValue.Type type, String text)
                    when inStep
                            && key.equals("permissions")
                            && type == RawValue.Type.TEXT
                            && text.matches("0[0-7]{3,4}") ->
                    new Yaml.Plain(text, List.of(path));
            case RawValue.Scalar scalar -> Yaml.raw(scalar, path);
            case RawValue.Items(List<RawValue> items) -> {
                var parts = new ArrayList<Yaml>();
                for (int i = 0; i < items.size(); i++) {
                    boolean modes = inStep || WITH_MODES.contains(key);
                    parts.add(value(items.get(i), path.index(i), key, modes));
                }
                yield Yaml.items(parts, path);
            }
            case RawValue.Fields fields -> {
                var map = new YamlMap(path);
                fields.fields()
                        .forEach(
                                (name, v) -> map.put(name, value(v, path.key(name), name, inStep)));
                yield map.done();
            }
        };
    }
}

package dev.coppice.model.importing;

import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings that are kept as they are, under {@code targets.kairos}. */
final class KairosRaw {

    private static final String FOR_KAIROS = "It is kept as it is, for Kairos alone.";

    private final Foreign source;
    private final Map<String, YamlValue> keys = new LinkedHashMap<>();
    private final Map<String, List<YamlValue>> lists = new LinkedHashMap<>();
    private final Map<String, List<YamlValue>> steps = new LinkedHashMap<>();
    private final Map<String, YamlValue> install = new LinkedHashMap<>();

    KairosRaw(Foreign source) {
        this.source = source;
    }

    /** Keeps a top-level key. */
    void keep(String key) {
        value(YamlPath.of(key)).ifPresent(value -> keys.put(key, value));
        said(YamlPath.of(key));
    }

    /** Keeps a key of the record {@code install}. */
    void keepInstall(String key) {
        YamlPath path = YamlPath.of("install", key);
        value(path).ifPresent(value -> install.put(key, value));
        said(path);
    }

    /** Keeps an item of a top-level list. */
    void keepItem(String list, int index) {
        YamlPath path = YamlPath.of(list, index);
        value(path).ifPresent(v -> lists.computeIfAbsent(list, l -> new ArrayList<>()).add(v));
        said(path);
    }

    /** Keeps a step of a stage. */
    void keepStep(String stage, int index) {
        YamlPath path = YamlPath.of("stages", stage, index);
        value(path).ifPresent(v -> steps.computeIfAbsent(stage, s -> new ArrayList<>()).add(v));
        said(path);
    }

    private void said(YamlPath path) {
        source.near(path, "targets.kairos", FOR_KAIROS);
    }

    void write(Draft draft) {
        lists.forEach((key, items) -> keys.put(key, new YamlValue.Items(items)));
        if (!install.isEmpty()) {
            keys.put("install", Draft.record(install));
        }
        if (!steps.isEmpty()) {
            var stages = new LinkedHashMap<String, YamlValue>();
            steps.forEach((stage, items) -> stages.put(stage, new YamlValue.Items(items)));
            keys.put("stages", new YamlValue.Fields(stages));
        }
        if (!keys.isEmpty()) {
            draft.set("targets", "kairos", Draft.record(keys));
        }
    }

    private Optional<YamlValue> value(YamlPath path) {
        return source.at(path).flatMap(node -> of(node, path));
    }

    private Optional<YamlValue> of(YNode node, YamlPath path) {
        return switch (node) {
            case YMap map -> {
                var fields = new LinkedHashMap<String, YamlValue>();
                for (YNode.Entry entry : map.entries()) {
                    String key = entry.key().value();
                    if (fields.containsKey(key)) {
                        source.dropped(path.key(key), "The key stands there twice.");
                    } else {
                        of(entry.value(), path.key(key)).ifPresent(v -> fields.put(key, v));
                    }
                }
                yield Optional.of(new YamlValue.Fields(fields));
            }
            case YSeq list -> {
                var items = new ArrayList<YamlValue>();
                for (int i = 0; i < list.items().size(); i++) {
                    of(list.items().get(i), path.index(i)).ifPresent(items::add);
                }
                yield Optional.of(new YamlValue.Items(items));
            }
            case YScalar scalar -> scalar(scalar, path);
        };
    }

    private Optional<YamlValue> scalar(YScalar scalar, YamlPath path) {
        return switch (scalar.type()) {
            case NULL -> {
                source.dropped(path, "It says nothing.");
                yield Optional.empty();
            }
            case BOOL -> Optional.of(new YamlValue.Bool(scalar.value().equalsIgnoreCase("true")));
            case INT ->
                    Optional.of(
                            scalar.asLong().isPresent()
                                    ? new YamlValue.Int(scalar.asLong().getAsLong())
                                    : new YamlValue.Text(scalar.value()));
            case FLOAT, STRING -> Optional.of(new YamlValue.Text(scalar.value()));
        };
    }
}

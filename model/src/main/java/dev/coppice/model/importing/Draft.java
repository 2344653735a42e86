package dev.coppice.model.importing;

import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPatcher;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A spec that is being put together. */
final class Draft {

    private final Map<String, YamlValue> fields = new LinkedHashMap<>();
    private final Map<String, List<YamlValue>> lists = new LinkedHashMap<>();

    void set(String field, YamlValue value) {
        fields.put(field, value);
    }

    void set(String field, String text) {
        set(field, new YamlValue.Text(text));
    }

    /** Sets a key of a top-level record, which is made when it is not there. */
    void set(String record, String key, YamlValue value) {
        var entries = new LinkedHashMap<String, YamlValue>();
        if (fields.get(record) instanceof YamlValue.Fields old) {
            entries.putAll(old.fields());
        }
        entries.put(key, value);
        fields.put(record, new YamlValue.Fields(entries));
    }

    /** Takes back what a key of a top-level record says. */
    void remove(String record, String key) {
        if (fields.get(record) instanceof YamlValue.Fields old) {
            var entries = new LinkedHashMap<String, YamlValue>(old.fields());
            entries.remove(key);
            if (entries.isEmpty()) {
                fields.remove(record);
            } else {
                fields.put(record, new YamlValue.Fields(entries));
            }
        }
    }

    /** Sets a key of a record in a top-level record; both are made when they are not there. */
    void put(String record, String inner, String key, YamlValue value) {
        var entries = new LinkedHashMap<String, YamlValue>();
        if (fields.get(record) instanceof YamlValue.Fields outer
                && outer.fields().get(inner) instanceof YamlValue.Fields old) {
            entries.putAll(old.fields());
        }
        entries.put(key, value);
        set(record, inner, new YamlValue.Fields(entries));
    }

    /** Adds an item to a top-level list, unless it holds the same already. */
    void add(String list, YamlValue item) {
        List<YamlValue> items = lists.computeIfAbsent(list, l -> new ArrayList<>());
        if (!items.contains(item)) {
            items.add(item);
        }
    }

    /** The items that a list has so far. */
    List<YamlValue> items(String list) {
        return lists.computeIfAbsent(list, l -> new ArrayList<>());
    }

    static YamlValue.Fields record(Map<String, YamlValue> entries) {
        return new YamlValue.Fields(new LinkedHashMap<>(entries));
    }

    static YamlValue.Items texts(List<String> texts) {
        return new YamlValue.Items(texts.stream().<YamlValue>map(YamlValue.Text::new).toList());
    }

    /** Whether something has been said of a top-level field, or of a key of a record there. */
    boolean has(String record, String... key) {
        return key.length == 0
                ? fields.containsKey(record)
                : fields.get(record) instanceof YamlValue.Fields old
                        && old.fields().containsKey(key[0]);
    }

    /** The spec's text with comments that say where it comes from and what it lacks. */
    SpecText write(SpecSchema schema, String format, List<ImportNote> notes) {
        return new ImportComments(format, notes).add(write(schema));
    }

    /** The spec's text, its keys in the order of the table of fields. */
    private SpecText write(SpecSchema schema) {
        var ops = new ArrayList<YamlOp>();
        fields.forEach((key, value) -> ops.add(new YamlOp.Set(YamlPath.of(key), whole(value))));
        lists.forEach(
                (key, items) -> {
                    if (!items.isEmpty()) {
                        YamlValue value = whole(new YamlValue.Items(items));
                        ops.add(new YamlOp.Set(YamlPath.of(key), value));
                    }
                });
        var text = new SpecText("spec: 1\n");
        return switch (new YamlPatcher(schema::keysOf).patch(text, "import", ops)) {
            case PatchResult.Patched(var batch) -> text.apply(batch);
            case PatchResult.Refused(String reason) -> throw new IllegalStateException(reason);
        };
    }

    /** Half characters, which no text of YAML can hold, become the sign for what is unreadable. */
    private static YamlValue whole(YamlValue value) {
        return switch (value) {
            case YamlValue.Text(String text) -> new YamlValue.Text(whole(text));
            case YamlValue.Items(List<YamlValue> items) ->
                    new YamlValue.Items(items.stream().map(Draft::whole).toList());
            case YamlValue.Fields(LinkedHashMap<String, YamlValue> entries) -> {
                var made = new LinkedHashMap<String, YamlValue>();
                entries.forEach((key, each) -> made.put(whole(key), whole(each)));
                yield new YamlValue.Fields(made);
            }
            case YamlValue.Int number -> number;
            case YamlValue.Bool bool -> bool;
        };
    }

    private static String whole(String text) {
        return text.replaceAll("\\p{Cs}", "\uFFFD");
    }
}

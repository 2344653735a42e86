package dev.coppice.model.export.kairos;

import dev.coppice.model.export.yaml.Yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts raw settings over written ones: mappings go deep, lists are joined, other values win. */
final class Merge {

    private Merge() {}

    static Yaml.Fields of(Yaml.Fields written, Yaml.Fields raw) {
        Map<String, Yaml.Field> fields = new LinkedHashMap<>();
        written.fields().forEach(field -> fields.put(field.key(), field));
        for (Yaml.Field field : raw.fields()) {
            fields.merge(
                    field.key(),
                    field,
                    (old, added) ->
                            new Yaml.Field(
                                    old.comment(), old.key(), of(old.value(), added.value())));
        }
        return new Yaml.Fields(List.copyOf(fields.values()), written.origins());
    }

    private static Yaml of(Yaml old, Yaml added) {
        if (old instanceof Yaml.Fields a && added instanceof Yaml.Fields b) {
            return of(a, b);
        }
        if (old instanceof Yaml.Items a && added instanceof Yaml.Items b) {
            var items = new ArrayList<>(a.items());
            items.addAll(b.items());
            return new Yaml.Items(items, a.origins());
        }
        return added;
    }
}

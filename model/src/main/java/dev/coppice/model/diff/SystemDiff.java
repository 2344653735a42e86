package dev.coppice.model.diff;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/** Compares names, the base and the included files. */
record SystemDiff(Labels labels) implements Differ {

    @Override
    public void diff(SystemSpec before, SystemSpec after, List<Change> changes) {
        top("name", before.name(), after.name(), changes);
        top("description", before.description(), after.description(), changes);
        new Collector("includes", changes)
                .values(
                        "included file",
                        YamlPath.of("includes"),
                        before.includes(),
                        after.includes());
        var base = new Collector("base", changes);
        YamlPath at = YamlPath.of("base");
        base.value(
                labels.of("base.distribution"),
                at.key("distribution"),
                before.base().distribution(),
                after.base().distribution());
        base.value(
                labels.of("base.release"),
                at.key("release"),
                before.base().release(),
                after.base().release());
        base.optional(
                labels.of("base.mirror"),
                at.key("mirror"),
                before.base().mirror(),
                after.base().mirror());
        top("hostname", before.hostname(), after.hostname(), changes);
    }

    private void top(String key, String before, String after, List<Change> changes) {
        new Collector(key, changes).value(labels.of(key), YamlPath.of(key), before, after);
    }
}

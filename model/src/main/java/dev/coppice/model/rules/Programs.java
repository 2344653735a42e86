package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.LinkedHashMap;
import java.util.List;

/** The administrator's own programs: whether a spec puts them where they are started. */
public final class Programs {

    private Programs() {}

    /** Whether a file, a bundle, a kept directory or a disk holds a program. */
    public static boolean isThere(String program, RuleContext context) {
        if (context.inventory().writes(program) || !context.root().whole("files")) {
            return true;
        }
        Bound.Fields storage = context.root().record("storage");
        return storage.texts("persist").stream().anyMatch(p -> Paths.inside(program, p.value()))
                || storage.records("disks").stream()
                        .flatMap(d -> d.text("mount").stream())
                        .anyMatch(m -> Paths.inside(program, m.value()))
                || !context.root().whole("bundles");
    }

    /** Adds a script to start with. */
    public static Fix addFile(String program, RuleContext context) {
        var file = new LinkedHashMap<String, YamlValue>();
        file.put("path", new YamlValue.Text(program));
        file.put("mode", new YamlValue.Text("0755"));
        file.put("content", new YamlValue.Text("#!/bin/sh\nset -e\n"));
        int count = context.root().records("files").size();
        return new Fix(
                "Add " + program + " to files",
                List.of(
                        new YamlOp.Insert(
                                YamlPath.of("files"), count, new YamlValue.Fields(file))));
    }
}

package dev.coppice.app.compose;

import dev.coppice.app.compose.FormState.OutlineEntry;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.Section;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what each section holds and what is wrong in it. */
final class Outlines {

    private final SpecSchema schema;

    Outlines(SpecSchema schema) {
        this.schema = schema;
    }

    /** The section that a path belongs to; of what no field stands for, the first. */
    Section section(YamlPath path) {
        if (path.steps().isEmpty()) {
            return Section.SYSTEM;
        }
        return schema.at(new YamlPath(path.steps().subList(0, 1)))
                .map(Field::section)
                .orElse(Section.SYSTEM);
    }

    Map<Section, OutlineEntry> of(Optional<YNode> tree, List<Diagnostic> diagnostics) {
        var outline = new EnumMap<Section, OutlineEntry>(Section.class);
        for (Section section : schema.sections()) {
            outline.put(
                    section,
                    new OutlineEntry(
                            items(section, tree),
                            count(section, diagnostics, Severity.ERROR),
                            count(section, diagnostics, Severity.WARNING)));
        }
        return outline;
    }

    private int count(Section section, List<Diagnostic> diagnostics, Severity severity) {
        return (int)
                diagnostics.stream()
                        .filter(d -> d.severity() == severity && section(d.path()) == section)
                        .count();
    }

    private int items(Section section, Optional<YNode> tree) {
        int items = -1;
        for (Field field : schema.topLevel(section)) {
            boolean lists =
                    field.type() instanceof FieldType.ListOf
                            || field.type() instanceof FieldType.MapOf;
            if (lists) {
                items = Math.max(items, 0) + size(tree, field);
            }
        }
        return items;
    }

    private static int size(Optional<YNode> tree, Field field) {
        return switch (tree.flatMap(t -> t.at(YamlPath.of(field.key()))).orElse(null)) {
            case YNode.YSeq seq -> seq.items().size();
            case YNode.YMap map -> map.entries().size();
            case null, default -> 0;
        };
    }
}

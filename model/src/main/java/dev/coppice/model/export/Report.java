package dev.coppice.model.export;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers what became of each value while an exporter writes. What the exporter does not mention is
 * as the target's {@link SupportTable} says, so that no value is left out.
 */
public final class Report {

    private final SpecSchema schema = new SpecSchema();
    private final Map<YamlPath, FieldSupport> said = new HashMap<>();

    /** The target does the same with the values at a path and below, whatever its table says. */
    public void exact(YamlPath path, String becomes) {
        said.put(path, new FieldSupport.Exact(becomes));
    }

    /** The target does something near to the values at a path and below. */
    public void approximated(YamlPath path, String how) {
        said.put(path, new FieldSupport.Approximated(how));
    }

    /** The target lacks the values at a path and below. */
    public void dropped(YamlPath path, String why) {
        said.put(path, new FieldSupport.Dropped(why));
    }

    /** The values at a path and below do not concern the target. */
    public void notConcerned(YamlPath path, String why) {
        said.put(path, new FieldSupport.NotConcerned(why));
    }

    /** What became of every value of a document, in its order. */
    public List<ExportResult.Entry> entries(YNode tree, SupportTable table) {
        var entries = new ArrayList<ExportResult.Entry>();
        collect(tree, YamlPath.ROOT, new Document(tree, table), entries);
        return entries;
    }

    private record Document(YNode tree, SupportTable table) {}

    private void collect(
            YNode node, YamlPath path, Document document, List<ExportResult.Entry> entries) {
        Optional<Field> field = schema.at(path, Optional.of(document.tree()));
        if (field.isEmpty()) {
            return;
        }
        boolean raw = field.get().type() instanceof FieldType.Raw;
        switch (node) {
            case YNode.YMap map when raw && schema.at(path.parent()).equals(field) ->
                    entries.add(entry(path, field.get(), document.table()));
            case YNode.YMap map ->
                    map.entries()
                            .forEach(
                                    each ->
                                            collect(
                                                    each.value(),
                                                    path.key(each.key().value()),
                                                    document,
                                                    entries));
            case YNode.YSeq seq when raw -> entries.add(entry(path, field.get(), document.table()));
            case YNode.YSeq seq -> {
                for (int i = 0; i < seq.items().size(); i++) {
                    collect(seq.items().get(i), path.index(i), document, entries);
                }
            }
            case YNode.YScalar scalar when scalar.type() == YNode.YScalar.Type.NULL -> {}
            case YNode.YScalar scalar -> entries.add(entry(path, field.get(), document.table()));
        }
    }

    private ExportResult.Entry entry(YamlPath path, Field field, SupportTable table) {
        return new ExportResult.Entry(path, field, said(path).orElseGet(() -> row(field, table)));
    }

    /** What was said of the path, or of the nearest record around it. */
    private Optional<FieldSupport> said(YamlPath path) {
        for (YamlPath up = path; !up.steps().isEmpty(); up = up.parent()) {
            if (said.containsKey(up)) {
                return Optional.of(said.get(up));
            }
        }
        return Optional.empty();
    }

    private static FieldSupport row(Field field, SupportTable table) {
        return table.of(field)
                .orElseThrow(() -> new IllegalStateException("no row for " + field.id()));
    }
}

package dev.coppice.runner.compare;

import dev.coppice.runner.compare.GenerationComparison.Row;
import dev.coppice.runner.compare.GenerationComparison.Section;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;

/** A comparison as JSON, for programs. */
public final class ComparisonJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ComparisonJson() {}

    /** UTF-8 text of one JSON object; places of the spec are written as {@code users[0].name}. */
    public static String of(GenerationComparison comparison) {
        ObjectNode root = JSON.createObjectNode();
        root.put("before", comparison.before());
        root.put("after", comparison.after());
        root.put("differences", comparison.differences());
        ArrayNode sections = root.putArray("sections");
        comparison.sections().forEach(section -> add(sections.addObject(), section));
        return JSON.writeValueAsString(root);
    }

    private static void add(ObjectNode node, Section section) {
        node.put("topic", name(section.topic()));
        node.put("equal", section.equal());
        node.put("note", section.note());
        ArrayNode rows = node.putArray("rows");
        section.rows().forEach(row -> add(rows.addObject(), row));
    }

    private static void add(ObjectNode node, Row row) {
        node.put("kind", name(row.kind()));
        node.put("subject", row.subject());
        node.put("before", row.before());
        node.put("after", row.after());
        ArrayNode detail = node.putArray("detail");
        row.detail().forEach(detail::add);
        row.cause().ifPresent(path -> node.put("path", path.toString()));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

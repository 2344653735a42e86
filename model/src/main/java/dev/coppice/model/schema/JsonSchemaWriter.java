package dev.coppice.model.schema;

import dev.coppice.model.yaml.YamlValue;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * Writes the table of fields as a JSON Schema (draft 2020-12), for editors and other programs. It
 * says what the binder says of one file. What only rules can tell (files that exist, time zones,
 * duplicates), what included files add, and what YAML itself says (a key that stands twice) is not
 * in it.
 */
public final class JsonSchemaWriter {

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final SpecSchema schema;

    public JsonSchemaWriter(SpecSchema schema) {
        this.schema = schema;
    }

    /** The schema as indented JSON with a final line feed. */
    public String write() {
        ObjectNode root = mapper.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Coppice system");
        root.put("description", "A whole Linux machine in one file: system.yaml.");
        record(root, schema.children(schema.root()), List.of(), false);
        unlessIncluded(root);
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /** What is required may stand in an included file, which no schema can look into. */
    private static void unlessIncluded(ObjectNode root) {
        JsonNode required = root.remove("required");
        ArrayNode either = root.putArray("anyOf");
        either.addObject().set("required", required);
        either.addObject().putArray("required").add("includes");
    }

    private ObjectNode node(Field field) {
        ObjectNode node = mapper.createObjectNode();
        node.put("title", field.title());
        node.put("description", description(field));
        switch (field.type()) {
            case FieldType.Text text -> text(node, text);
            case FieldType.Int number ->
                    node.put("type", "integer")
                            .put("minimum", number.min())
                            .put("maximum", number.max());
            case FieldType.Bool bool -> node.put("type", "boolean");
            case FieldType.Choice choice -> {
                node.put("type", "string");
                choice.values().forEach(node.putArray("enum")::add);
            }
            case FieldType.ListOf list -> {
                types(node, "array", !field.isItem());
                node.set("items", node(schema.item(field)));
            }
            case FieldType.MapOf map -> {
                types(node, "object", !field.isItem());
                node.putObject("propertyNames").put("pattern", map.key().shape().regex());
                node.set("additionalProperties", node(schema.item(field)));
            }
            case FieldType.Mapping mapping ->
                    record(node, schema.children(field), mapping.groups(), !field.isItem());
            case FieldType.Raw raw -> types(node, "object", true);
            case FieldType.Union union -> union(node, field, union);
        }
        field.defaultValue().ifPresent(value -> defaultValue(node, value));
        return node;
    }

    private static String description(Field field) {
        String debian = field.text().onDebian();
        return field.text().documentation() + (debian.isEmpty() ? "" : " In the image: " + debian);
    }

    private static void text(ObjectNode node, FieldType.Text text) {
        if (text.numbersToo()) {
            node.putArray("type").add("string").add("integer");
        } else {
            node.put("type", "string");
        }
        if (text.shape() != Shape.ANY) {
            node.put("pattern", text.shape().regex());
        }
        Shape.Numbers numbers = text.shape().numbers();
        if (text.numbersToo() && numbers.counted()) {
            node.put("minimum", numbers.min()).put("maximum", numbers.max());
        }
    }

    /** A key without a value counts as an empty list or record, where that is allowed. */
    private static void types(ObjectNode node, String type, boolean nullToo) {
        if (nullToo) {
            node.putArray("type").add(type).add("null");
        } else {
            node.put("type", type);
        }
    }

    private void record(
            ObjectNode node, List<Field> fields, List<FieldType.KeyGroup> groups, boolean nullToo) {
        List<String> required = fields.stream().filter(Field::required).map(Field::key).toList();
        types(node, "object", nullToo && required.isEmpty() && groups.isEmpty());
        ObjectNode properties = node.putObject("properties");
        fields.forEach(field -> properties.set(field.key(), node(field)));
        if (!required.isEmpty()) {
            required.forEach(node.putArray("required")::add);
        }
        for (FieldType.KeyGroup group : groups) {
            ArrayNode either = node.putArray(group.exclusive() ? "oneOf" : "anyOf");
            group.keys().forEach(key -> either.addObject().putArray("required").add(key));
        }
        node.put("additionalProperties", false);
    }

    private void union(ObjectNode node, Field field, FieldType.Union union) {
        node.put("type", "object");
        ArrayNode kinds = node.putArray("oneOf");
        for (FieldType.Variant variant : union.variants()) {
            ObjectNode kind = kinds.addObject();
            kind.put("title", variant.title());
            record(kind, schema.children(field, variant.key()), List.of(), false);
        }
    }

    private static void defaultValue(ObjectNode node, YamlValue value) {
        switch (value) {
            case YamlValue.Text text -> node.put("default", text.value());
            case YamlValue.Int number -> node.put("default", number.value());
            case YamlValue.Bool bool -> node.put("default", bool.value());
            default -> throw new IllegalArgumentException("not a single value: " + value);
        }
    }
}

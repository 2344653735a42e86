package dev.coppice.model.bind;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Says what is wrong when a node is of another kind than its field takes. */
final class WrongTypes {

    private static final int SHOWN = 40;

    private WrongTypes() {}

    /** A finding for a list, record or map that is something else. */
    static Finding container(Field field, YamlPath path, YNode node) {
        if (node instanceof YNode.YScalar s && s.type() == YNode.YScalar.Type.NULL) {
            return new Finding(
                    DiagnosticCode.EMPTY_VALUE,
                    path,
                    Finding.Anchor.VALUE,
                    Optional.empty(),
                    subject(field, path) + " is empty",
                    "Write " + wanted(field) + ", or remove it.",
                    removal(path));
        }
        return new Finding(
                DiagnosticCode.WRONG_TYPE,
                path,
                Finding.Anchor.VALUE,
                Optional.empty(),
                subject(field, path) + " must be " + wanted(field) + ", not " + shown(field, node),
                containerHelp(field, node),
                containerFixes(field, path, node));
    }

    /** What stands there, in words that fit into a sentence. */
    static String shown(Field field, YNode node) {
        return switch (node) {
            case YNode.YMap map -> "a mapping";
            case YNode.YSeq seq -> "a list";
            case YNode.YScalar s -> shown(field, s);
        };
    }

    private static String shown(Field field, YNode.YScalar s) {
        boolean secret = field.type() instanceof FieldType.Text t && t.shape().secret();
        String value = secret ? "" : " `" + shorten(s.value()) + "`";
        return switch (s.type()) {
            case NULL -> "nothing";
            case BOOL -> "the truth value" + value;
            case INT, FLOAT -> "the number" + value;
            case STRING -> "the text" + value;
        };
    }

    /** A value short enough for a message, on one line. */
    static String shorten(String value) {
        String line = value.replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, cut(line)) + "…";
    }

    private static int cut(String line) {
        return Character.isHighSurrogate(line.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    }

    /** How a message names the field. */
    static String subject(Field field, YamlPath path) {
        if (path.steps().isEmpty()) {
            return "the file";
        }
        return field.isItem() || field.isEntry() ? "`" + path + "`" : "`" + field.key() + "`";
    }

    /** What a field takes, with its article. */
    static String wanted(Field field) {
        return switch (field.type()) {
            case FieldType.Text text -> text.shape().noun();
            case FieldType.Int number -> "a whole number";
            case FieldType.Bool bool -> "true or false";
            case FieldType.Choice choice -> "one of " + String.join(", ", choice.values());
            case FieldType.ListOf list -> "a list";
            case FieldType.MapOf map -> "a mapping";
            case FieldType.Mapping mapping -> "a mapping";
            case FieldType.Raw raw -> "a mapping";
            case FieldType.Union union -> "a mapping";
        };
    }

    private static String containerHelp(Field field, YNode node) {
        String key = field.isItem() || field.isEntry() ? "" : field.key() + ": ";
        return switch (field.type()) {
            case FieldType.ListOf list when node instanceof YNode.YMap ->
                    "Start each entry with `- `; a "
                            + list.noun()
                            + " is an item of a list here, not a key.";
            case FieldType.ListOf list ->
                    "Put it in brackets, or each item on its own line behind `- `.";
            case FieldType.MapOf map when node instanceof YNode.YSeq ->
                    "Write `"
                            + map.key().placeholder()
                            + ":` and what is said of it, without `- `.";
            default ->
                    field.text().example().isEmpty()
                            ? "Write keys and values, `key: value`, one to a line."
                            : "Write it like `" + key + field.text().example() + "`.";
        };
    }

    private static List<Fix> containerFixes(Field field, YamlPath path, YNode node) {
        if (!(node instanceof YNode.YScalar s)) {
            return List.of();
        }
        if (field.type() instanceof FieldType.ListOf list && list.titleKeys().isEmpty()) {
            var items = new ArrayList<YamlValue>();
            for (String word : s.value().strip().split("[,\\s]+")) {
                if (!word.isEmpty()) {
                    items.add(item(s, word));
                }
            }
            return List.of(Fixes.set(path, new YamlValue.Items(items)));
        }
        if (field.path().equals("services.*") && s.type() == YNode.YScalar.Type.BOOL) {
            var entry = new LinkedHashMap<String, YamlValue>();
            entry.put("enabled", new YamlValue.Bool(s.value().equalsIgnoreCase("true")));
            return List.of(
                    new Fix(
                            "Write { enabled: " + s.value() + " }",
                            Fixes.set(path, new YamlValue.Fields(entry)).ops()));
        }
        return List.of();
    }

    private static YamlValue item(YNode.YScalar s, String word) {
        return s.type() == YNode.YScalar.Type.INT && word.matches("[0-9]{1,9}")
                ? new YamlValue.Int(Long.parseLong(word))
                : new YamlValue.Text(word);
    }

    static List<Fix> removal(YamlPath path) {
        return path.steps().isEmpty() ? List.of() : List.of(Fixes.remove(path));
    }
}

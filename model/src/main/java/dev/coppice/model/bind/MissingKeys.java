package dev.coppice.model.bind;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports keys that must be there and are not, each with a value to start with. */
final class MissingKeys {

    private final SpecSchema schema;
    private final List<Finding> findings;

    MissingKeys(SpecSchema schema, List<Finding> findings) {
        this.schema = schema;
        this.findings = findings;
    }

    /**
     * Reports required fields whose keys are not there.
     *
     * @param inside what was found in the record so far: misspelt keys are reported already
     */
    void required(List<Field> fields, Set<String> present, YamlPath path, List<Finding> inside) {
        for (Field field : fields) {
            YamlPath at = path.key(field.key());
            if (field.required() && !present.contains(field.key()) && !misspelt(at, inside)) {
                String example = field.key() + ": " + field.text().example();
                findings.add(
                        Finding.at(
                                at,
                                DiagnosticCode.MISSING_KEY,
                                "`" + field.key() + "` is missing" + in(path),
                                "Add `" + example + "`, with your own value.",
                                Fixes.add(at, sample(field))));
            }
        }
    }

    /** Whether an unknown key was found that is this one, misspelt. */
    private static boolean misspelt(YamlPath at, List<Finding> inside) {
        String key = ((YamlPath.Key) at.steps().getLast()).name();
        return inside.stream()
                .filter(f -> f.code() == DiagnosticCode.UNKNOWN_KEY)
                .filter(f -> f.path().parent().equals(at.parent()))
                .flatMap(f -> f.fixes().stream())
                .flatMap(fix -> fix.ops().stream())
                .anyMatch(op -> op instanceof YamlOp.Rename r && r.key().equals(key));
    }

    /** A value to start with, from the table's examples. */
    private YamlValue sample(Field field) {
        String example = field.text().example();
        return switch (field.type()) {
            case FieldType.Int number -> new YamlValue.Int(Long.parseLong(example));
            case FieldType.Mapping mapping -> {
                var fields = new LinkedHashMap<String, YamlValue>();
                schema.children(field).stream()
                        .filter(Field::required)
                        .forEach(f -> fields.put(f.key(), sample(f)));
                yield new YamlValue.Fields(fields);
            }
            case FieldType.ListOf list -> new YamlValue.Items(List.of(sample(schema.item(field))));
            case FieldType.Text text when text.multiline() ->
                    new YamlValue.Text(field.text().placeholder() + "\n");
            default -> new YamlValue.Text(example);
        };
    }

    /** Reports a group of keys of which none is there, or too many. */
    void group(FieldType.KeyGroup group, Set<String> present, YamlPath path) {
        List<String> there = group.keys().stream().filter(present::contains).toList();
        String names =
                group.keys().stream().map(k -> "`" + k + "`").collect(Collectors.joining(" or "));
        if (there.isEmpty()) {
            findings.add(
                    Finding.at(
                            path.key(group.keys().getFirst()),
                            DiagnosticCode.MISSING_KEY,
                            names + " is missing" + in(path),
                            "Add " + names + "."));
        } else if (group.exclusive() && there.size() > 1) {
            findings.add(
                    Finding.atKey(
                            path.key(there.get(1)),
                            DiagnosticCode.CONFLICTING_KEYS,
                            "`" + there.get(0) + "` and `" + there.get(1) + "` exclude each other",
                            "Keep one of them and remove the other.",
                            Fixes.remove(path.key(there.get(1))),
                            Fixes.remove(path.key(there.get(0)))));
        }
    }

    private static String in(YamlPath path) {
        return path.steps().isEmpty() ? "" : " in `" + path + "`";
    }
}

package dev.coppice.model.rules;

import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Texts without quotes that readers of YAML 1.1 take for something else: {@code no} for false,
 * {@code 22:22} for 1342, {@code 0644} for 420, a date for a time stamp. Coppice reads them as
 * texts; most other tools are older.
 */
final class TrapRule implements Rule {

    private static final Pattern TRUTH =
            Pattern.compile("y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF");
    private static final Pattern SIXTY = Pattern.compile("[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+");
    private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-7_]+");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?");

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        context.document()
                .ifPresent(
                        root ->
                                new Walk(context.schema(), findings)
                                        .visit(context.schema().root(), YamlPath.ROOT, root));
    }

    private record Walk(SpecSchema schema, Consumer<Finding> findings) {

        void visit(Field field, YamlPath path, YNode node) {
            switch (node) {
                case YNode.YScalar scalar -> scalar(field, path, scalar);
                case YNode.YSeq seq -> {
                    if (field.type() instanceof FieldType.ListOf) {
                        Field item = schema.item(field);
                        for (int i = 0; i < seq.items().size(); i++) {
                            visit(item, path.index(i), seq.items().get(i));
                        }
                    }
                }
                case YNode.YMap map -> {
                    for (YNode.Entry entry : map.entries()) {
                        child(field, entry.key().value())
                                .ifPresent(
                                        c ->
                                                visit(
                                                        c,
                                                        path.key(entry.key().value()),
                                                        entry.value()));
                    }
                }
            }
        }

        private Optional<Field> child(Field field, String key) {
            return switch (field.type()) {
                case FieldType.MapOf map -> Optional.of(schema.item(field));
                case FieldType.Mapping mapping -> schema.child(field, key);
                case FieldType.Union union -> schema.child(field, key);
                default -> Optional.empty();
            };
        }

        private void scalar(Field field, YamlPath path, YNode.YScalar scalar) {
            boolean plain =
                    scalar.style() == YNode.YScalar.Style.PLAIN
                            && scalar.type() == YNode.YScalar.Type.STRING;
            if (!plain
                    || scalar.value().length() > 40
                    || !(field.type() instanceof FieldType.Text text)
                    || !text.shape().matches(scalar.value())) {
                return;
            }
            other(scalar.value())
                    .ifPresent(
                            other ->
                                    findings.accept(
                                            Finding.at(
                                                    path,
                                                    DiagnosticCode.YAML_TRAP,
                                                    "`"
                                                            + scalar.value()
                                                            + "` is a text here, but "
                                                            + other
                                                            + " to older readers of YAML",
                                                    "Put it in quotes.",
                                                    Fixes.quote(path, scalar.value()))));
        }
    }

    private static Optional<String> other(String value) {
        char first = value.isEmpty() ? ' ' : value.charAt(0);
        if (TRUTH.matcher(value).matches()) {
            return Optional.of("a truth value");
        } else if (first > '9' || value.length() < 2) {
            return Optional.empty();
        } else if (SIXTY.matcher(value).matches()) {
            return Optional.of("a number in base 60");
        } else if (OCTAL.matcher(value).matches()) {
            return Optional.of("an octal number");
        }
        return DATE.matcher(value).matches() ? Optional.of("a date") : Optional.empty();
    }
}

package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.yaml.YamlPath;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Nothing is declared twice: users, files, units, packages, ports, by the table's identities. */
final class DuplicateRule implements Rule {

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        new Walk(context.schema(), findings).visit(context.schema().root(), context.root());
        services(context.root().record("services"), findings);
    }

    /** {@code ssh} and {@code ssh.service} are one unit. */
    private static void services(Bound.Fields services, Consumer<Finding> findings) {
        var seen = new HashMap<String, String>();
        for (String name : services.entries().keySet()) {
            String before = seen.putIfAbsent(UnitNames.full(name), name);
            if (before != null) {
                YamlPath path = services.path().key(name);
                findings.accept(
                        Finding.atKey(
                                path,
                                DiagnosticCode.DUPLICATE,
                                "`" + name + "` and `" + before + "` are the same unit",
                                "Keep one of them.",
                                Fixes.remove(path)));
            }
        }
    }

    private record Walk(SpecSchema schema, Consumer<Finding> findings) {

        void visit(Field field, Bound bound) {
            switch (bound) {
                case Bound.Scalar scalar -> {}
                case Bound.Raw raw -> {}
                case Bound.Items items -> {
                    if (field.type() instanceof FieldType.ListOf list && list.unique()) {
                        unique(list, items);
                    }
                    items.items().forEach(item -> visit(schema.item(field), item));
                }
                case Bound.Fields fields ->
                        fields.entries()
                                .forEach(
                                        (key, value) ->
                                                child(field, key).ifPresent(f -> visit(f, value)));
            }
        }

        private Optional<Field> child(Field field, String key) {
            return field.type() instanceof FieldType.MapOf
                    ? Optional.of(schema.item(field))
                    : schema.child(field, key);
        }

        private void unique(FieldType.ListOf list, Bound.Items items) {
            Map<String, YamlPath> seen = new HashMap<>();
            for (Bound item : items.items()) {
                Optional<String> identity = identity(list.identity(), item);
                YamlPath before =
                        identity.map(id -> seen.putIfAbsent(id, item.path())).orElse(null);
                if (before != null) {
                    report(list, item, identity.get(), before);
                }
            }
        }

        private void report(FieldType.ListOf list, Bound item, String identity, YamlPath before) {
            boolean record = item instanceof Bound.Fields;
            YamlPath at = record ? item.path().key(list.identity().getFirst()) : item.path();
            findings.accept(
                    Finding.at(
                            at,
                            record ? DiagnosticCode.DUPLICATE : DiagnosticCode.REPEATED,
                            list.noun()
                                    + " `"
                                    + identity
                                    + "` is here already, at `"
                                    + before
                                    + "`",
                            record
                                    ? "Give it another name, or make one of the two."
                                    : "Remove one.",
                            Fixes.remove(item.path())));
        }

        private static Optional<String> identity(List<String> keys, Bound item) {
            return switch (item) {
                case Bound.Scalar scalar -> Optional.of(scalar.value().toString());
                case Bound.Items items -> Optional.empty();
                case Bound.Raw raw -> Optional.empty();
                case Bound.Fields fields
                        when !keys.stream().allMatch(fields::whole)
                                || fields.text(keys.getFirst()).isEmpty() ->
                        Optional.empty();
                case Bound.Fields fields ->
                        Optional.of(
                                keys.stream()
                                        .flatMap(k -> fields.text(k).stream())
                                        .map(Bound.Value::value)
                                        .collect(Collectors.joining(" ")));
            };
        }
    }
}

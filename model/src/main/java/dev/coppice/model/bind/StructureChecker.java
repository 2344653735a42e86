package dev.coppice.model.bind;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks a document against the table of fields: unknown and missing keys, types, allowed values
 * and shapes. Every node is looked at, whatever is wrong with its neighbours.
 */
public final class StructureChecker {

    private final SpecSchema schema;
    private final UnknownKeys unknownKeys;
    private final List<Finding> findings = new ArrayList<>();
    private final ScalarChecker scalars = new ScalarChecker(findings);
    private final MissingKeys missingKeys;
    private final Defaults defaults;

    private StructureChecker(SpecSchema schema) {
        this.schema = schema;
        this.unknownKeys = new UnknownKeys(schema);
        this.missingKeys = new MissingKeys(schema, findings);
        this.defaults = new Defaults(schema);
    }

    /**
     * What a check yields.
     *
     * @param root what is right
     * @param findings what is wrong
     */
    public record Result(Bound.Fields root, List<Finding> findings) {
        public Result {
            findings = List.copyOf(findings);
        }
    }

    /** Checks a document; without one, its required keys are missing. */
    public static Result check(SpecSchema schema, Optional<YNode> document) {
        var checker = new StructureChecker(schema);
        Optional<Bound> root = checker.root(document);
        return new Result(
                root.orElse(null) instanceof Bound.Fields fields
                        ? fields
                        : Bound.Fields.empty(YamlPath.ROOT),
                checker.findings);
    }

    private Optional<Bound> root(Optional<YNode> document) {
        boolean empty =
                document.isEmpty()
                        || document.get() instanceof YNode.YScalar s
                                && s.type() == YNode.YScalar.Type.NULL;
        if (empty) {
            findings.add(
                    Finding.at(
                            YamlPath.ROOT,
                            DiagnosticCode.EMPTY_SPEC,
                            "the file says nothing yet",
                            "Start with `spec: 1`, then `name:` and `base:`; `coppice init` writes"
                                    + " a first one."));
            return Optional.empty();
        }
        return check(schema.root(), YamlPath.ROOT, document.get());
    }

    private Optional<Bound> check(Field field, YamlPath path, YNode node) {
        boolean nothing = node instanceof YNode.YScalar s && s.type() == YNode.YScalar.Type.NULL;
        boolean mayBeEmpty = !field.isItem();
        return switch (field.type()) {
            case FieldType.Mapping mapping when node instanceof YNode.YMap map ->
                    Optional.of(mapping(field, mapping, path, map.entries()));
            case FieldType.Mapping mapping when nothing && mayBeEmpty ->
                    Optional.of(mapping(field, mapping, path, List.of()));
            case FieldType.MapOf type when node instanceof YNode.YMap map ->
                    Optional.of(entries(field, type, path, map));
            case FieldType.ListOf list when node instanceof YNode.YSeq seq ->
                    Optional.of(items(field, path, seq));
            case FieldType.Raw raw when node instanceof YNode.YMap map ->
                    Optional.of(new Bound.Raw(path, map));
            case FieldType.Raw raw when nothing -> Optional.empty();
            case FieldType.MapOf map when nothing -> Optional.empty();
            case FieldType.ListOf list when nothing -> Optional.empty();
            case FieldType.Union union when node instanceof YNode.YMap map ->
                    union(field, union, path, map);
            case FieldType.Raw raw -> wrongContainer(field, path, node);
            case FieldType.Mapping mapping -> wrongContainer(field, path, node);
            case FieldType.MapOf map -> wrongContainer(field, path, node);
            case FieldType.ListOf list -> wrongContainer(field, path, node);
            case FieldType.Union union -> wrongContainer(field, path, node);
            case FieldType.Text text -> scalar(field, path, node);
            case FieldType.Int number -> scalar(field, path, node);
            case FieldType.Bool bool -> scalar(field, path, node);
            case FieldType.Choice choice -> scalar(field, path, node);
        };
    }

    private Optional<Bound> scalar(Field field, YamlPath path, YNode node) {
        return scalars.check(field, path, node).map(v -> new Bound.Scalar(path, v, true));
    }

    private Optional<Bound> wrongContainer(Field field, YamlPath path, YNode node) {
        findings.add(WrongTypes.container(field, path, node));
        return Optional.empty();
    }

    private Bound items(Field field, YamlPath path, YNode.YSeq seq) {
        Field item = schema.item(field);
        var items = new ArrayList<Bound>();
        for (int i = 0; i < seq.items().size(); i++) {
            check(item, path.index(i), seq.items().get(i)).ifPresent(items::add);
        }
        return new Bound.Items(path, items, items.size() == seq.items().size());
    }

    private Bound entries(Field field, FieldType.MapOf type, YamlPath path, YNode.YMap map) {
        Field entry = schema.item(field);
        var entries = new LinkedHashMap<String, Bound>();
        Set<String> present = keys(map.entries());
        for (YNode.Entry e : firsts(map.entries())) {
            String key = e.key().value();
            YamlPath at = path.key(key);
            if (!type.key().shape().matches(key)) {
                findings.add(ScalarChecker.badKey(type.key(), at, key));
            }
            Optional<Bound> bound = check(entry, at, e.value());
            if (type.key().shape().matches(key)) {
                bound.ifPresent(b -> entries.put(key, b));
            }
        }
        return new Bound.Fields(path, entries, without(present, entries));
    }

    private Bound mapping(
            Field field, FieldType.Mapping type, YamlPath path, List<YNode.Entry> entries) {
        List<Field> children = schema.children(field);
        int before = findings.size();
        SequencedMap<String, Bound> bound = known(children, path, entries);
        Set<String> present = keys(entries);
        List<Finding> inside = List.copyOf(findings.subList(before, findings.size()));
        missingKeys.required(children, present, path, inside);
        for (FieldType.KeyGroup group : type.groups()) {
            missingKeys.group(group, present, path);
        }
        defaults.fill(children, present, path, bound);
        return new Bound.Fields(path, bound, without(present, bound));
    }

    private Optional<Bound> union(
            Field field, FieldType.Union type, YamlPath path, YNode.YMap map) {
        Set<String> present = keys(map.entries());
        List<String> kinds =
                type.variants().stream()
                        .map(FieldType.Variant::key)
                        .filter(present::contains)
                        .toList();
        if (kinds.isEmpty()) {
            findings.add(unknownKeys.kind(field, type, path, map));
            return Optional.empty();
        }
        for (String extra : kinds.subList(1, kinds.size())) {
            findings.add(
                    Finding.atKey(
                            path.key(extra),
                            DiagnosticCode.CONFLICTING_KEYS,
                            "`" + extra + "` and `" + kinds.getFirst() + "` are two checks",
                            "Give each its own item of the list."));
        }
        String kind = kinds.getFirst();
        List<Field> children = schema.children(field, kind);
        List<YNode.Entry> entries =
                map.entries().stream()
                        .filter(e -> !kinds.contains(e.key().value()) || isKey(e, kind))
                        .toList();
        SequencedMap<String, Bound> bound = known(children, path, entries);
        defaults.fill(children, present, path, bound);
        return Optional.of(new Bound.Fields(path, bound, without(present, bound)));
    }

    private static boolean isKey(YNode.Entry entry, String key) {
        return entry.key().value().equals(key);
    }

    private SequencedMap<String, Bound> known(
            List<Field> children, YamlPath path, List<YNode.Entry> entries) {
        var bound = new LinkedHashMap<String, Bound>();
        Set<String> present = keys(entries);
        for (YNode.Entry e : firsts(entries)) {
            String key = e.key().value();
            Optional<Field> child = children.stream().filter(f -> f.key().equals(key)).findFirst();
            if (child.isPresent()) {
                check(child.get(), path.key(key), e.value()).ifPresent(b -> bound.put(key, b));
            } else {
                findings.add(unknownKeys.key(children, path, e, present));
            }
        }
        return bound;
    }

    private static Set<String> without(Set<String> present, SequencedMap<String, Bound> right) {
        var wrong = new HashSet<>(present);
        wrong.removeAll(right.keySet());
        return wrong;
    }

    private static Set<String> keys(List<YNode.Entry> entries) {
        return entries.stream().map(e -> e.key().value()).collect(Collectors.toSet());
    }

    /** Duplicate keys are the parser's finding; the first entry counts. */
    private static List<YNode.Entry> firsts(List<YNode.Entry> entries) {
        var seen = new HashSet<String>();
        return entries.stream().filter(e -> seen.add(e.key().value())).toList();
    }
}

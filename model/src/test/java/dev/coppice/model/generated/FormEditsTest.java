package dev.coppice.model.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.bind.StructureChecker;
import dev.coppice.model.examples.Example;
import dev.coppice.model.examples.Examples;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.EditHistory;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.yaml.ParsedYaml;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPatcher;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What the form does to a text: every single value is set to another one, set where it is missing
 * and removed, in the examples and in generated specs.
 */
class FormEditsTest {

    private static final int SPECS = 500;
    private static final long SEED = 20261124;

    private final SpecSchema schema = new SpecSchema();
    private final YamlParser parser = new YamlParser();
    private final YamlPatcher patcher = new YamlPatcher(schema::keysOf);
    private final Random random = new Random(SEED);
    private final SpecGenerator generator = new SpecGenerator(schema, random);
    private int edits;

    /** A single value of the form. */
    private record Slot(Field field, YamlPath path, boolean present) {}

    private List<String> texts() {
        var texts = new ArrayList<String>();
        new Examples().all().stream().map(Example::spec).forEach(texts::add);
        for (int i = 0; i < SPECS; i++) {
            texts.add(generator.text());
        }
        return texts;
    }

    @Test
    void generatedSpecsHaveTheStructureOfTheTable() {
        for (String text : texts()) {
            ParsedYaml parsed = parser.parse(new SpecText(text));
            assertThat(parsed.problems()).as(text).isEmpty();
            assertThat(StructureChecker.check(schema, parsed.root()).findings()).as(text).isEmpty();
        }
    }

    @Test
    void eachEditTouchesItsOwnCharactersOnly() {
        for (String content : texts()) {
            var text = new SpecText(content);
            YNode root = parser.parse(text).root().orElseThrow();
            for (Slot slot : slots(root)) {
                YamlValue value = generator.value(slot.field());
                check(text, root, slot, new YamlOp.Set(slot.path(), value));
                if (slot.present()) {
                    check(text, root, slot, new YamlOp.Remove(slot.path()));
                }
            }
        }
        assertThat(edits).isGreaterThan(25_000);
    }

    @Test
    void undoingEverythingGivesTheExactText() {
        for (String content : texts()) {
            var history = new EditHistory(new SpecText(content));
            for (int i = 0; i < 12; i++) {
                YNode root = parser.parse(history.text()).root().orElseThrow();
                List<Slot> slots = slots(root);
                Slot slot = slots.get(random.nextInt(slots.size()));
                YamlOp op =
                        slot.present() && random.nextBoolean()
                                ? new YamlOp.Remove(slot.path())
                                : new YamlOp.Set(slot.path(), generator.value(slot.field()));
                history.apply(patched(history.text(), op));
                history.seal();
            }
            while (history.undoLabel().isPresent()) {
                history.undo();
            }
            assertThat(history.text().content()).isEqualTo(content);
        }
    }

    private EditBatch patched(SpecText text, YamlOp op) {
        PatchResult result = patcher.patch(text, "Edit", List.of(op));
        assertThat(result).as("%s%n%s", op, text).isInstanceOf(PatchResult.Patched.class);
        return ((PatchResult.Patched) result).batch();
    }

    private void check(SpecText text, YNode root, Slot slot, YamlOp op) {
        edits++;
        EditBatch batch = patched(text, op);
        SpecText after = text.apply(batch);
        String what = op + "\n" + text.content() + "\n---- became ----\n" + after.content();
        YNode now = parser.parse(after).root().orElseThrow();
        var untouched = new Untouched(text.content(), after.content(), slot.path());
        untouched.check(root, now, YamlPath.ROOT, what);
        if (op instanceof YamlOp.Set set) {
            YNode node = now.at(slot.path()).orElseThrow();
            assertThat(((YNode.YScalar) node).value()).as(what).isEqualTo(shown(set.value()));
            untouched.comments(what);
        } else if (slot.path().steps().getLast() instanceof YamlPath.Key) {
            assertThat(now.at(slot.path())).as(what).isEmpty();
        }
        if (slot.present() && op instanceof YamlOp.Set) {
            YNode node = root.at(slot.path()).orElseThrow();
            for (TextEdit edit : batch.edits()) {
                // A comment behind a value stays on the line where a block of lines begins.
                int last = Math.max(node.range().end(), lineEnd(text, node.range().start()));
                assertThat(edit.range().start()).as(what).isBetween(node.range().start(), last);
                assertThat(edit.range().end()).as(what).isLessThanOrEqualTo(last);
            }
        }
    }

    private static int lineEnd(SpecText text, int offset) {
        int end = text.content().indexOf('\n', offset);
        return end < 0 ? text.content().length() : end;
    }

    private static String shown(YamlValue value) {
        return switch (value) {
            case YamlValue.Text text -> text.value();
            case YamlValue.Int number -> Long.toString(number.value());
            case YamlValue.Bool bool -> Boolean.toString(bool.value());
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    private List<Slot> slots(YNode root) {
        var slots = new ArrayList<Slot>();
        collect(schema.root(), YamlPath.ROOT, root, slots);
        return slots;
    }

    private void collect(Field field, YamlPath path, YNode node, List<Slot> slots) {
        switch (field.type()) {
            case FieldType.Mapping mapping -> children(schema.children(field), path, node, slots);
            case FieldType.Union union -> {
                YNode.YMap map = (YNode.YMap) node;
                union.variants().stream()
                        .map(FieldType.Variant::key)
                        .filter(key -> map.get(key).isPresent())
                        .findFirst()
                        .ifPresent(
                                kind -> children(schema.children(field, kind), path, node, slots));
            }
            case FieldType.ListOf list when node instanceof YNode.YSeq seq -> {
                for (int i = 0; i < seq.items().size(); i++) {
                    collect(schema.item(field), path.index(i), seq.items().get(i), slots);
                }
            }
            case FieldType.MapOf map when node instanceof YNode.YMap entries ->
                    entries.entries()
                            .forEach(
                                    e ->
                                            collect(
                                                    schema.item(field),
                                                    path.key(e.key().value()),
                                                    e.value(),
                                                    slots));
            case FieldType.ListOf list -> {}
            case FieldType.MapOf map -> {}
            case FieldType.Raw raw -> {}
            default -> slots.add(new Slot(field, path, true));
        }
    }

    private void children(List<Field> fields, YamlPath path, YNode node, List<Slot> slots) {
        for (Field child : fields) {
            YNode value = node instanceof YNode.YMap map ? map.get(child.key()).orElse(null) : null;
            if (value != null) {
                collect(child, path.key(child.key()), value, slots);
            } else if (single(child)) {
                slots.add(new Slot(child, path.key(child.key()), false));
            }
        }
    }

    private static boolean single(Field field) {
        return field.type() instanceof FieldType.Text
                || field.type() instanceof FieldType.Int
                || field.type() instanceof FieldType.Bool
                || field.type() instanceof FieldType.Choice;
    }
}

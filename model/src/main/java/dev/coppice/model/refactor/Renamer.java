package dev.coppice.model.refactor;

import dev.coppice.model.refactor.Renameable.Kind;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.LineIndex;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.ParsedYaml;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPatcher;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Gives a user, group, unit, timer or container another name everywhere in a spec at once: where it
 * is declared, where other fields refer to it, and in paths and unit files that follow from it.
 */
public final class Renamer {

    private final SpecSchema schema;
    private final YamlPatcher patcher;
    private final YamlParser parser = new YamlParser();

    /**
     * @param patcher what writes the changes
     */
    public Renamer(SpecSchema schema, YamlPatcher patcher) {
        this.schema = schema;
        this.patcher = patcher;
    }

    /**
     * What the name at a path stands for: the declared name itself, or a reference to it such as
     * {@code files[2].owner}. Anywhere else in the record of a user, unit, timer or container, that
     * record.
     */
    public Optional<Renameable> at(YNode root, YamlPath path) {
        return NamedThings.at(root, path);
    }

    /** Gives something another name wherever the spec uses it. */
    public RefactorResult rename(SpecText text, Renameable what, String newName) {
        ParsedYaml parsed = parser.parse(text);
        if (!parsed.complete() || parsed.root().isEmpty()) {
            return new RefactorResult.Refused(
                    "The text has errors that must be mended by hand first.");
        }
        YNode root = parsed.root().get();
        String name = fullName(what, newName.strip());
        Optional<String> objection = objection(root, what, name);
        if (objection.isPresent()) {
            return new RefactorResult.Refused(objection.get());
        }
        var uses = new Uses(root);
        switch (what.kind()) {
            case USER -> new AccountUses(root).user(what.name(), name, uses);
            case GROUP -> new AccountUses(root).group(what.name(), name, uses);
            case UNIT -> UnitUses.unit(what.name(), name, uses);
            case TIMER -> UnitUses.timer(what.name(), name, uses);
            case CONTAINER -> UnitUses.container(what.name(), name, uses);
        }
        if (uses.found().isEmpty()) {
            return new RefactorResult.Refused(
                    "There is no %s \"%s\" in the spec."
                            .formatted(what.kind().noun(), what.name()));
        }
        return write(text, what, name, uses);
    }

    private RefactorResult write(SpecText text, Renameable what, String name, Uses uses) {
        String label =
                "Rename %s \"%s\" to \"%s\"".formatted(what.kind().noun(), what.name(), name);
        return switch (patcher.patch(text, label, ops(uses.found()))) {
            case PatchResult.Refused refused -> new RefactorResult.Refused(refused.reason());
            case PatchResult.Patched(EditBatch batch) ->
                    new RefactorResult.Changed(
                            batch,
                            effects(text, uses.found()),
                            uses.mentions(new Words(what.name())));
        };
    }

    /** Values first: their paths may lead through keys that change. */
    private static List<YamlOp> ops(List<Uses.Use> uses) {
        var ops = new ArrayList<YamlOp>();
        for (Uses.Use use : uses) {
            if (!use.isKey()) {
                ops.add(new YamlOp.Set(use.path(), new YamlValue.Text(use.after())));
            }
        }
        for (Uses.Use use : uses) {
            if (use.isKey()) {
                ops.add(new YamlOp.Rename(use.path(), use.after()));
            }
        }
        return ops;
    }

    private static List<Effect> effects(SpecText text, List<Uses.Use> uses) {
        var lines = new LineIndex(text);
        var effects = new ArrayList<Effect>();
        for (Uses.Use use : uses) {
            List<String> before = use.before().lines().toList();
            List<String> after = use.after().lines().toList();
            for (int i = 0; i < before.size(); i++) {
                if (!before.get(i).equals(after.get(i))) {
                    effects.add(
                            new Effect(
                                    use.path(),
                                    lines.positionAt(use.node().range().start()),
                                    before.get(i).strip(),
                                    after.get(i).strip()));
                }
            }
        }
        effects.sort(Comparator.comparing(Effect::start));
        return effects;
    }

    /** A unit keeps its type when the new name says none. */
    private static String fullName(Renameable what, String name) {
        boolean needsSuffix = what.kind() == Kind.UNIT && UnitNames.suffix(name).isEmpty();
        return needsSuffix && !name.isEmpty() ? name + "." + UnitNames.suffix(what.name()) : name;
    }

    private Optional<String> objection(YNode root, Renameable what, String name) {
        Kind kind = what.kind();
        if (name.equals(what.name())) {
            return Optional.of("That is its name already.");
        }
        if (kind == Kind.USER && what.name().equals("root")) {
            return Optional.of("root is an account of the system and keeps its name.");
        }
        Optional<String> shape =
                schema.find(kind.field())
                        .filter(field -> field.type() instanceof FieldType.Text)
                        .map(field -> ((FieldType.Text) field.type()).shape())
                        .filter(s -> !s.matches(name))
                        .map(s -> "\"" + name + "\" is not " + s.noun() + ". " + s.help());
        if (shape.isPresent()) {
            return shape;
        }
        boolean taken =
                Places.of(root, kind.field()).stream()
                        .anyMatch(p -> p.node() instanceof YScalar s && s.value().equals(name));
        return taken
                ? Optional.of("There is a %s \"%s\" already.".formatted(kind.noun(), name))
                : Optional.empty();
    }
}

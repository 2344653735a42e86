package dev.coppice.model.explain;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.SpecBinder;
import dev.coppice.model.bind.StructureChecker;
import dev.coppice.model.explain.Explanation.Counterpart;
import dev.coppice.model.include.Composition;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.ParsedYaml;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPatcher;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same spec without one of its fields: what that makes is the difference. */
final class Counterparts {

    private final SpecSchema schema;
    private final YamlParser parser = new YamlParser();
    private final YamlPatcher patcher = new YamlPatcher();
    private final SpecBinder binder = new SpecBinder();

    Counterparts(SpecSchema schema) {
        this.schema = schema;
    }

    /** Goes up from a field that a record must have to the record, until something can go. */
    Optional<Counterpart> of(Analysis analysis, YamlPath path) {
        for (YamlPath up = path; !up.steps().isEmpty(); up = up.parent()) {
            Optional<SystemSpec> spec = without(analysis, up);
            if (spec.isPresent()) {
                return Optional.of(new Counterpart(spec.get(), up));
            }
        }
        return Optional.empty();
    }

    private Optional<SystemSpec> without(Analysis analysis, YamlPath path) {
        var remove = new YamlOp.Remove(path);
        return patcher.patch(analysis.text(), "", List.of(remove))
                        instanceof PatchResult.Patched patched
                ? spec(analysis.text().apply(patched.batch()), analysis.inheritance().contents())
                : Optional.empty();
    }

    /** Rules have no say: a member of a group may stay while the group goes. */
    private Optional<SystemSpec> spec(SpecText text, Map<String, String> included) {
        ParsedYaml parsed = parser.parse(text);
        if (!parsed.problems().isEmpty()) {
            return Optional.empty();
        }
        Composition whole =
                Composition.of(
                        schema, text, parsed, path -> Optional.ofNullable(included.get(path)));
        StructureChecker.Result checked = StructureChecker.check(schema, whole.tree());
        return checked.findings().isEmpty()
                ? Optional.of(binder.bind(checked.root(), List.copyOf(included.keySet())))
                : Optional.empty();
    }
}

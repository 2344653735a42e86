package dev.coppice.model.explain;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.Optional;

/** Explains the field at a place of a spec. Pure, and made anew for each place. */
public final class Explainer {

    private final SpecSchema schema;
    private final Counterparts counterparts;

    public Explainer(SpecSchema schema) {
        this.schema = schema;
        this.counterparts = new Counterparts(schema);
    }

    /** What is to say; empty at the root, and where no field stands. */
    public Optional<Explanation> of(YamlPath place, Analysis analysis) {
        YamlPath path = place;
        Optional<Field> field = schema.at(path, analysis.tree());
        while (field.isEmpty() && !path.steps().isEmpty()) {
            path = path.parent();
            field = schema.at(path, analysis.tree());
        }
        if (path.steps().isEmpty()) {
            return Optional.empty();
        }
        Optional<YNode> node = at(analysis, path);
        var proofs = new Proofs(analysis.tree(), path);
        Optional<Proof> proof = proofs.of(field.get());
        return Optional.of(
                new Explanation(
                        path,
                        field.get(),
                        node.isPresent(),
                        analysis.inheritance().at(path),
                        proof,
                        proof.isPresent() ? "" : proofs.silence(field.get()),
                        node.isPresent() ? counterparts.of(analysis, path) : Optional.empty()));
    }

    private static Optional<YNode> at(Analysis analysis, YamlPath path) {
        return analysis.tree().flatMap(tree -> tree.at(path));
    }
}

package dev.coppice.app.compose.explain;

import dev.coppice.model.explain.Explanation;
import dev.coppice.runner.build.debian.FieldEffects;

import java.util.List;
import java.util.Optional;

/**
 * What the pane shows of a field.
 *
 * @param explanation what the model says
 * @param effects what it makes in the image; empty while that cannot be told
 * @param silence why it cannot be told, for people; empty when it can
 * @param targets what other systems make of it
 */
public record Explained(
        Explanation explanation,
        Optional<FieldEffects> effects,
        String silence,
        List<InTarget> targets) {}

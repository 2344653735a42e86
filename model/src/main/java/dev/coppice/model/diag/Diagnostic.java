package dev.coppice.model.diag;

import dev.coppice.model.text.Position;
import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/**
 * A finding in a spec.
 *
 * @param code stable short name, {@code unknown-key}
 * @param severity how bad
 * @param path where by meaning
 * @param range where in the text; never outside of it
 * @param start the place of {@code range.start()}
 * @param message what is wrong
 * @param help what to do next
 * @param fixes changes that mend it, the best first; may be empty
 */
public record Diagnostic(
        String code,
        Severity severity,
        YamlPath path,
        TextRange range,
        Position start,
        String message,
        String help,
        List<Fix> fixes) {

    public Diagnostic {
        fixes = List.copyOf(fixes);
    }
}

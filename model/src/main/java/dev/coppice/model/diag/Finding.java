package dev.coppice.model.diag;

import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/**
 * A finding before it has a position: rules know paths, not offsets.
 *
 * @param code what was found
 * @param path where by meaning; the node need not exist
 * @param anchor which end of an entry is meant
 * @param message what is wrong
 * @param help what to do next
 * @param fixes changes that mend it, the best first
 */
public record Finding(
        DiagnosticCode code,
        YamlPath path,
        Anchor anchor,
        String message,
        String help,
        List<Fix> fixes) {

    public Finding {
        fixes = List.copyOf(fixes);
    }

    /** Which end of an entry a finding points at. */
    public enum Anchor {
        KEY,
        VALUE
    }

    /** A finding about a value. */
    public static Finding at(
            YamlPath path, DiagnosticCode code, String message, String help, Fix... fixes) {
        return new Finding(code, path, Anchor.VALUE, message, help, List.of(fixes));
    }

    /** A finding about a key. */
    public static Finding atKey(
            YamlPath path, DiagnosticCode code, String message, String help, Fix... fixes) {
        return new Finding(code, path, Anchor.KEY, message, help, List.of(fixes));
    }
}

package dev.coppice.model.diag;

import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;

/**
 * A finding before it has a position: rules know paths, not offsets.
 *
 * @param code what was found
 * @param path where by meaning; the node need not exist
 * @param anchor which end of an entry is meant
 * @param spot which part of the value is meant; all of it when empty
 * @param message what is wrong
 * @param help what to do next
 * @param fixes changes that mend it, the best first
 */
public record Finding(
        DiagnosticCode code,
        YamlPath path,
        Anchor anchor,
        Optional<Spot> spot,
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

    /**
     * A part of a text on one of its lines.
     *
     * @param line the line within the value, from 0
     * @param start the first character within the line, from 0
     * @param end the character behind the last one
     */
    public record Spot(int line, int start, int end) {}

    /** A finding about a value. */
    public static Finding at(
            YamlPath path, DiagnosticCode code, String message, String help, Fix... fixes) {
        return new Finding(
                code, path, Anchor.VALUE, Optional.empty(), message, help, List.of(fixes));
    }

    /** A finding about a key. */
    public static Finding atKey(
            YamlPath path, DiagnosticCode code, String message, String help, Fix... fixes) {
        return new Finding(code, path, Anchor.KEY, Optional.empty(), message, help, List.of(fixes));
    }

    /** A finding about a part of a text. */
    public static Finding within(
            YamlPath path,
            Spot spot,
            DiagnosticCode code,
            String message,
            String help,
            List<Fix> fixes) {
        return new Finding(code, path, Anchor.VALUE, Optional.of(spot), message, help, fixes);
    }
}

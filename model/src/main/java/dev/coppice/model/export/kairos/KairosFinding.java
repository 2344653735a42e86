package dev.coppice.model.export.kairos;

import dev.coppice.model.diag.Fix;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.yaml.YamlPath;

import java.util.Optional;
import java.util.Set;

/**
 * Something in a cloud-config that Kairos would take without a word and not do.
 *
 * @param code stable short name, {@code kairos-unknown-key}
 * @param severity an error where settings are lost, a warning where one has no effect, else a note
 * @param path where in the cloud-config
 * @param message what happens
 * @param help what to do
 * @param fix a change that mends it, its paths those of the cloud-config
 */
public record KairosFinding(
        String code,
        Severity severity,
        YamlPath path,
        String message,
        String help,
        Optional<Fix> fix) {

    private static final Set<String> ABOUT_KEYS =
            Set.of("kairos-unknown-key", "kairos-unknown-stage", "kairos-sysctl-dots");

    /** One that nothing mends by itself. */
    KairosFinding(String code, Severity severity, YamlPath path, String message, String help) {
        this(code, severity, path, message, help, Optional.empty());
    }

    /** Whether the key is meant, and not its value. */
    public boolean aboutKey() {
        return ABOUT_KEYS.contains(code);
    }
}

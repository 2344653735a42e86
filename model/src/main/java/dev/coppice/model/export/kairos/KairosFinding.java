package dev.coppice.model.export.kairos;

import dev.coppice.model.diag.Severity;
import dev.coppice.model.yaml.YamlPath;

import java.util.Optional;

/**
 * Something in a cloud-config that Kairos would take without a word and not do.
 *
 * @param code stable short name, {@code kairos-unknown-key}
 * @param severity an error where settings are lost, a warning where one has no effect
 * @param path where in the cloud-config
 * @param message what happens
 * @param help what to do
 * @param instead the key to write instead, when one is near
 */
public record KairosFinding(
        String code,
        Severity severity,
        YamlPath path,
        String message,
        String help,
        Optional<String> instead) {

    KairosFinding(String code, Severity severity, YamlPath path, String message, String help) {
        this(code, severity, path, message, help, Optional.empty());
    }

    /** Whether the key is meant, and not its value. */
    public boolean aboutKey() {
        return code.equals("kairos-unknown-key") || code.equals("kairos-unknown-stage");
    }
}

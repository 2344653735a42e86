package dev.coppice.model.export.kairos;

import dev.coppice.model.diag.Severity;
import dev.coppice.model.yaml.YamlPath;

/**
 * Something in a cloud-config that Kairos would take without a word and not do.
 *
 * @param code stable short name, {@code kairos-unknown-key}
 * @param severity an error where settings are lost, a warning where one has no effect
 * @param path where in the cloud-config
 * @param message what happens
 * @param help what to do
 */
public record KairosFinding(
        String code, Severity severity, YamlPath path, String message, String help) {}

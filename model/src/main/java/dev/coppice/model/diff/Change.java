package dev.coppice.model.diff;

import dev.coppice.model.yaml.YamlPath;

/**
 * One difference between two specs, by meaning: users by name, files by path, never by index.
 *
 * @param kind added, removed or changed
 * @param section the top-level field, {@code users}
 * @param label what it is for people, {@code user alice: shell}
 * @param before the old value as text, empty when added
 * @param after the new value as text, empty when removed
 * @param path where it stands in the later spec, or in the earlier one when removed
 */
public record Change(
        Kind kind, String section, String label, String before, String after, YamlPath path) {

    /** What happened to a thing. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}

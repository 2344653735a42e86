package dev.coppice.model.nixos;

import dev.coppice.model.yaml.YamlPath;

import java.util.Optional;

/**
 * What is wrong with a raw setting.
 *
 * @param path where it stands
 * @param kind what kind of mistake it is
 * @param message what is wrong
 * @param help what to do
 * @param instead the name to write instead, when one is near
 */
public record OptionFinding(
        YamlPath path, Kind kind, String message, String help, Optional<String> instead) {

    /** Kinds of mistakes. */
    public enum Kind {
        /** NixOS has no such option. */
        UNKNOWN,
        /** The option has a new name. */
        RENAMED,
        /** The option is gone. */
        REMOVED,
        /** The value is of another type. */
        WRONG_TYPE,
        /** A configuration cannot set it. */
        READ_ONLY,
        /** NixOS accepts any key here, but the program that reads it does not know this one. */
        UNKNOWN_KEY
    }
}

package dev.coppice.model.nixos;

import java.util.List;

/**
 * What an option takes, as far as the words of the option table tell; {@link Anything} where they
 * do not.
 */
public sealed interface NixType {

    /** Not known, or really anything. */
    record Anything() implements NixType {}

    /** True or false. */
    record Bool() implements NixType {}

    /** A whole number from the least to the most, both included. */
    record Whole(long least, long most) implements NixType {}

    /** A number with or without a fraction. */
    record Number() implements NixType {}

    /** A text. */
    record Text() implements NixType {}

    /** An absolute path. */
    record Path() implements NixType {}

    /** A package, which only an expression of Nix can name. */
    record Derivation() implements NixType {}

    /** One of a few texts. */
    record OneOf(List<String> values) implements NixType {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** Nothing, written as {@code null}. */
    record Nothing() implements NixType {}

    /** A list. */
    record Items(NixType item) implements NixType {}

    /** A set with names of one's own. */
    record Entries(NixType value) implements NixType {}

    /** A set with options of its own, and others too when it is open. */
    record Submodule(boolean open) implements NixType {}

    /** What either of two takes. */
    record Either(NixType one, NixType other) implements NixType {}
}

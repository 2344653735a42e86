package dev.coppice.model.nix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What an expression comes to, as far as it can be worked out without Nix. */
public sealed interface NixData {

    /** A string. */
    record Text(String text) implements NixData {}

    /** A whole number. */
    record Int(long number) implements NixData {}

    /** A number with a fraction, as it is written. */
    record Decimal(String text) implements NixData {}

    /** True or false. */
    record Bool(boolean value) implements NixData {}

    /** Nothing. */
    record Null() implements NixData {}

    /** A path as it is written: {@code ./hardware-configuration.nix}. */
    record PathTo(String path) implements NixData {}

    /** The text of a file. */
    record ContentOf(String path) implements NixData {}

    /** A list. */
    record Items(List<Placed> items) implements NixData {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * A set of attributes.
     *
     * @param loose attributes whose names could not be worked out
     */
    record Attrs(SequencedMap<String, Placed> entries, List<Placed> loose) implements NixData {
        public Attrs {
            entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
            loose = List.copyOf(loose);
        }
    }

    /** Something of nixpkgs that is called by its name: {@code pkgs.vim}. */
    record Symbol(List<String> path) implements NixData {
        public Symbol {
            path = List.copyOf(path);
        }
    }

    /** A condition does not hold: it is as if it did not stand there. */
    record Absent() implements NixData {}

    /**
     * It needs Nix.
     *
     * @param why a sentence
     */
    record Unknown(String why) implements NixData {}

    /**
     * A value and where it stands.
     *
     * @param file the file, as the first one names it; empty for the first one itself
     * @param start offset in its file
     * @param end offset behind it
     * @param rank which of two values stands: the lower one, 100 unless it says otherwise
     */
    record Placed(NixData data, String file, int start, int end, int rank) {

        /** The same with another value. */
        public Placed with(NixData other) {
            return new Placed(other, file, start, end, rank);
        }

        Placed ranked(int other) {
            return new Placed(data, file, start, end, other);
        }
    }

    /** Whether there is nothing in it that needs Nix, and no names of nixpkgs. */
    default boolean isLiteral() {
        return switch (this) {
            case Text _, Int _, Decimal _, Bool _, Null _, Absent _ -> true;
            case PathTo _, ContentOf _, Symbol _, Unknown _ -> false;
            case Items list -> list.items().stream().allMatch(each -> each.data().isLiteral());
            case Attrs attrs ->
                    attrs.loose().isEmpty()
                            && attrs.entries().values().stream()
                                    .allMatch(each -> each.data().isLiteral());
        };
    }
}

package dev.coppice.model.nix;

import java.util.List;

/**
 * A word of the language.
 *
 * @param kind what it is
 * @param text its characters; of a number, name, path or symbol
 * @param start where it begins in the text
 * @param end where it ends, exclusive
 * @param pieces what a string is made of; empty for anything else
 */
record NixToken(Kind kind, String text, int start, int end, List<Piece> pieces) {

    NixToken {
        pieces = List.copyOf(pieces);
    }

    /** Kinds of words. */
    enum Kind {
        NAME,
        INT,
        FLOAT,
        STRING,
        PATH,
        SEARCH_PATH,
        SYMBOL,
        /** What is no word of the language, or a string without an end. */
        BROKEN,
        END
    }

    /** A part of a string. */
    sealed interface Piece {

        /**
         * Characters.
         *
         * @param plain whether they stand so in the text; blanks of plain characters are
         *     indentation
         */
        record Chars(String text, boolean plain) implements Piece {}

        /** An expression between {@code ${} and {@code }}. */
        record Inner(List<NixToken> tokens) implements Piece {
            public Inner {
                tokens = List.copyOf(tokens);
            }
        }
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }
}

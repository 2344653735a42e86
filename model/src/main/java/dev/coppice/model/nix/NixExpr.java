package dev.coppice.model.nix;

import java.util.List;
import java.util.Optional;

/** An expression of the Nix language, with the place where it stands. */
public sealed interface NixExpr {

    /** Where it begins in the text. */
    int start();

    /** Where it ends, exclusive. */
    int end();

    /** A string. */
    record Text(List<Part> parts, int start, int end) implements NixExpr {
        public Text {
            parts = List.copyOf(parts);
        }
    }

    /** A part of a string or of an attribute path. */
    sealed interface Part {

        /** Characters. */
        record Chars(String text) implements Part {}

        /** The value of an expression. */
        record Inner(NixExpr expression) implements Part {}
    }

    /** A whole number. */
    record Int(long number, int start, int end) implements NixExpr {}

    /** A number with a fraction, as it is written. */
    record Decimal(String text, int start, int end) implements NixExpr {}

    /** A path, or one that is searched for: {@code <nixpkgs>}. */
    record PathTo(String path, int start, int end) implements NixExpr {}

    /** A name. */
    record Name(String name, int start, int end) implements NixExpr {}

    /** A list. */
    record Items(List<NixExpr> items, int start, int end) implements NixExpr {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A set of attributes. */
    record Attrs(boolean recursive, List<Binding> bindings, int start, int end) implements NixExpr {
        public Attrs {
            bindings = List.copyOf(bindings);
        }
    }

    /** Something that gives attributes or names a value. */
    sealed interface Binding {

        /** Where it begins in the text. */
        int start();

        /** {@code a.b = value;}. */
        record Set(List<Part> path, NixExpr value, int start) implements Binding {
            public Set {
                path = List.copyOf(path);
            }
        }

        /** {@code inherit a b;} or {@code inherit (from) a b;}. */
        record Inherit(Optional<NixExpr> from, List<String> names, int start) implements Binding {
            public Inherit {
                names = List.copyOf(names);
            }
        }
    }

    /** {@code of.path or otherwise}. */
    record Select(NixExpr of, List<Part> path, Optional<NixExpr> otherwise, int start, int end)
            implements NixExpr {
        public Select {
            path = List.copyOf(path);
        }
    }

    /** {@code of ? path}. */
    record Has(NixExpr of, List<Part> path, int start, int end) implements NixExpr {
        public Has {
            path = List.copyOf(path);
        }
    }

    /** {@code function argument}. */
    record Apply(NixExpr function, NixExpr argument, int start, int end) implements NixExpr {}

    /**
     * A function.
     *
     * @param parameters the names that it takes
     */
    record Lambda(List<String> parameters, NixExpr body, int start, int end) implements NixExpr {
        public Lambda {
            parameters = List.copyOf(parameters);
        }
    }

    /** {@code let bindings in body}. */
    record Let(List<Binding> bindings, NixExpr body, int start, int end) implements NixExpr {
        public Let {
            bindings = List.copyOf(bindings);
        }
    }

    /** {@code with scope; body}. */
    record With(NixExpr scope, NixExpr body, int start, int end) implements NixExpr {}

    /** {@code assert condition; body}. */
    record Assert(NixExpr condition, NixExpr body, int start, int end) implements NixExpr {}

    /** {@code if condition then yes else no}. */
    record If(NixExpr condition, NixExpr yes, NixExpr no, int start, int end) implements NixExpr {}

    /** Two values and what is made of them. */
    record Operation(String operator, NixExpr left, NixExpr right, int start, int end)
            implements NixExpr {}

    /** {@code -value} or {@code !value}. */
    record Prefixed(String operator, NixExpr value, int start, int end) implements NixExpr {}

    /** A stretch of the text that could not be read. */
    record Unread(int start, int end) implements NixExpr {}
}

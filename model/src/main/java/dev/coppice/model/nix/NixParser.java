package dev.coppice.model.nix;

import dev.coppice.model.nix.NixExpr.Binding;
import dev.coppice.model.nix.NixExpr.Part;
import dev.coppice.model.nix.NixToken.Kind;
import dev.coppice.model.nix.NixToken.Piece;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the Nix language (the chapter "Language" of the Nix manual). Total: what it cannot read, it
 * steps over up to the end of the attribute, and says so with {@link NixExpr.Unread}.
 */
public final class NixParser {

    /** Expressions in expressions: more of them than anybody writes, fewer than the stack bears. */
    private static final int DEEPEST = 250;

    private static final int LONGEST_PATH = 50;

    private static final Set<String> KEYWORDS =
            Set.of("if", "then", "else", "let", "in", "rec", "inherit", "with", "assert");

    /** How strongly operators bind; weaker ones first. */
    private static final Map<String, Integer> STRENGTH =
            Map.ofEntries(
                    Map.entry("->", 1),
                    Map.entry("||", 2),
                    Map.entry("&&", 3),
                    Map.entry("==", 4),
                    Map.entry("!=", 4),
                    Map.entry("<", 5),
                    Map.entry(">", 5),
                    Map.entry("<=", 5),
                    Map.entry(">=", 5),
                    Map.entry("//", 6),
                    Map.entry("+", 8),
                    Map.entry("-", 8),
                    Map.entry("*", 9),
                    Map.entry("/", 9),
                    Map.entry("++", 10));

    private static final int NOT = 7;
    private static final Set<String> TO_THE_RIGHT = Set.of("->", "//", "++");

    private final List<NixToken> tokens;
    private int at;
    private int depth;

    private NixParser(List<NixToken> tokens, int depth) {
        this.tokens = tokens;
        this.depth = depth;
    }

    /**
     * A text as far as it could be read.
     *
     * @param whole the expression that it is
     * @param behind what stands behind the expression and could not be read
     */
    public record Parsed(NixExpr whole, Optional<NixExpr.Unread> behind) {}

    /** Reads a text. */
    public static Parsed parse(String text) {
        var parser = new NixParser(NixLexer.tokens(text), 0);
        NixExpr whole = parser.expression();
        NixToken next = parser.peek();
        return new Parsed(
                whole,
                next.kind() == Kind.END
                        ? Optional.empty()
                        : Optional.of(new NixExpr.Unread(next.start(), text.length())));
    }

    private NixToken peek() {
        return tokens.get(at);
    }

    private NixToken peek(int more) {
        return tokens.get(Math.min(at + more, tokens.size() - 1));
    }

    private NixToken take() {
        NixToken now = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return now;
    }

    private boolean took(String symbol) {
        boolean is = peek().is(symbol);
        if (is) {
            take();
        }
        return is;
    }

    private boolean tookName(String name) {
        boolean is = peek().isName(name);
        if (is) {
            take();
        }
        return is;
    }

    private int end() {
        return at == 0 ? 0 : tokens.get(at - 1).end();
    }

    private NixExpr unread() {
        return new NixExpr.Unread(peek().start(), peek().start());
    }

    private NixExpr expression() {
        if (depth >= DEEPEST) {
            return unread();
        }
        depth++;
        NixExpr expression = any();
        depth--;
        return expression;
    }

    private NixExpr any() {
        int start = peek().start();
        if (isLambda()) {
            return lambda(start);
        } else if (peek().isName("let") && !peek(1).is("{")) {
            take();
            List<Binding> bindings = bindings();
            return tookName("in")
                    ? new NixExpr.Let(bindings, expression(), start, end())
                    : unread();
        } else if (peek().isName("with") || peek().isName("assert")) {
            boolean with = take().text().equals("with");
            NixExpr first = expression();
            if (!took(";")) {
                return unread();
            }
            NixExpr body = expression();
            return with
                    ? new NixExpr.With(first, body, start, end())
                    : new NixExpr.Assert(first, body, start, end());
        } else if (tookName("if")) {
            NixExpr condition = expression();
            NixExpr yes = tookName("then") ? expression() : unread();
            NixExpr no = tookName("else") ? expression() : unread();
            return new NixExpr.If(condition, yes, no, start, end());
        }
        return operation(0);
    }

    /** {@code x:}, {@code { ... }:}, {@code x@{ ... }:} and {@code { ... }@x:}. */
    private boolean isLambda() {
        if (peek().kind() == Kind.NAME && !KEYWORDS.contains(peek().text())) {
            return peek(1).is(":") || peek(1).is("@") && peek(2).is("{");
        }
        if (!peek().is("{")) {
            return false;
        }
        if (peek(1).is("}")) {
            return peek(2).is(":") || peek(2).is("@");
        }
        return peek(1).is("...")
                || peek(1).kind() == Kind.NAME && (peek(2).is(",") || peek(2).is("?") || closes(2));
    }

    private boolean closes(int more) {
        return peek(more).is("}") && (peek(more + 1).is(":") || peek(more + 1).is("@"));
    }

    private NixExpr lambda(int start) {
        var names = new ArrayList<String>();
        if (peek().kind() == Kind.NAME) {
            names.add(take().text());
        }
        if (names.isEmpty() || took("@")) {
            take();
            while (!peek().is("}") && peek().kind() != Kind.END) {
                if (peek().kind() == Kind.NAME) {
                    names.add(take().text());
                    if (took("?")) {
                        int before = at;
                        expression();
                        at = Math.max(at, before);
                    }
                } else if (!took("...")) {
                    return unread();
                }
                if (!took(",") && !peek().is("}")) {
                    return unread();
                }
            }
            take();
        }
        if (took("@") && peek().kind() == Kind.NAME) {
            names.add(take().text());
        }
        return took(":") ? new NixExpr.Lambda(names, expression(), start, end()) : unread();
    }

    /** Operators by their strength. */
    private NixExpr operation(int weakest) {
        if (depth >= DEEPEST) {
            return unread();
        }
        depth++;
        int start = peek().start();
        NixExpr left;
        if (peek().is("!")) {
            take();
            left = new NixExpr.Prefixed("!", operation(NOT), start, end());
        } else if (peek().is("-")) {
            take();
            left = new NixExpr.Prefixed("-", operation(NOT + 4), start, end());
        } else {
            left = application();
        }
        while (true) {
            NixToken operator = peek();
            if (operator.is("?")) {
                take();
                left = new NixExpr.Has(left, path(), start, end());
                continue;
            }
            int strength =
                    operator.kind() == Kind.SYMBOL
                            ? STRENGTH.getOrDefault(operator.text(), -1)
                            : -1;
            if (strength < 0 || strength < weakest) {
                depth--;
                return left;
            }
            take();
            boolean right = TO_THE_RIGHT.contains(operator.text());
            NixExpr other = isPrefix() ? any() : operation(right ? strength : strength + 1);
            left = new NixExpr.Operation(operator.text(), left, other, start, end());
        }
    }

    /** A let, with or function may stand last behind an operator. */
    private boolean isPrefix() {
        return peek().isName("let")
                || peek().isName("with")
                || peek().isName("if")
                || peek().isName("assert")
                || isLambda();
    }

    private NixExpr application() {
        int start = peek().start();
        NixExpr function = selection();
        int before = -1;
        while (begins() && at > before) {
            before = at;
            NixExpr argument = selection();
            function = new NixExpr.Apply(function, argument, start, end());
        }
        return function;
    }

    /** Whether a simple expression begins here. */
    private boolean begins() {
        NixToken now = peek();
        return switch (now.kind()) {
            case INT, FLOAT, STRING, PATH, SEARCH_PATH -> true;
            case NAME -> !KEYWORDS.contains(now.text()) || now.text().equals("rec");
            case SYMBOL -> now.is("{") || now.is("[") || now.is("(");
            case BROKEN, END -> false;
        };
    }

    private NixExpr selection() {
        int start = peek().start();
        NixExpr of = simple();
        while (peek().is(".") && !(of instanceof NixExpr.Unread)) {
            take();
            List<Part> path = path();
            Optional<NixExpr> otherwise =
                    tookName("or") ? Optional.of(selection()) : Optional.empty();
            of = path.isEmpty() ? unread() : new NixExpr.Select(of, path, otherwise, start, end());
        }
        return of;
    }

    /** The names between dots; empty when there is none. */
    private List<Part> path() {
        var path = new ArrayList<Part>();
        do {
            Optional<Part> name = name();
            if (name.isEmpty()) {
                return List.of();
            }
            path.add(name.get());
        } while (took("."));
        return path.size() > LONGEST_PATH ? List.of() : path;
    }

    private Optional<Part> name() {
        NixToken now = peek();
        if (now.kind() == Kind.NAME) {
            return Optional.of(new Part.Chars(take().text()));
        } else if (now.kind() == Kind.STRING && now.text().isEmpty()) {
            take();
            List<Part> parts = parts(now);
            return Optional.of(
                    parts.isEmpty()
                            ? new Part.Chars("")
                            : parts.size() == 1
                                    ? parts.getFirst()
                                    : new Part.Inner(
                                            new NixExpr.Text(parts, now.start(), now.end())));
        } else if (took("${")) {
            NixExpr inner = expression();
            return took("}") ? Optional.of(new Part.Inner(inner)) : Optional.empty();
        }
        return Optional.empty();
    }

    private NixExpr simple() {
        if (depth >= DEEPEST) {
            return unread();
        }
        depth++;
        NixExpr simple = one();
        depth--;
        return simple;
    }

    private NixExpr one() {
        NixToken now = peek();
        int start = now.start();
        switch (now.kind()) {
            case INT -> {
                take();
                return now.text().length() > 18
                        ? new NixExpr.Unread(start, now.end())
                        : new NixExpr.Int(Long.parseLong(now.text()), start, now.end());
            }
            case FLOAT -> {
                take();
                return new NixExpr.Decimal(now.text(), start, now.end());
            }
            case STRING -> {
                take();
                return new NixExpr.Text(parts(now), start, now.end());
            }
            case PATH, SEARCH_PATH -> {
                take();
                return new NixExpr.PathTo(now.text(), start, now.end());
            }
            case NAME -> {
                if (now.text().equals("rec") && peek(1).is("{")) {
                    take();
                    take();
                    return attrs(true, start);
                } else if (KEYWORDS.contains(now.text())) {
                    return unread();
                }
                take();
                return new NixExpr.Name(now.text(), start, now.end());
            }
            case SYMBOL -> {
                return bracketed(start);
            }
            case BROKEN, END -> {
                return unread();
            }
        }
        return unread();
    }

    private NixExpr bracketed(int start) {
        if (took("{")) {
            return attrs(false, start);
        } else if (took("[")) {
            var items = new ArrayList<NixExpr>();
            int before = -1;
            while (begins() && at > before) {
                before = at;
                items.add(selection());
            }
            if (took("]")) {
                return new NixExpr.Items(items, start, end());
            }
            stepOver("]");
            took("]");
            items.add(new NixExpr.Unread(start, end()));
            return new NixExpr.Items(items, start, end());
        } else if (took("(")) {
            NixExpr inside = expression();
            if (took(")")) {
                return inside;
            }
            stepOver(")");
            took(")");
            return new NixExpr.Unread(start, end());
        }
        return unread();
    }

    private NixExpr attrs(boolean recursive, int start) {
        List<Binding> bindings = bindings();
        took("}");
        return new NixExpr.Attrs(recursive, bindings, start, end());
    }

    /** Up to a brace, {@code in} or the end. */
    private List<Binding> bindings() {
        var bindings = new ArrayList<Binding>();
        while (!peek().is("}") && !peek().isName("in") && peek().kind() != Kind.END) {
            bindings.add(binding());
        }
        return bindings;
    }

    private Binding binding() {
        int start = peek().start();
        if (tookName("inherit")) {
            Optional<NixExpr> from = Optional.empty();
            if (took("(")) {
                from = Optional.of(expression());
                took(")");
            }
            var names = new ArrayList<String>();
            while (peek().kind() == Kind.NAME || peek().kind() == Kind.STRING) {
                name().filter(Part.Chars.class::isInstance)
                        .ifPresent(name -> names.add(((Part.Chars) name).text()));
            }
            if (!took(";")) {
                stepOver(";");
                took(";");
            }
            return new Binding.Inherit(from, names, start);
        }
        List<Part> path = path();
        if (path.isEmpty() || !took("=")) {
            stepOver(";");
            took(";");
            // Whatever stands there: a word at least is stepped over.
            if (end() <= start) {
                take();
            }
            return new Binding.Set(path, new NixExpr.Unread(start, Math.max(start, end())), start);
        }
        int from = peek().start();
        NixExpr value = expression();
        if (took(";")) {
            return new Binding.Set(path, value, start);
        }
        stepOver(";");
        int to = Math.max(from, end());
        took(";");
        return new Binding.Set(path, new NixExpr.Unread(from, to), start);
    }

    /** Steps over words up to one outside of brackets that open here. */
    private void stepOver(String symbol) {
        int open = 0;
        while (peek().kind() != Kind.END) {
            NixToken now = peek();
            if (open == 0 && (now.is(symbol) || now.is("}"))) {
                return;
            }
            if (now.is("{") || now.is("[") || now.is("(") || now.is("${")) {
                open++;
            } else if (now.is("}") || now.is("]") || now.is(")")) {
                open = Math.max(0, open - 1);
            }
            take();
        }
    }

    private List<Part> parts(NixToken string) {
        var parts = new ArrayList<Part>();
        for (Piece piece : string.pieces()) {
            parts.add(
                    switch (piece) {
                        case Piece.Chars chars -> new Part.Chars(chars.text());
                        case Piece.Inner inner -> new Part.Inner(whole(inner.tokens()));
                    });
        }
        return parts;
    }

    private NixExpr whole(List<NixToken> inner) {
        var parser = new NixParser(inner, depth);
        NixExpr expression = parser.expression();
        return parser.peek().kind() == Kind.END
                ? expression
                : new NixExpr.Unread(inner.getFirst().start(), inner.getLast().end());
    }
}

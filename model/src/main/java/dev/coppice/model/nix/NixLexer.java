package dev.coppice.model.nix;

import dev.coppice.model.nix.NixToken.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Divides a text into the words of the Nix language (the chapter "Language" of the Nix manual).
 * Total: what is no word becomes a {@link Kind#BROKEN} one.
 */
final class NixLexer {

    /** Strings in strings in strings: nobody writes more of them. */
    private static final int DEEPEST = 40;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_'-]*");
    private static final Pattern FLOAT =
            Pattern.compile("(?:[1-9][0-9]*\\.[0-9]*|0?\\.[0-9]+)(?:[Ee][+-]?[0-9]+)?");
    private static final Pattern INT = Pattern.compile("[0-9]+");
    private static final Pattern PATH =
            Pattern.compile("(?:~|[A-Za-z0-9._+-]*)(?:/[A-Za-z0-9._+-]++)++/?");
    private static final Pattern SEARCH_PATH =
            Pattern.compile("<[A-Za-z0-9._+-]+(?:/[A-Za-z0-9._+-]++)*+>");
    private static final Pattern URI =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9%/?:@&=+$,_.!~*'-]+");
    private static final List<String> SYMBOLS =
            List.of(
                    "...", "${", "++", "//", "->", "==", "!=", "<=", ">=", "&&", "||", "{", "}",
                    "[", "]", "(", ")", ";", ":", ",", ".", "=", "?", "@", "+", "-", "*", "/", "<",
                    ">", "!");

    private final String source;
    private final int depth;
    private int at;

    private NixLexer(String source, int at, int depth) {
        this.source = source;
        this.at = at;
        this.depth = depth;
    }

    /** The words of a text, an {@link Kind#END} last. */
    static List<NixToken> tokens(String source) {
        return new NixLexer(source, 0, 0).until(false);
    }

    /** The words up to the end, or to the brace that closes one opened before. */
    private List<NixToken> until(boolean brace) {
        var tokens = new ArrayList<NixToken>();
        int open = 0;
        while (true) {
            skip();
            if (at >= source.length()) {
                tokens.add(token(Kind.END, at));
                return tokens;
            }
            NixToken next = next();
            if (next.is("{") || next.is("${")) {
                open++;
            } else if (next.is("}") && open-- == 0 && brace) {
                tokens.add(new NixToken(Kind.END, "", next.start(), next.start(), List.of()));
                return tokens;
            }
            tokens.add(next);
        }
    }

    private void skip() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '#') {
                while (at < source.length() && "\r\n".indexOf(source.charAt(at)) < 0) {
                    at++;
                }
            } else if (source.startsWith("/*", at) && source.indexOf("*/", at + 2) >= 0) {
                at = source.indexOf("*/", at + 2) + 2;
            } else if (Character.isWhitespace(c) || c == '\uFEFF') {
                at++;
            } else {
                return;
            }
        }
    }

    private NixToken next() {
        int start = at;
        char c = source.charAt(at);
        if (c == '"') {
            return string(start);
        } else if (source.startsWith("''", at)) {
            return indented(start);
        }
        if (c == '<') {
            NixToken place = take(SEARCH_PATH, Kind.SEARCH_PATH);
            if (place != null) {
                return place;
            }
        }
        NixToken word = longest();
        if (word != null) {
            at = word.end();
            return word;
        }
        for (String symbol : SYMBOLS) {
            if (source.startsWith(symbol, at)) {
                at += symbol.length();
                return token(Kind.SYMBOL, start);
            }
        }
        at += Character.charCount(source.codePointAt(at));
        return token(Kind.BROKEN, start);
    }

    /** Of several words that may begin here, the longest one. */
    private NixToken longest() {
        NixToken best = null;
        int start = at;
        for (var each :
                List.of(
                        List.of(Kind.PATH, PATH),
                        List.of(Kind.STRING, URI),
                        List.of(Kind.FLOAT, FLOAT),
                        List.of(Kind.INT, INT),
                        List.of(Kind.NAME, NAME))) {
            NixToken found = take((Pattern) each.get(1), (Kind) each.get(0));
            at = start;
            if (found != null && (best == null || found.end() > best.end())) {
                best = found;
            }
        }
        return best;
    }

    private NixToken take(Pattern pattern, Kind kind) {
        Matcher matcher = pattern.matcher(source).region(at, source.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        int start = at;
        at = matcher.end();
        return kind == Kind.STRING
                ? new NixToken(
                        kind,
                        "",
                        start,
                        at,
                        List.of(new NixToken.Piece.Chars(matcher.group(), false)))
                : token(kind, start);
    }

    private NixToken token(Kind kind, int start) {
        return new NixToken(kind, source.substring(start, at), start, at, List.of());
    }

    private NixToken broken(int start) {
        at = source.length();
        return token(Kind.BROKEN, start);
    }

    private NixToken string(int start) {
        var pieces = new ArrayList<NixToken.Piece>();
        var chars = new StringBuilder();
        at++;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '"') {
                at++;
                flush(chars, true, pieces);
                return new NixToken(Kind.STRING, "", start, at, pieces);
            } else if (c == '\\' && at + 1 < source.length()) {
                chars.append(unescaped(source.charAt(at + 1)));
                at += 2;
            } else if (source.startsWith("$${", at)) {
                chars.append("$$");
                at += 2;
            } else if (source.startsWith("${", at)) {
                flush(chars, true, pieces);
                if (!inner(pieces)) {
                    return broken(start);
                }
            } else {
                chars.append(c);
                at++;
            }
        }
        return broken(start);
    }

    private static void flush(StringBuilder chars, boolean plain, List<NixToken.Piece> pieces) {
        if (!chars.isEmpty()) {
            pieces.add(new NixToken.Piece.Chars(chars.toString(), plain));
            chars.setLength(0);
        }
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }

    /** An expression inside of a string; false when it has no end. */
    private boolean inner(List<NixToken.Piece> pieces) {
        if (depth >= DEEPEST) {
            return false;
        }
        var lexer = new NixLexer(source, at + 2, depth + 1);
        List<NixToken> tokens = lexer.until(true);
        at = lexer.at;
        pieces.add(new NixToken.Piece.Inner(tokens));
        return tokens.getLast().end() < source.length();
    }

    private NixToken indented(int start) {
        var pieces = new ArrayList<NixToken.Piece>();
        var chars = new StringBuilder();
        at += 2;
        int blank = at;
        while (blank < source.length() && source.charAt(blank) == ' ') {
            blank++;
        }
        if (blank < source.length() && source.charAt(blank) == '\n') {
            at = blank + 1;
        }
        while (at < source.length()) {
            if (source.startsWith("''", at)) {
                String literal = escape();
                if (literal == null) {
                    at += 2;
                    flush(chars, true, pieces);
                    return new NixToken(Kind.STRING, "", start, at, Indentation.stripped(pieces));
                }
                flush(chars, true, pieces);
                pieces.add(new NixToken.Piece.Chars(literal, false));
            } else if (source.startsWith("$${", at)) {
                chars.append("$$");
                at += 2;
            } else if (source.startsWith("${", at)) {
                flush(chars, true, pieces);
                if (!inner(pieces)) {
                    return broken(start);
                }
            } else {
                chars.append(source.charAt(at));
                at++;
            }
        }
        return broken(start);
    }

    /** What an escape behind two single quotes stands for; null when they end the string. */
    private String escape() {
        if (source.startsWith("''$", at)) {
            at += 3;
            return "$";
        } else if (source.startsWith("'''", at)) {
            at += 3;
            return "''";
        } else if (source.startsWith("''\\", at) && at + 3 < source.length()) {
            at += 4;
            return String.valueOf(unescaped(source.charAt(at - 1)));
        }
        return null;
    }
}

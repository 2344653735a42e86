package dev.coppice.model.export.nixos;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words of the Nix language: strings, attribute names and paths, as the lexer of Nix 2 reads them
 * (the chapter "String literals" of the Nix manual).
 */
final class NixText {

    private static final Set<String> KEYWORDS =
            Set.of("if", "then", "else", "let", "in", "rec", "inherit", "with", "assert", "or");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_'-]*");
    private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9._+/-]*");

    private NixText() {}

    /** A text in double quotes. Nix knows no NUL character, so that is left out. */
    static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\0' -> {}
                case '\\' -> out.append("\\\\");
                case '"' -> out.append("\\\"");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '$' -> out.append(next(text, i) == '{' ? "\\$" : "$");
                default -> out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /**
     * Whether a text can be written in several lines between pairs of single quotes: Nix takes the
     * blanks away that all its lines begin with, and a last line of blanks only.
     */
    static boolean fitsLines(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        boolean somewhereAtTheMargin =
                lines.stream().anyMatch(line -> !line.isEmpty() && line.charAt(0) != ' ');
        return lines.size() > 1
                && somewhereAtTheMargin
                && text.indexOf('\r') < 0
                && text.indexOf('\0') < 0
                && (lines.getLast().isEmpty() || !lines.getLast().isBlank())
                && lines.stream().noneMatch(line -> !line.isEmpty() && line.isBlank());
    }

    /** The inside of a text between pairs of single quotes. */
    static String escapedLines(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = next(text, i);
            if (c == '\'' && next == '\'' && endsPair(text, i)) {
                out.append("'''");
                i++;
            } else if (c == '\'' && (next == '\'' || next == '$' || i + 1 == text.length())) {
                out.append("''\\'");
            } else if (c == '$' && next == '{') {
                out.append("''$");
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Whether the two quotes at a place may be written as three: no quote or dollar around. */
    private static boolean endsPair(String text, int at) {
        char behind = at + 2 < text.length() ? text.charAt(at + 2) : '$';
        return behind != '\'' && behind != '$' && (at == 0 || text.charAt(at - 1) != '\'');
    }

    private static char next(String text, int at) {
        return at + 1 < text.length() ? text.charAt(at + 1) : '\0';
    }

    /** An attribute name, in quotes where it must be. */
    static String name(String name) {
        return NAME.matcher(name).matches() && !KEYWORDS.contains(name) ? name : quoted(name);
    }

    /** An attribute path: {@code services.nginx.virtualHosts."example.org"}. */
    static String path(List<String> names) {
        return names.stream().map(NixText::name).collect(Collectors.joining("."));
    }

    /** A file beside the configuration, by its relative path. */
    static String file(String path) {
        return PLAIN_PATH.matcher(path).matches() && !path.isEmpty() && !path.endsWith("/")
                ? "./" + path
                : "(./. + " + quoted("/" + path) + ")";
    }

    /** A comment on one line. */
    static String comment(String text) {
        return "# " + text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}

package dev.coppice.model.export.nixos;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads string literals by the rules of Nix's lexer and parser, to judge what we write. */
final class NixStrings {

    private static final Pattern INDENTED =
            Pattern.compile(
                    "(?<plain>(?:[^$']|\\$[^{']|'[^'$])+)"
                            + "|(?<dollar>''\\$)|(?<quotes>''')|''\\\\(?<escaped>(?s:.))"
                            + "|(?<open>\\$\\{)|(?<end>'')|(?<single>[$'])",
                    Pattern.DOTALL);

    private NixStrings() {}

    /** The text of a literal in double quotes. */
    static String quoted(String literal) {
        var out = new StringBuilder();
        for (int i = 1; i < literal.length() - 1; i++) {
            char c = literal.charAt(i);
            if (c == '$' && literal.charAt(i + 1) == '{') {
                throw new AssertionError("an interpolation in " + literal);
            }
            if (c == '"' || c == '\n') {
                throw new AssertionError("a bare quote or line end in " + literal);
            }
            if (c != '\\') {
                out.append(c);
                // Two dollars before a brace are dollars.
                if (c == '$' && literal.charAt(i + 1) == '$') {
                    out.append('$');
                    i++;
                }
                continue;
            }
            i++;
            out.append(unescaped(literal.charAt(i)));
        }
        return out.toString();
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }

    /** The text of a literal between pairs of single quotes, the indentation taken away. */
    static String indented(String literal) {
        var pieces = new ArrayList<String>();
        Matcher matcher = INDENTED.matcher(literal);
        int at = 2;
        while (true) {
            // The longest match wins, as with flex.
            matcher.region(at, literal.length());
            if (!matcher.lookingAt()) {
                throw new AssertionError("not closed: " + literal);
            }
            at = longest(matcher, literal, at, pieces);
            if (at < 0) {
                break;
            }
        }
        return strip(pieces);
    }

    private static int longest(Matcher matcher, String literal, int at, List<String> pieces) {
        if (matcher.group("open") != null) {
            throw new AssertionError("an interpolation in " + literal);
        }
        if (matcher.group("end") != null) {
            if (matcher.end() != literal.length()) {
                throw new AssertionError("closed too early: " + literal);
            }
            return -1;
        }
        String escaped = matcher.group("escaped");
        String piece =
                matcher.group("dollar") != null
                        ? "$"
                        : matcher.group("quotes") != null
                                ? "''"
                                : escaped != null
                                        ? String.valueOf(unescaped(escaped.charAt(0)))
                                        : matcher.group();
        pieces.add(piece);
        return matcher.end();
    }

    /** As the parser does it: the least indentation of lines that are not blank goes. */
    private static String strip(List<String> pieces) {
        var text = new StringBuilder();
        pieces.forEach(text::append);
        String whole = text.toString();
        if (whole.matches("(?s) *\n.*")) {
            whole = whole.substring(whole.indexOf('\n') + 1);
        }
        List<String> lines = List.of(whole.split("\n", -1));
        int least =
                lines.stream()
                        .filter(line -> !line.isBlank() || line.indexOf('\t') >= 0)
                        .mapToInt(NixStrings::indentation)
                        .min()
                        .orElse(0);
        var out = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean last = i == lines.size() - 1;
            String cut = line.substring(Math.min(least, indentation(line)));
            out.add(last && cut.matches(" *") ? "" : cut);
        }
        return String.join("\n", out);
    }

    private static int indentation(String line) {
        int spaces = 0;
        while (spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return spaces;
    }
}

package dev.coppice.model.nixos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the words in which the option table of a channel says what an option takes: {@code null or
 * (list of string)}. They come from the {@code description} of nixpkgs' types (lib/types.nix).
 */
final class NixTypeReader {

    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern BETWEEN =
            Pattern.compile(
                    "(?:.*; )?(?:integer )?between (-?[0-9]{1,18}) and (-?[0-9]{1,18}) \\(both.*");
    private static final long MOST = Long.MAX_VALUE;

    private NixTypeReader() {}

    static NixType read(String words) {
        String text = words.strip();
        if (text.endsWith("convertible to it")) {
            return new NixType.Anything();
        }
        List<String> choices = split(text);
        if (choices.size() > 1) {
            NixType all = read(choices.getLast());
            for (int i = choices.size() - 2; i >= 0; i--) {
                all = new NixType.Either(read(choices.get(i)), all);
            }
            return all;
        }
        if (text.startsWith("(") && closing(text, 0) == text.length() - 1) {
            return read(text.substring(1, text.length() - 1));
        }
        return single(text);
    }

    private static NixType single(String text) {
        return exact(text)
                .or(() -> of(text, "non-empty "))
                .or(() -> of(text, "list of ").map(NixType.Items::new))
                .or(() -> of(text, "attribute set of ").map(NixType.Entries::new))
                .or(() -> of(text, "lazy attribute set of ").map(NixType.Entries::new))
                .or(() -> between(text))
                .or(() -> textual(text))
                .orElseGet(NixType.Anything::new);
    }

    private static Optional<NixType> exact(String text) {
        return Optional.ofNullable(
                switch (text) {
                    case "boolean" -> new NixType.Bool();
                    case "null" -> new NixType.Nothing();
                    case "string",
                            "non-empty string",
                            "(optionally newline-terminated) single-line string" ->
                            new NixType.Text();
                    case "absolute path" -> new NixType.Path();
                    case "package" -> new NixType.Derivation();
                    case "signed integer" -> new NixType.Whole(-MOST, MOST);
                    case "positive integer, meaning >0" -> new NixType.Whole(1, MOST);
                    case "unsigned integer, meaning >=0" -> new NixType.Whole(0, MOST);
                    case "floating point number" -> new NixType.Number();
                    case "attribute set" -> new NixType.Submodule(true);
                    case "submodule" -> new NixType.Submodule(false);
                    default -> null;
                });
    }

    private static Optional<NixType> between(String text) {
        return Optional.of(BETWEEN.matcher(text))
                .filter(Matcher::matches)
                .map(
                        found ->
                                new NixType.Whole(
                                        Long.parseLong(found.group(1)),
                                        Long.parseLong(found.group(2))));
    }

    private static Optional<NixType> of(String text, String prefix) {
        return text.startsWith(prefix)
                ? Optional.of(read(text.substring(prefix.length())))
                : Optional.empty();
    }

    private static Optional<NixType> textual(String text) {
        if (text.startsWith("one of ") || text.startsWith("value ")) {
            var values = new ArrayList<String>();
            QUOTED.matcher(text).results().forEach(found -> values.add(found.group(1)));
            // Enumerations of numbers have no quotes; nothing is said of those.
            return values.isEmpty() ? Optional.empty() : Optional.of(new NixType.OneOf(values));
        }
        if (text.startsWith("open submodule of ")) {
            return Optional.of(new NixType.Submodule(true));
        }
        return text.startsWith("strings concatenated with ")
                        || text.startsWith("string matching ")
                        || text.startsWith("string, not containing")
                ? Optional.of(new NixType.Text())
                : Optional.empty();
    }

    /** The parts between "or", outside of parentheses and quotes. */
    private static List<String> split(String text) {
        var parts = new ArrayList<String>();
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')') {
                depth--;
            } else if (!quoted && depth == 0 && text.startsWith(" or ", i)) {
                parts.add(text.substring(start, i));
                start = i + 4;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.charAt(i) == '(') {
                depth++;
            } else if (text.charAt(i) == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}

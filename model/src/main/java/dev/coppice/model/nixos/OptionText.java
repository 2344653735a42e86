package dev.coppice.model.nixos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the table says of an option, for people: NixOS writes in a Markdown of its own
 * (nixos/doc/manual, "Contributing to this manual").
 */
public final class OptionText {

    private static final Pattern ROLE = Pattern.compile("\\{[a-z-]+}(?=`)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\(([^)]*)\\)");
    private static final Pattern FENCE = Pattern.compile("(?m)^[ \\t]*:{3,}.*\\R?");
    private static final int LONG = 60;

    private OptionText() {}

    /** The description in paragraphs, with code in backquotes. */
    public static String description(NixOption option) {
        String plain = FENCE.matcher(option.description()).replaceAll("");
        plain = ROLE.matcher(plain).replaceAll("");
        plain = LINK.matcher(plain).replaceAll(OptionText::linked);
        plain = plain.replace("**", "").replace("```", "`");
        return paragraphs(plain);
    }

    /** A link without words names what it leads to. */
    private static String linked(MatchResult link) {
        String words = link.group(1).isBlank() ? link.group(2).replace("#opt-", "") : link.group(1);
        return Matcher.quoteReplacement(words);
    }

    /** Lines of a paragraph are joined; those of lists stay. */
    private static String paragraphs(String text) {
        return Pattern.compile("\\R\\s*\\R")
                .splitAsStream(text.strip())
                .map(part -> part.replaceAll("\\s*\\R\\s*(?![-*] )", " ").strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** The facts about it, each with its label. */
    public static List<Fact> facts(NixOption option) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Takes", option.words()));
        code(option.defaultText()).ifPresent(text -> facts.add(new Fact("Default", text)));
        code(option.example()).ifPresent(text -> facts.add(new Fact("Example", text)));
        return facts;
    }

    /**
     * A fact.
     *
     * @param text with code in backquotes
     */
    public record Fact(String label, String text) {}

    private static Optional<String> code(String expression) {
        String line = expression.strip().replaceAll("\\s+", " ").replace('`', '\'');
        if (line.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                "`" + (line.length() > LONG ? line.substring(0, LONG) + " …" : line) + "`");
    }

    /**
     * A value that a person may begin with, as it stands in YAML; empty where none is likely. An
     * option that turns something on is rarely written to leave it off.
     */
    public static String starter(NixOption option) {
        return switch (plain(option.type())) {
            case NixType.Bool it -> option.defaultText().strip().equals("true") ? "false" : "true";
            case NixType.OneOf it -> it.values().isEmpty() ? "" : quoted(it.values().getFirst());
            case NixType.Items it -> "[]";
            case NixType.Entries it -> "{}";
            case NixType.Submodule it -> "{}";
            case NixType.Whole it -> whole(it, option);
            case NixType.Path it -> "/";
            case NixType.Text it -> "\"\"";
            default -> "\"\"";
        };
    }

    private static String whole(NixType.Whole type, NixOption option) {
        String number = option.defaultText().strip();
        return number.matches("-?[0-9]{1,18}") ? number : Long.toString(Math.max(0, type.least()));
    }

    private static NixType plain(NixType type) {
        return type instanceof NixType.Either either
                ? plain(either.one() instanceof NixType.Nothing ? either.other() : either.one())
                : type;
    }

    /** The values that an option takes, when there are few, as they stand in YAML. */
    public static List<String> values(NixOption option) {
        var values = new ArrayList<String>();
        collect(option.type(), values);
        return values;
    }

    private static void collect(NixType type, List<String> values) {
        switch (type) {
            case NixType.Bool it -> values.addAll(List.of("true", "false"));
            case NixType.Nothing it -> values.add("null");
            case NixType.OneOf it -> it.values().forEach(value -> values.add(quoted(value)));
            case NixType.Either it -> {
                collect(it.one(), values);
                collect(it.other(), values);
            }
            default -> {}
        }
    }

    /** Words that YAML takes for something else, and all that is no word, get quotes. */
    private static String quoted(String text) {
        boolean word = text.matches("[A-Za-z][A-Za-z0-9_./@-]*");
        boolean trap = text.matches("(?i)true|false|null|yes|no|on|off|y|n");
        return word && !trap
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

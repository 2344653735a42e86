package dev.coppice.model.refactor;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name where it stands as a whole word, in texts that hold more than the name. */
final class Words {

    /** Characters that names of users, groups, units and containers consist of. */
    private static final String PART = "[A-Za-z0-9_@.:\\\\-]";

    private final String name;
    private final Pattern word;

    Words(String name) {
        this.name = name;
        this.word =
                Pattern.compile(
                        "(?<!" + PART + ")" + Pattern.quote(name) + "(?![A-Za-z0-9_@:-]|\\.\\w)");
    }

    boolean isIn(String text) {
        return word.matcher(text).find();
    }

    /** Another name for exactly this one. */
    UnaryOperator<String> whole(String other) {
        return text -> text.equals(name) ? other : text;
    }

    /** Another name for each time that this one stands in a text. */
    UnaryOperator<String> each(String other) {
        return text -> word.matcher(text).replaceAll(Matcher.quoteReplacement(other));
    }

    /** Another name in the lines {@code Key=...} of a unit file, for the keys of a pattern. */
    UnaryOperator<String> inSettings(String keys, String other) {
        Pattern line = Pattern.compile("(?m)^(\\s*(?:" + keys + ")\\s*=)(.*)$");
        return text ->
                line.matcher(text)
                        .replaceAll(
                                m ->
                                        Matcher.quoteReplacement(
                                                m.group(1) + each(other).apply(m.group(2))));
    }

    /** The home directory of one user for that of another, wherever a path starts with it. */
    static UnaryOperator<String> home(String user, String other) {
        Pattern home =
                Pattern.compile(
                        "(?<![A-Za-z0-9_./-])/home/" + Pattern.quote(user) + "(?![A-Za-z0-9_.-])");
        return text -> home.matcher(text).replaceAll(Matcher.quoteReplacement("/home/" + other));
    }
}

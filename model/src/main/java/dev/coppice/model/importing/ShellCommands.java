package dev.coppice.model.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Simple commands of a shell script: words with quotes, divided by {@code &&}, {@code ;} and line
 * ends.
 */
final class ShellCommands {

    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:\\{(\\w+)(?::-([^}]*))?}|(\\w+))");

    private ShellCommands() {}

    /** The commands as words; operators such as {@code >} and {@code |} are words too. */
    static List<List<String>> of(String script) {
        var commands = new ArrayList<List<String>>();
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean any = false;
        char quote = 0;
        for (int i = 0; i < script.length(); i++) {
            char c = script.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else if (c == '\\' && quote == '"' && i + 1 < script.length()) {
                    char next = script.charAt(++i);
                    word.append("\"\\$`".indexOf(next) >= 0 ? "" : "\\").append(next);
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                any = true;
            } else if (c == '\\' && i + 1 < script.length()) {
                char next = script.charAt(++i);
                if (next != '\n') {
                    word.append(next);
                    any = true;
                }
            } else if (c == '#' && !any && word.isEmpty()) {
                while (i + 1 < script.length() && script.charAt(i + 1) != '\n') {
                    i++;
                }
            } else if (c == ';' || c == '\n' || c == '&' && next(script, i) == '&') {
                any = end(word, any, words);
                if (!words.isEmpty()) {
                    commands.add(List.copyOf(words));
                    words.clear();
                }
                i += c == '&' ? 1 : 0;
            } else if (Character.isWhitespace(c)) {
                any = end(word, any, words);
            } else if (c == '>' || c == '|' || c == '<') {
                any = end(word, any, words);
                boolean twice = next(script, i) == c;
                words.add(twice ? "" + c + c : "" + c);
                i += twice ? 1 : 0;
            } else {
                word.append(c);
                any = true;
            }
        }
        end(word, any, words);
        if (!words.isEmpty()) {
            commands.add(List.copyOf(words));
        }
        return commands;
    }

    private static char next(String text, int at) {
        return at + 1 < text.length() ? text.charAt(at + 1) : 0;
    }

    private static boolean end(StringBuilder word, boolean any, List<String> words) {
        if (any || !word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
        return false;
    }

    /** A word with the variables that are known put in; others stay. */
    static String expanded(String word, Map<String, String> variables) {
        Matcher matcher = VARIABLE.matcher(word);
        return matcher.replaceAll(
                found -> {
                    String name = found.group(1) == null ? found.group(3) : found.group(1);
                    String value = variables.getOrDefault(name, found.group(2));
                    return Matcher.quoteReplacement(value == null ? found.group() : value);
                });
    }
}

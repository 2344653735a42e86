package dev.coppice.model.complete;

import java.util.regex.Pattern;

/** Whether a text may stand without quotes, in braces and outside of them, as a text. */
final class Quoting {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_/.][A-Za-z0-9_/.+@=~-]*");

    /** What YAML 1.1 or 1.2 takes for something else than a text. */
    private static final Pattern SPECIAL =
            Pattern.compile(
                    "(?i)true|false|yes|no|on|off|null|y|n|[-+]?[0-9][0-9_]*|[-+]?[0-9.]+(e[-+]?[0-9]+)?"
                        + "|0x[0-9a-f]+|0o[0-7]+|\\.(inf|nan)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}");

    private Quoting() {}

    /** The text as a value, in quotes when it must be. */
    static String value(String text) {
        return PLAIN.matcher(text).matches() && !SPECIAL.matcher(text).matches()
                ? text
                : quoted(text);
    }

    /** The text as a key. */
    static String key(String text) {
        return value(text);
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

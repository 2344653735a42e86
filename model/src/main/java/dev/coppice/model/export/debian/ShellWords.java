package dev.coppice.model.export.debian;

/** Words of a POSIX shell. */
public final class ShellWords {

    private ShellWords() {}

    /** One word, whatever its characters. */
    public static String quote(String text) {
        return text.matches("[A-Za-z0-9_@%+=:,./-]+")
                ? text
                : "'" + text.replace("'", "'\\''") + "'";
    }
}

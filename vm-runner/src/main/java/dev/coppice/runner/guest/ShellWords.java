package dev.coppice.runner.guest;

/** Words for a shell. */
final class ShellWords {

    private ShellWords() {}

    /** A text as one word of the POSIX shell, whatever is in it. */
    static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

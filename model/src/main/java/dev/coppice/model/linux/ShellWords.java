package dev.coppice.model.linux;

import java.util.List;
import java.util.stream.Collectors;

/** Words of a POSIX shell, sh(1). Pure. */
public final class ShellWords {

    private ShellWords() {}

    /** A word as the shell takes it back, whatever its characters. */
    public static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }

    /** A command with its arguments. */
    public static String command(List<String> words) {
        return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }
}

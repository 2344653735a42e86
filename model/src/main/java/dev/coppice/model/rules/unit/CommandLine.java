package dev.coppice.model.rules.unit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command as systemd starts it: no shell reads it (systemd.service(5), "Command lines").
 *
 * @param program the program, without the characters that systemd reads before it
 * @param words all words, the program first, split at blanks
 */
public record CommandLine(String program, List<String> words) {

    private static final Set<String> SHELL_WORDS =
            Set.of("|", "||", "&&", "&", ">", ">>", "<", "2>", "2>>", "2>&1", "1>&2", "&>");
    private static final Set<String> SHELLS =
            Set.of("sh", "bash", "dash", "zsh", "fish", "ksh", "env", "su", "runuser", "ssh");

    public CommandLine {
        words = List.copyOf(words);
    }

    /** Reads a command; without a word the program is empty. */
    public static CommandLine of(String value) {
        String bare = value.strip().replaceFirst("^[-@:+!|]+", "");
        List<String> words = Arrays.stream(bare.split("\\s+")).filter(w -> !w.isEmpty()).toList();
        String first = words.isEmpty() ? "" : words.getFirst();
        return new CommandLine(first.replaceAll("^[\"']|[\"']$", ""), words);
    }

    /** Whether the program is a path that does not start at the root, which nothing resolves. */
    public boolean relative() {
        return program.contains("/")
                && !program.startsWith("/")
                && !program.startsWith("%")
                && !program.startsWith("$");
    }

    /** The first word that only a shell understands. */
    public Optional<String> shellWord() {
        if (SHELLS.contains(program.substring(program.lastIndexOf('/') + 1))) {
            return Optional.empty();
        }
        return words.stream()
                .skip(1)
                .filter(w -> SHELL_WORDS.contains(w) || w.startsWith("$(") || w.startsWith("`"))
                .findFirst();
    }

    /** The same through a shell, when quoting it needs no thought. */
    public static Optional<String> throughShell(String value) {
        return value.matches("[^'$%\\\\`]*")
                ? Optional.of("/bin/sh -c '" + value.strip() + "'")
                : Optional.empty();
    }

    /** Whether packages of Debian never put the program there: it is the administrator's own. */
    public boolean own() {
        return program.matches("/(usr/local|opt|srv)/[^$%*]+");
    }
}

package dev.coppice.runner.proc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A program to run.
 *
 * @param argv the program and its arguments; never passed through a shell
 * @param environment added to the fixed small environment that every process gets
 * @param directory working directory; Coppice's own when empty
 * @param input what the program reads as its standard input
 */
public record Command(
        List<String> argv, Map<String, String> environment, Optional<Path> directory, Input input) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    public Command {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
    }

    /** A command that reads nothing. */
    public Command(List<String> argv, Map<String, String> environment, Optional<Path> directory) {
        this(argv, environment, directory, new Input.Nothing());
    }

    public static Command of(String... argv) {
        return of(List.of(argv));
    }

    public static Command of(List<String> argv) {
        return new Command(argv, Map.of(), Optional.empty());
    }

    /** The same command in another working directory. */
    public Command in(Path workingDirectory) {
        return new Command(argv, environment, Optional.of(workingDirectory), input);
    }

    /** The same command with another standard input. */
    public Command reading(Input other) {
        return new Command(argv, environment, directory, other);
    }

    /** The same command with one more environment variable. */
    public Command with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new Command(argv, more, directory, input);
    }

    /** One line that a person can paste into a shell to do the same by hand. */
    public String shellLine() {
        List<String> words = new ArrayList<>();
        new TreeMap<>(environment).forEach((name, value) -> words.add(name + "=" + quote(value)));
        argv.forEach(word -> words.add(quote(word)));
        if (input instanceof Input.FromFile(Path file)) {
            words.add("< " + quote(file.toString()));
        }
        String line = String.join(" ", words);
        return directory.map(d -> "cd " + quote(d.toString()) + " && " + line).orElse(line);
    }

    private static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** What a program reads as its standard input. */
    public sealed interface Input {

        /** End of file at once. */
        record Nothing() implements Input {}

        /** The bytes of a file. */
        record FromFile(Path file) implements Input {}

        /**
         * A pipe on which nothing comes until Coppice ends, however it ends: a program that watches
         * it never outlives Coppice.
         */
        record Held() implements Input {}
    }
}

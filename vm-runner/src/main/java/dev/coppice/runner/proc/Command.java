package dev.coppice.runner.proc;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program to run.
 *
 * @param argv the program and its arguments; never passed through a shell
 * @param environment added to the fixed small environment that every process gets
 * @param directory working directory; Coppice's own when empty
 */
public record Command(
        List<String> argv, Map<String, String> environment, Optional<Path> directory) {

    public Command {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
    }

    public static Command of(String... argv) {
        return new Command(List.of(argv), Map.of(), Optional.empty());
    }
}

package dev.coppice.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the window is asked to open.
 *
 * @param project the project folder; empty opens the example in the user's folder
 * @param store the store; empty for the usual place
 */
public record WindowArguments(Optional<Path> project, Optional<Path> store) {

    /**
     * Reads a command line that has window options only: {@code --project DIR} and {@code --store
     * DIR}. Empty when the command line is for the command line interface.
     */
    public static Optional<WindowArguments> parse(List<String> arguments) {
        Optional<Path> project = Optional.empty();
        Optional<Path> store = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals > 0 ? argument.substring(0, equals) : argument;
            boolean known = name.equals("--project") || name.equals("-p") || name.equals("--store");
            if (!known || (equals < 0 && ++i == arguments.size())) {
                return Optional.empty();
            }
            Path value = Path.of(equals > 0 ? argument.substring(equals + 1) : arguments.get(i));
            if (name.equals("--store")) {
                store = Optional.of(value);
            } else {
                project = Optional.of(value);
            }
        }
        return Optional.of(new WindowArguments(project, store));
    }
}

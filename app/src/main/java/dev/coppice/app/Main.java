package dev.coppice.app;

import dev.coppice.app.cli.CliContext;
import dev.coppice.app.cli.CoppiceCli;
import dev.coppice.app.cli.Interrupts;

import java.util.List;
import java.util.Optional;

/**
 * Where the program starts. Without arguments, or with window options only, the window opens;
 * everything else is the command line interface, which loads no class of JavaFX.
 */
public final class Main {

    private Main() {}

    /** Starts the program and exits with its code. */
    public static void main(String[] arguments) {
        List<String> list = List.of(arguments);
        Optional<WindowArguments> window = WindowArguments.parse(list);
        if (window.isPresent()) {
            System.exit(Wiring.openWindow(window.get()));
        }
        var interrupts = new Interrupts();
        Runtime.getRuntime().addShutdownHook(new Thread(interrupts::fireAndAwait, "interrupts"));
        int code;
        try {
            code = new CoppiceCli(CliContext.ofProcess(Engines::open, interrupts)).run(list);
        } finally {
            interrupts.finished();
        }
        System.exit(code);
    }
}

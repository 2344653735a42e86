package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.model.nixos.OptionSource;
import dev.coppice.model.packages.PackageSource;
import dev.coppice.runner.store.StoreLocation;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What a command line runs in.
 *
 * @param out results
 * @param err progress, notes and errors
 * @param in standard input
 * @param terminal whether a person looks at the output
 * @param directory the working directory
 * @param environment environment variables
 * @param clock the time
 * @param engines opens stores
 * @param packages the lists of packages that specs are checked against
 * @param options the options of NixOS, likewise
 * @param interrupts Ctrl+C
 */
public record CliContext(
        PrintStream out,
        PrintStream err,
        InputStream in,
        boolean terminal,
        Path directory,
        Map<String, String> environment,
        Clock clock,
        Engine.Factory engines,
        PackageSource packages,
        OptionSource options,
        Interrupts interrupts) {

    /** The context of this process. */
    public static CliContext ofProcess(Engine.Factory engines, Interrupts interrupts) {
        return new CliContext(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                System.in,
                System.console() != null && System.console().isTerminal(),
                Path.of("").toAbsolutePath(),
                System.getenv(),
                Clock.systemDefaultZone(),
                engines,
                new KeptLists(System.getenv()),
                new KeptOptions(System.getenv()),
                interrupts);
    }

    /** Whether text may be coloured: on a terminal, unless NO_COLOR is set and not empty. */
    boolean color() {
        return terminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }

    /** The store that is used when no option names one. */
    Path usualStore() {
        return StoreLocation.of(Optional.empty(), environment);
    }

    /** The user's home folder. */
    Path home() {
        return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}

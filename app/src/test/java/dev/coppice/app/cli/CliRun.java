package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.app.ExampleProject;
import dev.coppice.model.examples.Examples;
import dev.coppice.model.export.Exporters;
import dev.coppice.model.nixos.OptionSource;
import dev.coppice.model.packages.PackageSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Runs command lines in this process, with captured streams and a folder of their own. */
final class CliRun {

    static final Instant NOW = Instant.parse("2026-11-22T21:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Interrupts interrupts = new Interrupts();
    private final CliContext context;

    CliRun(Path directory, Engine.Factory engines) {
        this(directory, engines, false);
    }

    CliRun(Path directory, Engine.Factory engines, boolean terminal) {
        this(directory, engines, terminal, PackageSource.NONE);
    }

    CliRun(Path directory, Engine.Factory engines, boolean terminal, PackageSource packages) {
        context =
                new CliContext(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        InputStream.nullInputStream(),
                        terminal,
                        directory,
                        Map.of("HOME", directory.toString(), "PATH", "/usr/bin:/bin"),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        engines,
                        packages,
                        OptionSource.NONE,
                        interrupts);
    }

    /** For commands that open no store. */
    static CliRun withoutStore(Path directory) {
        return new CliRun(
                directory,
                store -> {
                    throw new AssertionError("opened the store");
                });
    }

    int run(String... arguments) {
        out.reset();
        err.reset();
        return new CoppiceCli(context).run(List.of(arguments));
    }

    /** The same with certain targets of export. */
    int run(Exporters exporters, String... arguments) {
        out.reset();
        err.reset();
        return new CoppiceCli(context, exporters).run(List.of(arguments));
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return new JsonMapper().readTree(out());
    }

    Interrupts interrupts() {
        return interrupts;
    }

    /** Makes the web-server example in a folder. */
    static void example(Path folder) throws IOException {
        ExampleProject.create(new Examples().standard(), folder);
    }
}

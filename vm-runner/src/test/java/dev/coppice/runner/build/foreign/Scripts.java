package dev.coppice.runner.build.foreign;

import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.ToolLocator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A directory with scripts in place of tools, and a runner that finds no others by name. */
public final class Scripts {

    private final Path bin;
    private final Map<String, String> environment = new TreeMap<>();

    public Scripts(Path directory) throws IOException {
        this.bin = Files.createDirectories(directory.resolve("bin"));
        environment.put("PATH", bin + ":/usr/bin:/bin");
        environment.put("HOME", directory.toString());
        environment.put("CONTROL", directory.toString());
    }

    /** What all scripts find in {@code $CONTROL}. */
    public Path control() {
        return bin.getParent();
    }

    public void add(String name, String body) throws IOException {
        Path file = bin.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A tool of this host under its own name. */
    public void real(Path program) throws IOException {
        Files.createSymbolicLink(bin.resolve(program.getFileName()), program);
    }

    public void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** The lines that scripts wrote to {@code $CONTROL/ran}. */
    public List<String> ran() throws IOException {
        Path file = control().resolve("ran");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    public ProcessRunner runner() {
        return new ProcessRunner(environment, new ToolLocator(List.of(bin)), Duration.ofSeconds(1));
    }
}

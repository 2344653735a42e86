package dev.coppice.runner.build.debian;

import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.ProcessRunner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Versions of the tools that shape layers. Asking a tool takes longer than a whole plan may, so the
 * answers are remembered for as long as the tool's file stays the same.
 */
final class ToolVersions {

    private static final Map<String, String> QUESTIONS =
            Map.of("mmdebstrap", "--version", "mksquashfs", "-version", "depmod", "--version");

    private final ProcessRunner processes;
    private final Path memory;

    /**
     * @param memory a file for the answers
     */
    ToolVersions(ProcessRunner processes, Path memory) {
        this.processes = processes;
        this.memory = memory;
    }

    /** By tool; a tool that is not there is left out. */
    SortedMap<String, String> all() {
        Properties known = recall();
        int before = known.size();
        TreeMap<String, String> result = new TreeMap<>();
        for (String tool : QUESTIONS.keySet()) {
            Optional<Path> file = processes.tools().find(tool);
            if (file.isPresent()) {
                String key = identity(file.get());
                String version = known.getProperty(key);
                if (version == null) {
                    version = ask(tool);
                    known.setProperty(key, version);
                }
                result.put(tool, version);
            }
        }
        if (known.size() > before) {
            remember(known);
        }
        return result;
    }

    private String ask(String tool) {
        List<String> lines = new ArrayList<>();
        try {
            processes.run(Command.of(tool, QUESTIONS.get(tool)), lines::add, new Cancellation());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return lines.isEmpty() ? "unknown" : lines.getFirst();
    }

    private static String identity(Path tool) {
        try {
            Path file = tool.toRealPath();
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return tool.toString();
        }
    }

    private Properties recall() {
        Properties known = new Properties();
        try (var reader = Files.newBufferedReader(memory)) {
            known.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            known.clear();
        }
        return known;
    }

    private void remember(Properties known) {
        try (var writer = Files.newBufferedWriter(memory)) {
            known.store(writer, null);
        } catch (IOException e) {
            // Asked again next time.
            return;
        }
    }
}

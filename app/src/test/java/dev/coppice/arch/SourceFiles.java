package dev.coppice.arch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java files of all modules. */
final class SourceFiles {

    private SourceFiles() {}

    /** The folder that holds the modules. */
    static Path house() {
        Path here = Path.of("").toAbsolutePath();
        Path house = Files.exists(here.resolve("vm-runner")) ? here : here.getParent();
        if (!Files.isDirectory(house.resolve("vm-runner"))) {
            throw new IllegalStateException("not inside the house: " + here);
        }
        return house;
    }

    /** Every Java file, tests included. */
    static List<Path> all() {
        return Stream.of("model", "vm-runner", "app", "icons")
                .map(module -> house().resolve(module).resolve("src"))
                .filter(Files::isDirectory)
                .flatMap(SourceFiles::below)
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

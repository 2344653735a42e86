package dev.coppice.runner.store;

import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.Facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a boot told, as files of a generation: {@code boot.json} with what lists show, {@code
 * facts.json} with what comparisons need. Earlier versions kept the facts in {@code boot.json}.
 */
final class BootFiles {

    static final String BOOT = "boot.json";
    static final String FACTS = "facts.json";
    static final String SCREENSHOT = "screenshot.png";

    private BootFiles() {}

    /** Writes all files, {@code boot.json} last: it makes the record be there. */
    static void write(Path directory, BootRecord boot) throws IOException {
        if (boot.screenshot().isPresent()) {
            Path source = boot.screenshot().get();
            if (!source.equals(directory.resolve(SCREENSHOT))) {
                StoreFiles.write(directory.resolve(SCREENSHOT), Files.readAllBytes(source));
            }
        }
        StoreFiles.writeJson(directory.resolve(FACTS), boot.facts());
        StoreFiles.writeJson(
                directory.resolve(BOOT),
                new Summary(boot.at(), boot.ready(), boot.accelerator(), boot.checks()));
    }

    /** What the last boot told; empty when there was none or its files cannot be read. */
    static Optional<BootRecord> read(Path directory) {
        Path file = directory.resolve(BOOT);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            Summary boot = StoreFiles.readJson(file, Summary.class);
            Path screenshot = directory.resolve(SCREENSHOT);
            return Optional.of(
                    new BootRecord(
                            boot.at(),
                            boot.ready(),
                            boot.accelerator(),
                            () -> facts(directory),
                            boot.checks(),
                            Optional.of(screenshot).filter(Files::isReadable)));
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            // The generation itself is whole; it only counts as not booted.
            return Optional.empty();
        }
    }

    /**
     * @throws UncheckedIOException when they are not there, or damaged
     */
    private static Facts facts(Path directory) {
        try {
            return readFacts(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Facts readFacts(Path directory) throws IOException {
        Path own = directory.resolve(FACTS);
        return Files.exists(own)
                ? StoreFiles.readJson(own, Facts.class)
                : StoreFiles.readJson(directory.resolve(BOOT), Whole.class).facts();
    }

    private record Summary(
            Instant at, Duration ready, String accelerator, List<CheckResult> checks) {}

    private record Whole(Facts facts) {}
}

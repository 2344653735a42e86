package dev.coppice.runner.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** How long steps took on this host, and how much they yielded: what forecasts are made from. */
public final class TimingHistory {

    private static final int KEPT = 7;

    private final Path file;
    private final StoreLock lock;

    TimingHistory(Path file, StoreLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /**
     * Notes a step.
     *
     * @param subject what is alike, {@code base bookworm}
     */
    public void note(String subject, Duration took, long bytes) throws IOException {
        lock.with(
                () -> {
                    TreeMap<String, List<Sample>> samples = new TreeMap<>(read().samples());
                    List<Sample> mine = new ArrayList<>(samples.getOrDefault(subject, List.of()));
                    mine.add(new Sample(took.toMillis(), bytes));
                    samples.put(
                            subject,
                            List.copyOf(
                                    mine.subList(Math.max(0, mine.size() - KEPT), mine.size())));
                    StoreFiles.writeJson(file, new Samples(samples));
                    return null;
                });
    }

    /** The median of the last times. */
    public Optional<Sample> median(String subject) {
        List<Sample> samples = read().samples().getOrDefault(subject, List.of());
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        int middle = samples.size() / 2;
        return Optional.of(
                new Sample(
                        samples.stream().map(Sample::millis).sorted().toList().get(middle),
                        samples.stream().map(Sample::bytes).sorted().toList().get(middle)));
    }

    private Samples read() {
        if (!Files.isReadable(file)) {
            return new Samples(new TreeMap<>());
        }
        try {
            return StoreFiles.readJson(file, Samples.class);
        } catch (IOException e) {
            // A forecast is a convenience: without history the defaults serve.
            return new Samples(new TreeMap<>());
        }
    }

    /** A step's time in milliseconds and its yield in bytes. */
    public record Sample(long millis, long bytes) {}

    private record Samples(TreeMap<String, List<Sample>> samples) {}
}

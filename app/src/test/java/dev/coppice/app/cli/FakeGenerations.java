package dev.coppice.app.cli;

import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.Facts;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Deletion;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Generations;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.store.LayerRef;
import dev.coppice.runner.store.Marks;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Generations in memory. */
final class FakeGenerations implements Generations {

    private final Map<Integer, Generation> all = new TreeMap<>(Comparator.reverseOrder());
    private final Map<Integer, SortedMap<String, Path>> files = new TreeMap<>();
    private Optional<Integer> current = Optional.empty();

    Generation add(String system, String text) {
        int number = all.size() + 1;
        var generation =
                new Generation(
                        system,
                        number,
                        Instant.parse("2026-11-22T20:00:00Z").plusSeconds(60L * number),
                        text,
                        layers(number),
                        "6.1.0-42-amd64",
                        Duration.ofMillis(1400),
                        Path.of("/store/systems/" + system + "/" + number),
                        Optional.empty());
        all.put(number, generation);
        current = Optional.of(number);
        return generation;
    }

    /** A file of the project went into a generation. */
    void keep(Generation generation, String path, Path copy) {
        files.computeIfAbsent(generation.number(), n -> new TreeMap<>()).put(path, copy);
    }

    @Override
    public SortedMap<String, Path> projectFiles(Generation generation) {
        return files.getOrDefault(generation.number(), new TreeMap<>());
    }

    static List<LayerRef> layers(int number) {
        return List.of(
                layer(LayerKind.KERNEL, "aaaa", 40_000_000, true, "same kernel"),
                layer(LayerKind.BASE, "bbbb", 90_000_000, true, "same release"),
                layer(LayerKind.CONFIG, "cccc" + number, 12_345, false, "files changed"));
    }

    private static LayerRef layer(
            LayerKind kind, String digest, long bytes, boolean reused, String why) {
        Duration took = reused ? Duration.ZERO : Duration.ofMillis(900);
        return new LayerRef(kind, digest + "0".repeat(60), bytes, reused, why, took);
    }

    static BootRecord boot(CheckResult... checks) {
        var facts =
                new Facts(
                        "web-01", "Debian", "6.1", List.of(), List.of(), List.of(), List.of(),
                        Map.of(), 80, "", Map.of());
        return new BootRecord(
                CliRun.NOW,
                Duration.ofMillis(14_200),
                "tcg",
                facts,
                List.of(checks),
                Optional.empty());
    }

    @Override
    public List<String> systems() {
        return all.values().stream().map(Generation::system).distinct().toList();
    }

    @Override
    public List<Generation> list(String system) {
        return all.values().stream().filter(g -> g.system().equals(system)).toList();
    }

    @Override
    public Optional<Generation> find(String system, int number) {
        return list(system).stream().filter(g -> g.number() == number).findFirst();
    }

    @Override
    public Optional<Integer> current(String system) {
        return current;
    }

    @Override
    public void makeCurrent(String system, int number) {
        current = Optional.of(number);
    }

    @Override
    public String log(Generation generation) {
        return "line of the log\n";
    }

    @Override
    public Generation recordBoot(Generation old, BootRecord boot) {
        var fresh =
                new Generation(
                        old.system(),
                        old.number(),
                        old.created(),
                        old.specText(),
                        old.layers(),
                        old.kernelVersion(),
                        old.buildTime(),
                        old.directory(),
                        Optional.of(boot));
        all.put(old.number(), fresh);
        return fresh;
    }

    @Override
    public Generation mark(Generation generation, Marks marks) {
        throw new UnsupportedOperationException("tried with a real store");
    }

    @Override
    public Deletion plan(Collection<Generation> generations) {
        throw new UnsupportedOperationException("tried with a real store");
    }

    @Override
    public long delete(Generation generation) {
        all.remove(generation.number());
        return 12_345;
    }
}

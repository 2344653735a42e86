package dev.coppice.runner.index;

import dev.coppice.model.packages.PackageIndex;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.proc.ProcessRunner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * Measures how long a search in the list of a release takes; fetches the list when it is not kept.
 * Run from vm-runner's test class path: {@code SearchBenchmark CACHE-FOLDER [RELEASE]}.
 */
final class SearchBenchmark {

    private static final int ROUNDS = 60;
    private static final List<String> WORDS =
            List.of(
                    "nginx",
                    "postgresql",
                    "python3-requests",
                    "ssh server",
                    "zzz",
                    "lib",
                    "e",
                    "web proxy",
                    "libreoffice");

    private SearchBenchmark() {}

    /** Prints the medians. */
    public static void main(String[] arguments) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var indexes =
                    PackageIndexes.of(
                            Path.of(arguments[0]),
                            System.getenv(),
                            ProcessRunner.ofHost(),
                            executor);
            String release = arguments.length > 1 ? arguments[1] : "bookworm";
            Archive archive = Archive.of(Optional.empty(), release);
            long start = System.nanoTime();
            CachedIndex kept = indexes.cached(archive).orElseGet(() -> fetched(indexes, archive));
            System.out.printf(
                    "%d packages, %s, read in %.0f ms%n",
                    kept.index().size(), kept.trust(), (System.nanoTime() - start) / 1e6);
            measure(kept.index(), "each key of:", prefixes());
            for (String word : WORDS) {
                measure(kept.index(), word, List.of(word));
            }
            measureNear(kept.index());
        }
    }

    private static CachedIndex fetched(PackageIndexes indexes, Archive archive) {
        return switch (indexes.refresh(archive, e -> {}).outcome().join()) {
            case JobOutcome.Succeeded<CachedIndex>(CachedIndex list) -> list;
            case JobOutcome<CachedIndex> other -> throw new IllegalStateException("" + other);
        };
    }

    private static List<String> prefixes() {
        var typed = new ArrayList<String>();
        for (String word : WORDS) {
            for (int i = 1; i <= word.length(); i++) {
                typed.add(word.substring(0, i));
            }
        }
        return typed;
    }

    private static void measure(PackageIndex index, String title, List<String> typed) {
        var times = new ArrayList<Long>();
        long found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (String each : typed) {
                long start = System.nanoTime();
                found += index.search(each, 200).size();
                if (round >= ROUNDS / 3) {
                    times.add(System.nanoTime() - start);
                }
            }
        }
        print(title, times, found / ROUNDS / typed.size());
    }

    private static void measureNear(PackageIndex index) {
        var times = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            index.near("postgersql" + round);
            times.add(System.nanoTime() - start);
        }
        print("did you mean", times, 1);
    }

    private static void print(String title, List<Long> times, long found) {
        long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        System.out.printf(
                "%-18s median %6.2f ms   99 %% %6.2f ms   worst %6.2f ms   %d found%n",
                title,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted[sorted.length - 1] / 1e6,
                found);
    }
}

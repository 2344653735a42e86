package dev.coppice.runner.store;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.diff.SpecDiffer;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.runner.compare.Comparer;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures a store that grew: generations with small layers, real manifests, and facts of many
 * packages. Prints what a command pays for each operation in a process that has just begun, and
 * medians after that, by the clock and in processor time (which other programs do not stretch);
 * last a line of JSON.
 */
public final class StoreBenchmark {

    private static final int PACKAGES = 500;
    private static final int RUNS = 5;
    private static final double BILLION = 1e9;

    private final Path root;
    private final int generations;
    private final TreeMap<String, Double> seconds = new TreeMap<>();
    private final Map<String, List<Double>> times = new TreeMap<>();
    private final Map<String, List<Double>> processor = new TreeMap<>();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private StoreBenchmark(Path root, int generations) {
        this.root = root;
        this.generations = generations;
    }

    /**
     * @param arguments how many generations; 500 when it is not said
     */
    public static void main(String[] arguments) throws Exception {
        int generations = arguments.length == 0 ? 500 : Integer.parseInt(arguments[0]);
        Path root = Files.createTempDirectory("coppice-benchmark");
        try {
            new StoreBenchmark(root, generations).run();
        } finally {
            new TreeRemover(ProcessRunner.ofHost(), RootNamespace.ofProcess()).remove(root);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private void run() throws Exception {
        System.out.printf(
                "Making a store of %d generations, %d packages each ...%n", generations, PACKAGES);
        Store store = StoreKit.open(root);
        for (int i = 1; i <= generations; i++) {
            generation(store, i);
        }
        measure("open", "open the store", 0, () -> StoreKit.open(root));
        measure("list", "list all", 0.5, () -> StoreKit.open(root).generations().list("web"));
        measure("compare", "compare the first and the last", 0.5, this::compare);
        measure("preview", "preview of a deletion", 0, this::preview);
        measure("collectNothing", "collect, nothing to do", 5, () -> collect(OptionalInt.empty()));
        for (int run = 0; run < RUNS; run++) {
            for (int i = 0; i < 20; i++) {
                StoreKit.layer(store, LayerKind.CONFIG, run + " left " + i);
            }
            once("collect", () -> collect(OptionalInt.empty()));
        }
        print("collect", "collect 20 layers that are left over", 5);
        once("collectOld", () -> collect(OptionalInt.of(generations / 10)));
        print("collectOld", "collect nine generations of ten", 5);
        System.out.println(json());
    }

    private static void generation(Store store, int number) throws IOException {
        String text = text(number);
        Generation made = StoreKit.generation(store, "web", "c" + number, text);
        store.generations().recordBoot(made, StoreKit.boot(PACKAGES, number));
    }

    private static String text(int number) {
        StringBuilder text =
                new StringBuilder(
                        "spec: 1\nname: web\nbase: { distribution: debian, release: bookworm }\n"
                                + "hostname: web-"
                                + number
                                + "\npackages:\n");
        for (int i = 0; i < 40; i++) {
            text.append("  - package-").append(i).append('\n');
        }
        return text.toString();
    }

    private void compare() throws IOException {
        Generations all = StoreKit.open(root).generations();
        Generation first = all.find("web", 1).orElseThrow();
        Generation last = all.find("web", generations).orElseThrow();
        Analyzer analyzer = new Analyzer();
        var changes =
                new SpecDiffer(new SpecSchema())
                        .diff(
                                analysis(analyzer, first).spec().orElseThrow(),
                                analysis(analyzer, last).spec().orElseThrow());
        var comparison =
                Comparer.compare(
                        new Comparer.Side(first, List.of()),
                        new Comparer.Side(last, List.of()),
                        changes);
        if (comparison.sections().isEmpty()) {
            throw new IllegalStateException("nothing was compared");
        }
    }

    private static Analysis analysis(Analyzer analyzer, Generation generation) {
        return analyzer.analyze(new SpecText(generation.specText()), ProjectFiles.NONE);
    }

    private void preview() throws IOException {
        Generations all = StoreKit.open(root).generations();
        all.plan(List.of(all.find("web", 1).orElseThrow()));
    }

    private void collect(OptionalInt keep) throws IOException {
        StoreKit.open(root).collect(new CollectRequest(keep, Set.of("web"), false));
    }

    private void once(String name, Work work) throws Exception {
        long start = System.nanoTime();
        long busy = threads.getCurrentThreadCpuTime();
        work.run();
        processor
                .computeIfAbsent(name, n -> new ArrayList<>())
                .add((threads.getCurrentThreadCpuTime() - busy) / BILLION);
        times.computeIfAbsent(name, n -> new ArrayList<>())
                .add((System.nanoTime() - start) / BILLION);
    }

    private void measure(String name, String title, double goal, Work work) throws Exception {
        for (int run = 0; run < RUNS; run++) {
            once(name, work);
        }
        print(name, title, goal);
    }

    private void print(String name, String title, double goal) {
        List<Double> all = times.get(name);
        double median = median(all);
        double busy = median(processor.get(name));
        seconds.put(name + "Seconds", median);
        seconds.put(name + "ProcessorSeconds", busy);
        System.out.printf(
                Locale.ROOT,
                "%-38s first %6.3f s  median %6.3f s  processor %6.3f s  %s%n",
                title,
                all.getFirst(),
                median,
                busy,
                goal == 0
                        ? ""
                        : median <= goal
                                ? "goal %.1f s: met".formatted(goal)
                                : "goal %.1f s: MISSED".formatted(goal));
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private String json() {
        StringBuilder text = new StringBuilder("{\"generations\":" + generations);
        seconds.forEach(
                (name, value) ->
                        text.append(String.format(Locale.ROOT, ",\"%s\":%.4f", name, value)));
        return text.append('}').toString();
    }
}

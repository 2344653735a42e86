package dev.coppice.model.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The same work as {@link KeyBenchmark} in processor time of its thread, so that other load on the
 * computer counts less: {@code installers/benchmark --processor}.
 */
public final class ProcessorTimes {

    private static final int WARM_UP = 300;
    private static final int TURNS = 500;

    private ProcessorTimes() {}

    /** Prints a line for each kind of work; arguments choose some by name. */
    public static void main(String[] args) {
        for (int lines : new int[] {1_000, 10_000}) {
            new Work(lines)
                    .all()
                    .forEach(
                            (name, way) -> {
                                if (args.length == 0 || Arrays.asList(args).contains(name)) {
                                    measure(lines, name, way);
                                }
                            });
        }
    }

    private static void measure(int lines, String name, IntFunction<Object> way) {
        int found = 0;
        for (int i = 0; i < WARM_UP; i++) {
            found += System.identityHashCode(way.apply(i)) & 1;
        }
        long[] times = new long[TURNS];
        for (int i = 0; i < TURNS; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Object result = way.apply(WARM_UP + i);
            times[i] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            found += result == null ? 1 : 0;
        }
        Arrays.sort(times);
        System.out.printf(
                "%6d lines  %-10s median %8.3f ms   99%% %8.3f ms   most %8.3f ms%s%n",
                lines,
                name,
                times[TURNS / 2] / 1e6,
                times[TURNS * 99 / 100] / 1e6,
                times[TURNS - 1] / 1e6,
                found < 0 ? "!" : "");
    }
}

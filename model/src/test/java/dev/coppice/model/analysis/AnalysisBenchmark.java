package dev.coppice.model.analysis;

import dev.coppice.model.text.SpecText;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;

/** Prints how long the analysis of a spec of a thousand lines takes. Run it by hand. */
public final class AnalysisBenchmark {

    private AnalysisBenchmark() {}

    public static void main(String[] args) {
        String text = thousandLines();
        long start = cpu();
        var analyzer = new Analyzer();
        int found =
                analyzer.analyze(new SpecText(text), p -> Optional.empty()).diagnostics().size();
        long first = cpu() - start;
        long[] times = new long[400];
        for (int i = 0; i < times.length; i++) {
            long at = cpu();
            found +=
                    analyzer.analyze(new SpecText(text + "# " + i), p -> Optional.empty())
                            .diagnostics()
                            .size();
            times[i] = cpu() - at;
        }
        long[] warm = Arrays.copyOfRange(times, 200, 400);
        Arrays.sort(warm);
        System.out.printf(
                "%d lines, %d findings in all%nprocessor time: first %.1f ms, warm median %.2f ms,"
                        + " 95%% %.2f ms%n",
                text.lines().count(), found, first / 1e6, warm[100] / 1e6, warm[190] / 1e6);
    }

    /** This thread's own time: other load on the computer does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String thousandLines() {
        var out = new StringBuilder(Specs.HEAD);
        out.append("packages:\n");
        for (int i = 0; i < 200; i++) {
            out.append("  - package-").append(i).append("   # number ").append(i).append('\n');
        }
        out.append("users:\n");
        for (int i = 0; i < 60; i++) {
            out.append("  - name: user")
                    .append(i)
                    .append("\n    groups: [sudo]\n    shell: /bin/sh\n");
        }
        out.append("files:\n");
        for (int i = 0; i < 100; i++) {
            out.append("  - path: /etc/file").append(i);
            out.append("\n    mode: \"0600\"\n    content: |\n      one\n      two\n");
        }
        out.append("kernel:\n  sysctl:\n");
        for (int i = 0; i < 110; i++) {
            out.append("    net.x.y").append(i).append(": \"1\"\n");
        }
        return out.toString();
    }
}

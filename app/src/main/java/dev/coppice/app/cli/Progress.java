package dev.coppice.app.cli;

import dev.coppice.runner.build.BuildPlan;
import dev.coppice.runner.build.BuildStep;
import dev.coppice.runner.job.JobEvent;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Shows the events of a build: on a terminal one live line per step with the time that has passed,
 * the time expected and the time left; elsewhere plain lines at the start and the end of each step.
 */
final class Progress implements AutoCloseable {

    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final int TICK_MILLIS = 200;
    private static final int LIVE_WIDTH = 100;

    private final PrintStream out;
    private final boolean live;
    private final Clock clock;
    private final BuildPlan plan;
    private final List<String> seen = new ArrayList<>();
    private final Map<String, Running> running = new LinkedHashMap<>();
    private final ScheduledExecutorService ticker;

    Progress(PrintStream out, boolean live, Clock clock, BuildPlan plan) {
        this.out = out;
        this.live = live;
        this.clock = clock;
        this.plan = plan;
        this.ticker =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("progress").factory());
        if (live) {
            ticker.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Takes one event. */
    synchronized void show(JobEvent event) {
        switch (event) {
            case JobEvent.StepStarted start -> begin(start);
            case JobEvent.StepProgress progress ->
                    running.computeIfPresent(
                            progress.step(),
                            (_, now) ->
                                    new Running(
                                            now.start(),
                                            now.since(),
                                            progress.message(),
                                            progress.fraction()));
            case JobEvent.LogLine line -> {}
            case JobEvent.StepFinished finish -> end(finish);
        }
    }

    private void begin(JobEvent.StepStarted start) {
        running.put(start.step(), new Running(start, clock.instant(), "", -1));
        if (!seen.contains(start.step())) {
            seen.add(start.step());
        }
        if (live) {
            drawLive();
        } else {
            Duration expected = expected(start.step());
            String about = expected.isPositive() ? " (about " + Units.time(expected) + ")" : "";
            out.println(prefix(start.step()) + start.title() + about);
        }
    }

    private void end(JobEvent.StepFinished finish) {
        if (!seen.contains(finish.step())) {
            seen.add(finish.step());
        }
        String result =
                switch (finish.end()) {
                    case DONE -> "made in " + Units.time(finish.took()) + size(finish.bytes());
                    case REUSED -> "reused" + size(finish.bytes());
                    case FAILED -> "failed after " + Units.time(finish.took());
                    case CANCELLED -> "cancelled after " + Units.time(finish.took());
                };
        String why = finish.why().isBlank() ? "" : ": " + finish.why();
        out.println((live ? CLEAR_LINE : "") + prefix(finish.step()) + result + why);
        running.remove(finish.step());
    }

    private synchronized void tick() {
        if (!running.isEmpty()) {
            drawLive();
        }
    }

    /** One line: the only step in full, or all steps that run at a time in short. */
    private void drawLive() {
        String line =
                running.size() == 1
                        ? full(running.values().iterator().next())
                        : running.values().stream()
                                .map(step -> step.start().step() + " " + times(step))
                                .collect(Collectors.joining(" | "));
        out.print(CLEAR_LINE + line.substring(0, Math.min(line.length(), LIVE_WIDTH)));
        out.flush();
    }

    private String full(Running step) {
        String head = prefix(step.start().step()) + step.start().title();
        String message = step.message().isBlank() ? "" : "  " + step.message();
        return head + "  " + times(step) + message;
    }

    private String times(Running step) {
        Duration passed = Duration.between(step.since(), clock.instant());
        Duration expected = expected(step.start().step());
        if (expected.isPositive()) {
            Duration left = expected.minus(passed);
            return Units.time(passed)
                    + " of about "
                    + Units.time(expected)
                    + (left.isPositive() ? ", " + Units.time(left) + " left" : "");
        }
        return step.fraction() < 0
                ? Units.time(passed)
                : String.format(
                        Locale.ROOT,
                        "%s, %d %%",
                        Units.time(passed),
                        Math.round(step.fraction() * 100));
    }

    private record Running(
            JobEvent.StepStarted start, Instant since, String message, double fraction) {}

    private String prefix(String step) {
        int count = Math.max(plan.steps().size(), seen.size());
        return String.format(Locale.ROOT, "[%d/%d] %-8s  ", position(step), count, step);
    }

    private int position(String step) {
        for (int i = 0; i < plan.steps().size(); i++) {
            if (Names.of(plan.steps().get(i).kind()).equals(step)) {
                return i + 1;
            }
        }
        return Math.max(1, seen.indexOf(step) + 1);
    }

    private Duration expected(String step) {
        return plan.steps().stream()
                .filter(s -> Names.of(s.kind()).equals(step))
                .map(BuildStep::expected)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static String size(long bytes) {
        return bytes > 0 ? ", " + Units.size(bytes) : "";
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        synchronized (this) {
            if (live && !running.isEmpty()) {
                out.print(CLEAR_LINE);
                out.flush();
            }
        }
    }
}

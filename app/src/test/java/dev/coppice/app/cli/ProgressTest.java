package dev.coppice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.build.BuildPlan;
import dev.coppice.runner.build.BuildStep;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.store.LayerKind;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

class ProgressTest {

    private static final String CLEAR = "\r\u001b[K";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void aTerminalSeesOneLiveLineAStep() {
        try (Progress progress = progress()) {
            progress.show(new JobEvent.StepStarted("base", "Minimal Debian"));
            assertThat(shown())
                    .startsWith(
                            CLEAR
                                    + "[2/2] base      Minimal Debian  0.0 s of about 30 s, 30 s"
                                    + " left");
            progress.show(
                    new JobEvent.StepFinished(
                            "base", JobEvent.End.DONE, Duration.ofSeconds(21), 83_600_000, ""));
        }
        assertThat(shown()).endsWith(CLEAR + "[2/2] base      made in 21 s, 83.6 MB\n");
    }

    @Test
    void stepsThatRunAtATimeShareTheLine() {
        try (Progress progress = progress()) {
            progress.show(new JobEvent.StepStarted("kernel", "Kernel"));
            progress.show(new JobEvent.StepStarted("base", "Minimal Debian"));
            assertThat(shown())
                    .contains(CLEAR + "kernel 0.0 s | base 0.0 s of about 30 s, 30 s left");
        }
        assertThat(shown()).endsWith(CLEAR);
    }

    private Progress progress() {
        var plan =
                new BuildPlan(
                        List.of(step(LayerKind.KERNEL, 0), step(LayerKind.BASE, 30)),
                        Duration.ofSeconds(30));
        return new Progress(
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                true,
                Clock.fixed(CliRun.NOW, ZoneOffset.UTC),
                plan);
    }

    private static BuildStep step(LayerKind kind, int seconds) {
        return new BuildStep(kind, "x", "d", false, "", Duration.ofSeconds(seconds), 0);
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

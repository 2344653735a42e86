package dev.coppice.runner.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@Timeout(20)
class JobRunnerTest {

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final JobRunner jobs = new JobRunner(executor);
    private final List<JobEvent> events = new ArrayList<>();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void successCarriesTheValueAndTheEventsInOrder() {
        JobHandle<Integer> job =
                jobs.start(
                        context -> {
                            try (JobStep step = context.begin("a", "Do a")) {
                                step.log("line");
                                step.progress(0.5, "half");
                                step.done(7, "new");
                            }
                            context.reused("b", "Do b", 3, "same inputs");
                            return 42;
                        },
                        events::add);
        assertThat(job.outcome().join()).isEqualTo(new JobOutcome.Succeeded<>(42));
        assertThat(events)
                .extracting(e -> e.getClass().getSimpleName() + " " + e.step())
                .containsExactly(
                        "StepStarted a",
                        "LogLine a",
                        "StepProgress a",
                        "StepFinished a",
                        "StepStarted b",
                        "StepFinished b");
    }

    @Test
    void aProblemBecomesTheOutcomeAndTheStepFailed() {
        Problem problem = new Problem("x", "it broke", "mend it", List.of("log"));
        JobHandle<Integer> job =
                jobs.start(
                        context -> {
                            try (JobStep step = context.begin("a", "Do a")) {
                                step.log("about to fail");
                                throw new ProblemException(problem);
                            }
                        },
                        events::add);
        assertThat(job.outcome().join()).isEqualTo(new JobOutcome.Failed<>(problem));
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        JobEvent.StepFinished.class,
                        e -> assertThat(e.end()).isEqualTo(JobEvent.End.FAILED));
    }

    @Test
    void whatFailsAfterACancelIsCancelled() {
        CountDownLatch cancelled = new CountDownLatch(1);
        JobHandle<Integer> job =
                jobs.start(
                        context -> {
                            context.cancellation().onCancel(cancelled::countDown);
                            try (JobStep step = context.begin("a", "Do a")) {
                                step.log("waiting");
                                cancelled.await();
                                throw new ProblemException("x", "tool was killed", "none");
                            }
                        },
                        events::add);
        job.cancel();
        job.cancel();
        assertThat(job.outcome().join()).isEqualTo(new JobOutcome.Cancelled<>());
        assertThat(((JobEvent.StepFinished) events.getLast()).end())
                .isEqualTo(JobEvent.End.CANCELLED);
    }

    @Test
    void aBugIsNotAnOutcome() {
        JobHandle<Integer> job =
                jobs.start(
                        _ -> {
                            throw new IllegalStateException("bug");
                        },
                        events::add);
        assertThatThrownBy(() -> job.outcome().join()).hasRootCauseMessage("bug");
    }
}

package dev.coppice.app.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coppice.app.build.BuildState;
import dev.coppice.app.build.BuildViewModel;
import dev.coppice.app.build.StepRow;
import dev.coppice.app.build.StepState;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.job.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

class BuildViewModelTest {

    private final PlayedBuilder builder = new PlayedBuilder(Samples.plan());
    private final Steps steps = new Steps();
    private final AtomicLong clock = new AtomicLong(1_000);
    private Optional<BuildRequest> request = Optional.of(Samples.request());
    private final BuildViewModel model =
            new BuildViewModel(
                    builder,
                    () -> request,
                    steps,
                    Runnable::run,
                    Runnable::run,
                    Runnable::run,
                    clock::get);

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
        model.tick();
    }

    private StepRow step(int index) {
        return model.steps().get(index);
    }

    @Test
    void beforeABuildTheForecastIsShown() {
        model.refreshPlan();
        assertThat(model.headlineProperty().get()).isEqualTo("Ready to build web-01");
        assertThat(model.sublineProperty().get())
                .isEqualTo("About 15 s. 2 of 4 layers are reused.");
        assertThat(model.steps()).hasSize(4);
        assertThat(step(0).stateProperty().get()).isEqualTo(StepState.READY);
        assertThat(step(2).timeProperty().get()).isEqualTo("≈ 14 s");
        assertThat(step(2).detailProperty().get()).contains("+ htop");
    }

    @Test
    void withoutAValidSpecNothingIsPlanned() {
        request = Optional.empty();
        model.refreshPlan();
        assertThat(model.buildableProperty().get()).isFalse();
        assertThat(model.steps()).isEmpty();
        model.showProblems();
        assertThat(steps.taken).containsExactly("go COMPOSE");
    }

    @Test
    void aRunningStepShowsItsClockAndTheTimeLeft() {
        model.build(Samples.request());
        builder.reuseBelow();
        builder.start("packages", "Install nginx, htop");
        pass(Duration.ofSeconds(4));
        assertThat(step(0).stateProperty().get()).isEqualTo(StepState.REUSED);
        assertThat(step(2).timeProperty().get()).isEqualTo("0:04 · 0:10 left");
        assertThat(step(2).progressProperty().get()).isBetween(0.28, 0.29);
        assertThat(model.sublineProperty().get()).isEqualTo("0:04 of about 0:15 · 0:11 left");
        assertThat(model.progressProperty().get()).isBetween(0.26, 0.28);
        pass(Duration.ofSeconds(16));
        assertThat(step(2).timeProperty().get()).isEqualTo("0:20 · over by 0:06");
        assertThat(step(2).progressProperty().get()).isLessThan(1);
    }

    @Test
    void whatTheStepReportsComesBeforeTheForecast() {
        model.build(Samples.request());
        builder.start("packages", "Install nginx, htop");
        builder.events.accept(new JobEvent.StepProgress("packages", 0.5, "Unpacking nginx"));
        assertThat(step(2).progressProperty().get()).isEqualTo(0.5);
        assertThat(step(2).detailProperty().get()).isEqualTo("Unpacking nginx");
        builder.end("packages", JobEvent.End.DONE, 13_900, 21_303_296, "+ htop");
        assertThat(step(2).detailProperty().get()).isEqualTo("+ htop");
        assertThat(step(2).timeProperty().get()).isEqualTo("14 s");
        assertThat(step(2).sizeProperty().get()).isEqualTo("21 MB");
    }

    @Test
    void successGivesTheGenerationAndCanBootIt() {
        var outcome = model.build(Samples.request());
        var generation = Samples.generation(3, Optional.empty());
        builder.outcome.complete(new JobOutcome.Succeeded<>(generation));
        assertThat(outcome).isCompletedWithValue(new JobOutcome.Succeeded<>(generation));
        assertThat(model.stateProperty().get()).isEqualTo(BuildState.SUCCEEDED);
        assertThat(model.headlineProperty().get()).isEqualTo("Generation 3 of web-01 is built");
        assertThat(model.sublineProperty().get()).isEqualTo("Took 15 s, forecast 15 s.");
        model.bootResult();
        assertThat(steps.taken).containsExactly("boot 3");
        model.dismiss();
        assertThat(model.stateProperty().get()).isEqualTo(BuildState.IDLE);
        assertThat(model.headlineProperty().get()).isEqualTo("Ready to build web-01");
    }

    @Test
    void failureOpensItsStepAndShowsTheProblem() {
        model.build(Samples.request());
        builder.log("base", "fine");
        builder.start("packages", "Install ngnix");
        builder.log("packages", "E: Unable to locate package ngnix");
        builder.end("packages", JobEvent.End.FAILED, 6200, 0, "apt-get ended with 100");
        var problem = new Problem("package-unknown", "It is not there.", "Look.", List.of("E:"));
        builder.outcome.complete(new JobOutcome.Failed<>(problem));
        assertThat(model.stateProperty().get()).isEqualTo(BuildState.FAILED);
        assertThat(model.problemProperty().get()).isEqualTo(problem);
        assertThat(model.failedStep()).map(StepRow::id).contains("packages");
        assertThat(model.log().stepProperty().get()).isEqualTo("packages");
        assertThat(model.log().lines()).hasSize(1);
        assertThat(step(3).timeProperty().get()).isEqualTo("not run");
        model.again();
        assertThat(steps.taken).containsExactly("build and boot");
    }

    @Test
    void aStepThatNeverEndedFailsWithTheBuild() {
        model.build(Samples.request());
        builder.start("packages", "Install nginx");
        builder.outcome.complete(
                new JobOutcome.Failed<>(new Problem("disk-full", "Full.", "Free.", List.of())));
        assertThat(step(2).stateProperty().get()).isEqualTo(StepState.FAILED);
    }

    @Test
    void cancellingIsSaidAtOnceAndEndsWhenTheJobHasEnded() {
        model.build(Samples.request());
        builder.start("packages", "Install nginx");
        model.cancel();
        assertThat(builder.cancelled).isTrue();
        assertThat(model.stateProperty().get()).isEqualTo(BuildState.CANCELLING);
        assertThat(model.headlineProperty().get()).isEqualTo("Cancelling …");
        pass(Duration.ofSeconds(2));
        assertThat(model.headlineProperty().get()).isEqualTo("Cancelling …");
        builder.outcome.complete(new JobOutcome.Cancelled<>());
        assertThat(model.stateProperty().get()).isEqualTo(BuildState.CANCELLED);
        assertThat(step(2).stateProperty().get()).isEqualTo(StepState.CANCELLED);
        assertThat(model.headlineProperty().get()).isEqualTo("Cancelled after 2.0 s");
    }

    @Test
    void theNextBuildBeginsWithAnEmptyLog() {
        model.build(Samples.request());
        builder.log("base", "old");
        builder.outcome.complete(new JobOutcome.Cancelled<>());
        assertThat(model.log().lines()).hasSize(1);
        model.build(Samples.request());
        assertThat(model.log().lines()).isEmpty();
    }

    @Test
    void onlyOneBuildAtATime() {
        model.build(Samples.request());
        assertThatThrownBy(() -> model.build(Samples.request()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theLogIsSaved(@TempDir Path folder) throws Exception {
        model.build(Samples.request());
        builder.log("base", "one");
        builder.log("base", "two");
        Path file = folder.resolve("build.log");
        assertThat(model.saveLog(file)).isCompletedWithValue(file);
        assertThat(Files.readString(file)).isEqualTo("one\ntwo\n");
        assertThat(model.noticeProperty().get()).isEqualTo("Saved to " + file);
        assertThat(model.saveLog(folder.resolve("no/such/folder.log"))).isCompletedExceptionally();
        assertThat(model.noticeProperty().get()).startsWith("Not saved: ").contains("folder.log");
    }
}

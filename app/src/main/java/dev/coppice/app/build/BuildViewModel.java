package dev.coppice.app.build;

import dev.coppice.app.format.Human;
import dev.coppice.app.fx.Inbox;
import dev.coppice.app.shell.Navigation;
import dev.coppice.app.shell.Place;
import dev.coppice.runner.build.BuildPlan;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.Builder;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerKind;
import dev.coppice.runner.vm.RunOptions;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** One build at a time: its forecast, its steps, its log, its end. Used on the FX thread. */
public final class BuildViewModel {

    private static final int LOG_LINES = 50_000;

    private final Builder builder;
    private final Supplier<Optional<BuildRequest>> next;
    private final Navigation navigation;
    private final Executor background;
    private final Executor ui;
    private final Executor pulse;
    private final LongSupplier nanos;

    private final ReadOnlyObjectWrapper<BuildState> state =
            new ReadOnlyObjectWrapper<>(BuildState.IDLE);
    private final ReadOnlyBooleanWrapper buildable = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper subline = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Generation> result = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final ObservableList<StepRow> steps = FXCollections.observableArrayList();
    private final BuildLog log = new BuildLog(LOG_LINES);
    private final LockViewModel lock;

    private Duration expected = Duration.ZERO;
    private String system = "";
    private long startedNanos;
    private boolean cancelAsked;
    private Optional<JobHandle<Generation>> job = Optional.empty();
    private int planNumber;

    /**
     * @param next what would be built now; empty while the spec has errors
     * @param pulse runs on the FX thread, at most once per frame
     * @param nanos a clock that only goes forward
     */
    public BuildViewModel(
            Builder builder,
            Supplier<Optional<BuildRequest>> next,
            Navigation navigation,
            Executor background,
            Executor ui,
            Executor pulse,
            LongSupplier nanos) {
        this.builder = builder;
        this.next = next;
        this.navigation = navigation;
        this.background = background;
        this.ui = ui;
        this.pulse = pulse;
        this.nanos = nanos;
        this.lock = new LockViewModel(builder, next, background, ui, this::refreshPlan);
    }

    /** Shows what a build would do now, unless the page shows a build. */
    public void refreshPlan() {
        if (state.get() != BuildState.IDLE) {
            return;
        }
        Optional<BuildRequest> request = next.get();
        buildable.set(request.isPresent());
        if (request.isEmpty()) {
            steps.clear();
            headline.set("The spec has errors");
            subline.set("A build needs a spec without errors.");
            return;
        }
        lock.refresh();
        int number = ++planNumber;
        CompletableFuture.supplyAsync(() -> builder.plan(request.get()), background)
                .whenCompleteAsync(
                        (plan, failure) -> {
                            report(failure);
                            if (plan != null
                                    && number == planNumber
                                    && state.get() == BuildState.IDLE) {
                                showPlan(request.get(), plan);
                                headline.set("Ready to build " + system);
                                subline.set(forecast(plan));
                            }
                        },
                        ui);
    }

    /** The forecast in one line: {@code About 42 s. 3 of 4 layers are reused.} */
    static String forecast(BuildPlan plan) {
        long cached = plan.steps().stream().filter(s -> s.cached()).count();
        boolean foreign = plan.steps().stream().allMatch(s -> s.kind() == LayerKind.IMAGE);
        String time =
                plan.expected().isZero()
                        ? "No build has been timed on this host yet."
                        : "About " + Human.duration(plan.expected()) + ".";
        String reuse =
                foreign && cached == 0
                        ? "Its own tools know what they reuse."
                        : cached == 0
                                ? "Every layer is made anew."
                                : cached == plan.steps().size()
                                        ? "All layers are in the store."
                                        : cached
                                                + " of "
                                                + plan.steps().size()
                                                + " layers are reused.";
        return time + " " + reuse;
    }

    private void showPlan(BuildRequest request, BuildPlan plan) {
        system = request.spec().name();
        expected = plan.expected();
        steps.setAll(plan.steps().stream().map(StepRow::new).toList());
    }

    /**
     * Builds. One at a time: not to be asked before the outcome of the last.
     *
     * @return completes on the FX thread
     */
    public CompletableFuture<JobOutcome<Generation>> build(BuildRequest request) {
        if (state.get().busy()) {
            throw new IllegalStateException("a build runs already");
        }
        begin(request);
        var done = new CompletableFuture<JobOutcome<Generation>>();
        CompletableFuture.supplyAsync(() -> builder.plan(request), background)
                .whenCompleteAsync(
                        (plan, failure) -> {
                            report(failure);
                            if (plan != null && !cancelAsked) {
                                showPlan(request, plan);
                                launch(request, done);
                            } else {
                                end(new JobOutcome.Cancelled<>(), done);
                            }
                        },
                        ui);
        return done;
    }

    /** Builds and boots what the spec says now. */
    public void again() {
        navigation.buildAndBoot();
    }

    private void begin(BuildRequest request) {
        planNumber++;
        cancelAsked = false;
        system = request.spec().name();
        steps.clear();
        log.clear();
        notice.set("");
        problem.set(null);
        result.set(null);
        following.set(true);
        startedNanos = nanos.getAsLong();
        buildable.set(true);
        progress.set(0);
        state.set(BuildState.RUNNING);
        tick();
    }

    private void launch(BuildRequest request, CompletableFuture<JobOutcome<Generation>> done) {
        var inbox = new Inbox<JobEvent>(pulse, this::take);
        CompletableFuture.supplyAsync(() -> builder.build(request, inbox::put), background)
                .whenCompleteAsync(
                        (handle, failure) -> {
                            report(failure);
                            if (handle == null) {
                                end(new JobOutcome.Cancelled<>(), done);
                                return;
                            }
                            job = Optional.of(handle);
                            if (cancelAsked) {
                                handle.cancel();
                            }
                            // Through the same executor as the events, so that it comes last.
                            handle.outcome()
                                    .whenCompleteAsync(
                                            (outcome, bug) -> {
                                                report(bug);
                                                end(
                                                        outcome == null
                                                                ? new JobOutcome.Cancelled<>()
                                                                : outcome,
                                                        done);
                                            },
                                            pulse);
                        },
                        ui);
    }

    private void report(Throwable failure) {
        if (failure != null) {
            ui.execute(
                    () -> {
                        throw new IllegalStateException("the build broke", failure);
                    });
        }
    }

    private void take(List<JobEvent> events) {
        var lines = new ArrayList<LogEntry>();
        for (JobEvent event : events) {
            switch (event) {
                case JobEvent.LogLine line -> lines.add(new LogEntry(line.step(), line.text()));
                case JobEvent.StepStarted start ->
                        row(start.step()).started(start.title(), nanos.getAsLong());
                case JobEvent.StepProgress p -> row(p.step()).progressed(p);
                case JobEvent.StepFinished f -> row(f.step()).finished(f);
            }
        }
        if (!lines.isEmpty()) {
            log.append(lines);
        }
        tick();
    }

    private StepRow row(String id) {
        for (StepRow row : steps) {
            if (row.id().equals(id)) {
                return row;
            }
        }
        var row = new StepRow(id, id, Duration.ZERO);
        steps.add(row);
        return row;
    }

    private void end(
            JobOutcome<Generation> outcome, CompletableFuture<JobOutcome<Generation>> done) {
        job = Optional.empty();
        long now = nanos.getAsLong();
        Duration took = Duration.ofNanos(now - startedNanos);
        switch (outcome) {
            case JobOutcome.Succeeded<Generation>(Generation generation) -> {
                progress.set(1);
                result.set(generation);
                headline.set("Generation %d of %s is built".formatted(generation.number(), system));
                subline.set(verdict(generation.buildTime()));
                state.set(BuildState.SUCCEEDED);
                lock.refresh();
            }
            case JobOutcome.Failed<Generation>(Problem why) -> {
                steps.forEach(s -> s.abandon(StepState.FAILED, now));
                problem.set(why);
                progress.set(1);
                headline.set("The build failed after " + Human.duration(took));
                subline.set("The store is as it was before.");
                state.set(BuildState.FAILED);
                failedStep().ifPresent(s -> log.stepProperty().set(s.id()));
            }
            case JobOutcome.Cancelled<Generation> c -> {
                steps.forEach(s -> s.abandon(StepState.CANCELLED, now));
                headline.set("Cancelled after " + Human.duration(took));
                subline.set("Layers that were finished stay in the store for the next build.");
                state.set(BuildState.CANCELLED);
            }
        }
        done.complete(outcome);
    }

    /** The step that stopped the build. */
    public Optional<StepRow> failedStep() {
        return steps.stream().filter(s -> s.stateProperty().get() == StepState.FAILED).findFirst();
    }

    private String verdict(Duration took) {
        String base = "Took " + Human.duration(took);
        return (expected.isZero()
                        ? base + "."
                        : base + ", forecast " + Human.duration(expected) + ".")
                + slowest();
    }

    /** Where the time went, when steps shared it. */
    private String slowest() {
        List<StepRow> made =
                steps.stream().filter(s -> s.stateProperty().get() == StepState.DONE).toList();
        return made.size() < 2
                ? ""
                : made.stream()
                        .max(Comparator.comparing(StepRow::took))
                        .map(
                                s ->
                                        " Slowest: "
                                                + s.titleProperty().get()
                                                + ", "
                                                + Human.duration(s.took())
                                                + ".")
                        .orElse("");
    }

    /** Which packages a build uses. */
    public LockViewModel lock() {
        return lock;
    }

    /** Asks the build to stop; the page says so at once. */
    public void cancel() {
        if (state.get() != BuildState.RUNNING) {
            return;
        }
        cancelAsked = true;
        state.set(BuildState.CANCELLING);
        headline.set("Cancelling …");
        subline.set("Waiting until everything that the build started has ended.");
        job.ifPresent(handle -> background.execute(handle::cancel));
    }

    /** Goes back to the forecast of the next build. */
    public void dismiss() {
        if (!state.get().busy()) {
            state.set(BuildState.IDLE);
            refreshPlan();
        }
    }

    /** Boots what was built. */
    public void bootResult() {
        Optional.ofNullable(result.get())
                .ifPresent(g -> navigation.boot(g, new RunOptions(true, false)));
    }

    /** Leads to what is wrong with the spec. */
    public void showProblems() {
        navigation.go(Place.COMPOSE);
    }

    /** Moves the clocks; called while a build runs. */
    public void tick() {
        if (state.get() != BuildState.RUNNING) {
            return;
        }
        long now = nanos.getAsLong();
        steps.forEach(s -> s.tick(now));
        Duration elapsed = Duration.ofNanos(now - startedNanos);
        // Steps may run side by side: the plan knows the whole, each step the least that is left.
        Duration left =
                steps.stream()
                        .map(s -> s.left(now))
                        .reduce(expected.minus(elapsed), (a, b) -> a.compareTo(b) < 0 ? b : a);
        headline.set("Building " + system);
        subline.set(Human.clock(elapsed) + forecastOf(left));
        progress.set(fraction(now));
    }

    private String forecastOf(Duration left) {
        if (expected.isZero()) {
            return "";
        }
        String of = " of about " + Human.clock(expected);
        return left.isZero() ? of : of + " · " + Human.clock(left.plusMillis(999)) + " left";
    }

    private double fraction(long now) {
        double all = steps.stream().mapToDouble(BuildViewModel::weight).sum();
        if (steps.isEmpty() || all == 0) {
            return -1;
        }
        double done =
                steps.stream().mapToDouble(s -> weight(s) * Math.max(0, s.fraction(now))).sum();
        return done / all;
    }

    private static double weight(StepRow step) {
        return step.expected().toMillis();
    }

    /**
     * Writes the log; completes on the FX thread, exceptionally when the file cannot be written.
     */
    public CompletableFuture<Path> saveLog(Path file) {
        String text = log.text();
        return CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return Files.writeString(file, text);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        background)
                .whenCompleteAsync(
                        (path, failure) ->
                                notice.set(
                                        failure == null
                                                ? "Saved to " + path
                                                : "Not saved: " + cause(failure)),
                        ui);
    }

    private static String cause(Throwable failure) {
        return failure.getCause() instanceof UncheckedIOException io
                ? io.getCause().toString()
                : failure.toString();
    }

    /** What became of the log that was to be saved. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<BuildState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the spec can be built at all. */
    public ReadOnlyBooleanProperty buildableProperty() {
        return buildable.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    /** Elapsed against forecast, or how it ended. */
    public ReadOnlyStringProperty sublineProperty() {
        return subline.getReadOnlyProperty();
    }

    /** 0 to 1, negative when nobody knows. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Why the build failed; null otherwise. */
    public ReadOnlyObjectProperty<Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What was built; null until then. */
    public ReadOnlyObjectProperty<Generation> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Whether the log keeps to its end. */
    public BooleanProperty followingProperty() {
        return following;
    }

    public ObservableList<StepRow> steps() {
        return steps;
    }

    public BuildLog log() {
        return log;
    }
}

package dev.coppice.app.build;

import dev.coppice.app.format.Human;
import dev.coppice.runner.build.BuildStep;
import dev.coppice.runner.job.JobEvent;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.time.Duration;
import java.util.Locale;

/** One step of the build as the page shows it. */
public final class StepRow {

    private final String id;
    private final Duration expected;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper size = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyObjectWrapper<StepState> state = new ReadOnlyObjectWrapper<>();
    private String why;
    private double reported = -1;
    private long startedNanos;
    private Duration took = Duration.ZERO;

    StepRow(BuildStep step) {
        this(id(step), step.title(), step.expected());
        why = step.why();
        detail.set(why);
        state.set(step.cached() ? StepState.READY : StepState.WAITING);
        if (step.expectedBytes() > 0) {
            size.set((step.cached() ? "" : "≈ ") + Human.bytes(step.expectedBytes()));
        }
        time.set(step.cached() ? "reused" : forecast());
    }

    /** A step that the plan did not have. */
    StepRow(String id, String title, Duration expected) {
        this.id = id;
        this.expected = expected;
        this.title.set(title);
        this.why = "";
        state.set(StepState.WAITING);
    }

    private static String id(BuildStep step) {
        return step.kind().name().toLowerCase(Locale.ROOT);
    }

    private String forecast() {
        return expected.isZero() ? "" : "≈ " + Human.duration(expected);
    }

    void started(String newTitle, long now) {
        title.set(newTitle);
        startedNanos = now;
        state.set(StepState.RUNNING);
        tick(now);
    }

    void progressed(JobEvent.StepProgress event) {
        reported = event.fraction();
        if (!event.message().isBlank()) {
            detail.set(event.message());
        }
    }

    void finished(JobEvent.StepFinished event) {
        took = event.took();
        if (!event.why().isBlank()) {
            why = event.why();
        }
        detail.set(why);
        if (event.bytes() > 0) {
            size.set(Human.bytes(event.bytes()));
        }
        state.set(
                switch (event.end()) {
                    case DONE -> StepState.DONE;
                    case REUSED -> StepState.REUSED;
                    case FAILED -> StepState.FAILED;
                    case CANCELLED -> StepState.CANCELLED;
                });
        progress.set(
                event.end() == JobEvent.End.DONE || event.end() == JobEvent.End.REUSED ? 1 : 0);
        time.set(event.end() == JobEvent.End.REUSED ? "reused" : Human.duration(took));
    }

    /** The job has ended without a word about this step. */
    void abandon(StepState end, long now) {
        if (state.get() == StepState.RUNNING) {
            took = Duration.ofNanos(now - startedNanos);
            time.set(Human.duration(took));
            state.set(end);
        } else if (!state.get().over() && state.get() != StepState.READY) {
            time.set("not run");
        }
    }

    void tick(long now) {
        if (state.get() != StepState.RUNNING) {
            return;
        }
        Duration elapsed = elapsed(now);
        if (expected.isZero()) {
            time.set(Human.clock(elapsed));
        } else {
            Duration left = expected.minus(elapsed);
            time.set(
                    Human.clock(elapsed)
                            + (left.isNegative()
                                    ? " · over by " + Human.clock(left.negated())
                                    : " · " + Human.clock(left.plusMillis(999)) + " left"));
        }
        progress.set(fraction(now));
    }

    /** How much of the step is done, 0 to 1; negative when nobody knows. */
    double fraction(long now) {
        return switch (state.get()) {
            case READY, DONE, REUSED -> 1;
            case WAITING, FAILED, CANCELLED -> 0;
            case RUNNING ->
                    reported >= 0
                            ? Math.min(1, reported)
                            : expected.isZero()
                                    ? -1
                                    : Math.min(
                                            0.97,
                                            elapsed(now).toNanos() / (double) expected.toNanos());
        };
    }

    /** What is still to come of the time that was expected. */
    Duration left(long now) {
        return switch (state.get()) {
            case WAITING -> expected;
            case RUNNING -> max(expected.minus(elapsed(now)), Duration.ZERO);
            default -> Duration.ZERO;
        };
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }

    private Duration elapsed(long now) {
        return Duration.ofNanos(now - startedNanos);
    }

    /** The stable name, as events have it. */
    public String id() {
        return id;
    }

    /** Zero when the layer is in the store or nobody knows. */
    public Duration expected() {
        return expected;
    }

    /** The time that it took; zero until it ended. */
    public Duration took() {
        return took;
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** What it does now; before and after, why it is reused or made. */
    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** Forecast, running clock with the time left, or the time that it took. */
    public ReadOnlyStringProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /** 0 to 1, negative when nobody knows. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<StepState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}

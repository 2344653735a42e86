package dev.coppice.app.preview;

import dev.coppice.app.format.Human;
import dev.coppice.model.spec.Machine;
import dev.coppice.runner.console.ScreenSource;
import dev.coppice.runner.console.UsKeyboard;
import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.CheckResult.Verdict;
import dev.coppice.runner.guest.Facts;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.vm.MachineObserver;
import dev.coppice.runner.vm.VirtualMachine;
import dev.coppice.runner.vm.VmState;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** One machine as Preview shows it. Used on the FX thread. */
public final class MachineViewModel {

    private static final int TAIL = 12;

    /** Milliseconds between keys; an emulated guest loses keys that come faster. */
    private static final long TYPING_PAUSE = 15;

    private final VirtualMachine machine;
    private final Executor background;
    private final Executor ui;
    private final LongSupplier nanos;
    private final long started;
    private final SerialText serial;
    private final AutoCloseable observing;

    private final ReadOnlyObjectWrapper<VmState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper checksSummary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper facts = new ReadOnlyBooleanWrapper(false);
    private final ObservableList<CheckResult> checks = FXCollections.observableArrayList();
    private final ObservableList<FactRow> factRows = FXCollections.observableArrayList();
    private final ObservableList<Machine.Forward> forwards = FXCollections.observableArrayList();
    private Duration readyAfter;
    private Duration lived;

    MachineViewModel(
            VirtualMachine machine,
            Executor background,
            Executor ui,
            Executor pulse,
            LongSupplier nanos) {
        this.machine = machine;
        this.background = background;
        this.ui = ui;
        this.nanos = nanos;
        started = nanos.getAsLong();
        state.set(machine.state());
        serial = new SerialText(machine.serial(), pulse);
        observing = machine.observe(new Watch());
        machine.firstBoot()
                .thenAcceptAsync(
                        boot ->
                                boot.ifPresent(
                                        b -> {
                                            readyAfter = b.ready();
                                            tick();
                                        }),
                        ui);
        tick();
    }

    private final class Watch implements MachineObserver {

        @Override
        public void stateChanged(VmState now) {
            ui.execute(() -> showState(now));
        }

        @Override
        public void factsCollected(Facts reported) {
            ui.execute(
                    () -> {
                        factRows.setAll(FactRow.of(reported));
                        facts.set(true);
                    });
        }

        @Override
        public void checksChanged(List<CheckResult> results, boolean finished) {
            ui.execute(() -> showChecks(results, finished));
        }
    }

    private void showState(VmState now) {
        if (now == VmState.READY && readyAfter == null) {
            readyAfter = sinceStart();
        }
        if (over(now) && lived == null) {
            lived = sinceStart();
            checking.set(false);
        }
        if (now == VmState.FAILED) {
            problem.set(machine.problem().map(this::withTail).orElse(null));
        }
        state.set(now);
        tick();
    }

    /** What the console said last often explains more than the process does. */
    private Problem withTail(Problem why) {
        return why.log().isEmpty()
                ? new Problem(why.code(), why.message(), why.hint(), serial.tail(TAIL))
                : why;
    }

    private void showChecks(List<CheckResult> results, boolean finished) {
        checks.setAll(results);
        checking.set(!finished);
        long passed = results.stream().filter(r -> r.verdict() == Verdict.PASSED).count();
        checksSummary.set(results.isEmpty() ? "" : passed + " of " + results.size() + " passed");
    }

    private Duration sinceStart() {
        return Duration.ofNanos(nanos.getAsLong() - started);
    }

    static boolean over(VmState state) {
        return state == VmState.STOPPED || state == VmState.FAILED;
    }

    /** Moves the clocks; called while the page is on the screen. */
    public void tick() {
        VmState now = state.get();
        String life = Human.clock(lived == null ? sinceStart() : lived);
        clock.set(
                switch (now) {
                    case STARTING, RUNNING -> life + " since power-on";
                    case READY, STOPPING, STOPPED ->
                            (readyAfter == null
                                            ? ""
                                            : "ready after " + Human.duration(readyAfter) + " · ")
                                    + (now == VmState.STOPPED ? "ran " : "up ")
                                    + life;
                    case FAILED -> "after " + life;
                });
    }

    /** Asks the machine to power off, then insists. */
    public void stop() {
        background.execute(machine::stop);
    }

    /** Ends the machine at once. */
    public void kill() {
        background.execute(machine::kill);
    }

    /** Runs the checks again. */
    public void recheck() {
        checking.set(true);
        background.execute(machine::recheck);
    }

    /** Writes a picture of the screen; the notice says where, or why not. */
    public void screenshot(Path file) {
        notice.set("Taking a picture …");
        machine.screenshot(file)
                .whenCompleteAsync(
                        (path, failure) ->
                                notice.set(
                                        failure == null
                                                ? "Saved to " + path
                                                : "Not saved: " + cause(failure)),
                        ui);
    }

    /**
     * Types a text at the guest's pace; the notice says how far it has come.
     *
     * @param screen where the keys go
     */
    void type(ScreenSource screen, String text) {
        if (text.isEmpty()) {
            notice.set("The clipboard holds no text.");
            return;
        }
        notice.set("Typing " + Human.count(text.length(), "character") + " …");
        background.execute(
                () -> {
                    try {
                        int missing = UsKeyboard.type(screen, text, TYPING_PAUSE);
                        ui.execute(() -> notice.set(typed(text.length(), missing)));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private static String typed(int all, int missing) {
        String done = "Typed " + Human.count(all - missing, "character");
        return missing == 0
                ? done + "."
                : done + "; " + missing + " left out that a US keyboard does not have.";
    }

    private static String cause(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? deepest.toString() : deepest.getMessage();
    }

    /** Whether it runs and holds one of these ports of the host. */
    boolean clashes(List<Machine.Forward> wanted) {
        return !over(state.get())
                && forwards.stream()
                        .anyMatch(
                                mine ->
                                        wanted.stream()
                                                .anyMatch(w -> w.hostPort() == mine.hostPort()));
    }

    void forward(List<Machine.Forward> ports) {
        forwards.setAll(ports);
    }

    /** Stops following; the machine goes on. */
    void close() {
        serial.close();
        try {
            observing.close();
        } catch (Exception e) {
            throw new IllegalStateException("a machine refuses to be left", e);
        }
    }

    VirtualMachine machine() {
        return machine;
    }

    SerialText serial() {
        return serial;
    }

    /** {@code web-01 · generation 3}. */
    public String title() {
        return machine.generation().system() + " · generation " + machine.generation().number();
    }

    public ReadOnlyObjectProperty<VmState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why it failed; null otherwise. */
    public ReadOnlyObjectProperty<Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Time since power-on, time to ready. */
    public ReadOnlyStringProperty clockProperty() {
        return clock.getReadOnlyProperty();
    }

    public ObservableList<CheckResult> checks() {
        return checks;
    }

    /** {@code 2 of 3 passed}; empty without checks. */
    public ReadOnlyStringProperty checksSummaryProperty() {
        return checksSummary.getReadOnlyProperty();
    }

    /** Whether checks are still being tried. */
    public ReadOnlyBooleanProperty checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    /** Whether the facts are here. */
    public ReadOnlyBooleanProperty factsProperty() {
        return facts.getReadOnlyProperty();
    }

    ObservableList<FactRow> factRows() {
        return factRows;
    }

    /** Ports of this host that reach the machine. */
    public ObservableList<Machine.Forward> forwards() {
        return forwards;
    }

    /** What became of the last action. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}

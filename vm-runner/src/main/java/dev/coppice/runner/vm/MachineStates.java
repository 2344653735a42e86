package dev.coppice.runner.vm;

import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.Facts;
import dev.coppice.runner.job.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The state of one machine, and those who follow it. Thread-safe; observers are told in order. */
final class MachineStates {

    private final List<MachineObserver> observers = new ArrayList<>();
    private final CompletableFuture<VmState> ended = new CompletableFuture<>();
    private VmState state = VmState.STARTING;
    private Optional<Problem> problem = Optional.empty();
    private Optional<Facts> facts = Optional.empty();
    private List<CheckResult> checks = List.of();
    private boolean checksFinished;

    synchronized VmState state() {
        return state;
    }

    synchronized Optional<Problem> problem() {
        return problem;
    }

    CompletableFuture<VmState> ended() {
        return ended.copy();
    }

    /** Adds an observer and tells it what is known so far. */
    synchronized AutoCloseable observe(MachineObserver observer) {
        observers.add(observer);
        observer.stateChanged(state);
        facts.ifPresent(observer::factsCollected);
        if (!checks.isEmpty()) {
            observer.checksChanged(checks, checksFinished);
        }
        return () -> {
            synchronized (this) {
                observers.remove(observer);
            }
        };
    }

    /**
     * Moves on; a state that comes too late, such as RUNNING after a stop, is passed over.
     *
     * @return whether the machine is in the state now
     */
    synchronized boolean enter(VmState next) {
        if (!follows(state, next)) {
            return state == next;
        }
        state = next;
        tell(observer -> observer.stateChanged(next));
        return true;
    }

    /** Ends, with a problem or without. The first end counts. */
    void end(Optional<Problem> why) {
        synchronized (this) {
            if (state.isEnd()) {
                return;
            }
            problem = why;
            state = why.isPresent() ? VmState.FAILED : VmState.STOPPED;
            tell(observer -> observer.stateChanged(state));
        }
        ended.complete(state());
    }

    synchronized void restarted(String why) {
        tell(observer -> observer.restarted(why));
    }

    synchronized void facts(Facts found) {
        facts = Optional.of(found);
        tell(observer -> observer.factsCollected(found));
    }

    synchronized void checks(List<CheckResult> results, boolean finished) {
        checks = List.copyOf(results);
        checksFinished = finished;
        tell(observer -> observer.checksChanged(checks, finished));
    }

    private void tell(Consumer<MachineObserver> news) {
        List.copyOf(observers).forEach(news);
    }

    private static boolean follows(VmState state, VmState next) {
        return switch (state) {
            case STARTING -> next == VmState.RUNNING || next == VmState.STOPPING;
            case RUNNING -> next == VmState.READY || next == VmState.STOPPING;
            case READY -> next == VmState.STOPPING;
            case STOPPING, STOPPED, FAILED -> false;
        };
    }
}

package dev.coppice.runner.vm;

import dev.coppice.runner.console.DeferredSerialConsole;
import dev.coppice.runner.console.ScreenSource;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.LongProcess;
import dev.coppice.runner.store.BootRecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The life of one QEMU process from its directory to its end. One virtual thread lives it; a second
 * waits for the guest and asks it; stopping has a third.
 */
final class MachineLife {

    /** Saves what the first boot told. */
    @FunctionalInterface
    interface BootKeeper {
        void keep(BootRecord record) throws IOException;
    }

    /**
     * What it needs.
     *
     * @param screenshot where the picture of the first boot goes
     * @param release run when the machine has ended
     */
    record Parts(
            QemuMachine.Order order,
            VmConfig config,
            Path qemu,
            Accelerator accelerator,
            MachineTimes times,
            RunDirectory directory,
            Path screenshot,
            BootKeeper keeper,
            Runnable release) {}

    /** A process and the connections to it. */
    private record Running(LongProcess process, MachineLines lines) {}

    private final Parts parts;
    private final MachineStates states = new MachineStates();
    private final DeferredSerialConsole serial = new DeferredSerialConsole();
    private final CompletableFuture<ScreenSource> screen = new CompletableFuture<>();
    private final CompletableFuture<Optional<Running>> launched = new CompletableFuture<>();
    private final CompletableFuture<Optional<BootRecord>> firstBoot = new CompletableFuture<>();
    private final AtomicReference<Problem> failure = new AtomicReference<>();
    private final GuestTalk talk;
    private volatile long poweredOn;

    MachineLife(Parts parts) {
        this.parts = parts;
        this.talk = new GuestTalk(parts.order().spec(), parts.times(), states);
    }

    MachineStates states() {
        return states;
    }

    DeferredSerialConsole serial() {
        return serial;
    }

    CompletableFuture<ScreenSource> screen() {
        return screen;
    }

    CompletableFuture<Optional<BootRecord>> firstBoot() {
        return firstBoot.copy();
    }

    Optional<MachineLines> lines() {
        return launched.getNow(Optional.empty()).map(Running::lines);
    }

    Optional<Long> pid() {
        return launched.getNow(Optional.empty()).map(running -> running.process().pid());
    }

    void start() {
        Thread.ofVirtual().name("machine-" + parts.order().id()).start(this::live);
    }

    /** Ends the machine, asking the system in it first or not. */
    void stop(boolean gently) {
        boolean answers = states.state() == VmState.READY;
        boolean first = states.enter(VmState.STOPPING);
        if (first || !gently) {
            Thread.ofVirtual()
                    .name("machine-stop-" + parts.order().id())
                    .start(() -> descend(gently, answers));
        }
    }

    void recheck() {
        Optional<MachineLines> lines = lines();
        if (lines.isPresent() && states.state() == VmState.READY) {
            Thread.ofVirtual()
                    .name("machine-recheck-" + parts.order().id())
                    .start(() -> checkAgain(lines.get()));
        }
    }

    private void checkAgain(MachineLines lines) {
        try {
            talk.check(lines);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void descend(boolean gently, boolean answers) {
        Optional<Running> running = launched.join();
        if (running.isEmpty()) {
            return;
        }
        var ladder = new StopLadder(running.get().process(), running.get().lines(), parts.times());
        try {
            // A system that is not up yet would not listen, and without a state disk loses nothing.
            if (gently && (answers || parts.config().keeps())) {
                ladder.powerDown(answers);
            } else {
                ladder.quit();
            }
        } catch (InterruptedException _) {
            running.get().process().kill();
        }
    }

    private void live() {
        Optional<Problem> outcome = Optional.of(MachineProblems.internal());
        try {
            outcome = liveToTheEnd();
        } catch (ProblemException e) {
            outcome = Optional.of(e.problem());
        } catch (IOException e) {
            outcome = Optional.of(MachineProblems.notPrepared(String.valueOf(e.getMessage())));
        } catch (InterruptedException _) {
            outcome = Optional.empty();
        } finally {
            end(outcome);
        }
    }

    private void end(Optional<Problem> outcome) {
        launched.complete(Optional.empty());
        screen.cancel(false);
        firstBoot.complete(Optional.empty());
        try {
            parts.release().run();
            parts.directory().delete();
        } catch (IOException | UncheckedIOException _) {
            // The next start removes what stays.
        }
        states.end(outcome);
    }

    private Optional<Problem> liveToTheEnd() throws IOException, InterruptedException {
        RunDirectory directory = parts.directory();
        parts.config().forwards().forEach(HostPorts::check);
        MachineRecord record = record();
        record.write(directory.record());
        poweredOn = System.nanoTime();
        LongProcess process =
                LongProcess.start(
                        QemuCommandLine.of(
                                parts.qemu(), parts.config(), parts.accelerator(), directory),
                        directory.qemuLog());
        try {
            Optional<ProcessIdentity> identity =
                    process.started()
                            .map(at -> new ProcessIdentity(process.pid(), at.toEpochMilli()));
            if (identity.isPresent()) {
                record.withQemu(identity.get()).write(directory.record());
            }
            return follow(process);
        } finally {
            process.kill();
            process.ended().join();
        }
    }

    private Optional<Problem> follow(LongProcess process) throws IOException, InterruptedException {
        MachineLines lines;
        try {
            lines =
                    MachineLines.connect(
                            process, parts.directory(), parts.config().display(), talk::onEvent);
        } catch (IOException e) {
            if (process.isAlive()) {
                throw e;
            }
            int exit = process.ended().join();
            return Optional.of(MachineProblems.qemuDied(exit, VmState.STARTING, parts.directory()));
        }
        try (lines) {
            serial.connect(lines.serial());
            lines.screen().ifPresent(screen::complete);
            var running = new Running(process, lines);
            launched.complete(Optional.of(running));
            boolean reached = states.enter(VmState.RUNNING);
            Thread asking =
                    Thread.ofVirtual()
                            .name("machine-boot-" + parts.order().id())
                            .unstarted(() -> bring(running));
            if (reached) {
                asking.start();
            }
            int exit = process.ended().join();
            asking.interrupt();
            if (reached) {
                asking.join();
            }
            return verdict(exit);
        }
    }

    private Optional<Problem> verdict(int exit) {
        if (failure.get() != null) {
            return Optional.of(failure.get());
        }
        return switch (states.state()) {
            case STOPPING -> Optional.empty();
            case READY ->
                    exit == 0
                            ? Optional.empty()
                            : Optional.of(
                                    MachineProblems.qemuDied(
                                            exit, VmState.READY, parts.directory()));
            case STARTING, RUNNING, STOPPED, FAILED ->
                    Optional.of(
                            exit == 0
                                    ? MachineProblems.offTooEarly(parts.directory())
                                    : MachineProblems.qemuDied(
                                            exit, VmState.RUNNING, parts.directory()));
        };
    }

    /** Waits for the guest agent, then asks for facts and checks. */
    private void bring(Running running) {
        MachineLines lines = running.lines();
        try {
            if (!talk.awaitAgent(lines, poweredOn, parts.accelerator())) {
                failure.set(MachineProblems.notReady(parts.times().ready(), parts.directory()));
                stopNow(running);
                return;
            }
            if (states.enter(VmState.READY)) {
                firstBoot.complete(Optional.of(askAll(lines)));
            }
        } catch (TimeoutException | IOException e) {
            giveUp(running, String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private BootRecord askAll(MachineLines lines)
            throws IOException, InterruptedException, TimeoutException {
        Optional<Path> picture =
                parts.config().display() ? Optional.of(parts.screenshot()) : Optional.empty();
        BootRecord record = talk.askAll(lines, parts.accelerator(), picture);
        parts.keeper().keep(record);
        return record;
    }

    /** Ends a machine that can no longer be asked, or whose answers cannot be kept. */
    private void giveUp(Running running, String reason) {
        try {
            // When QEMU has just died, that is the reason to tell.
            running.process().ended().get(1, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            if (states.state() != VmState.STOPPING) {
                failure.set(MachineProblems.notAsked(reason, parts.directory()));
                stopNow(running);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot follow QEMU", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopNow(Running running) {
        try {
            new StopLadder(running.process(), running.lines(), parts.times()).quit();
        } catch (InterruptedException _) {
            running.process().kill();
        }
    }

    private MachineRecord record() {
        return new MachineRecord(
                parts.order().generation().system(),
                parts.order().generation().number(),
                parts.config().label(),
                parts.config().keeps(),
                ProcessIdentity.of(ProcessHandle.current()).orElseThrow(),
                Optional.empty());
    }
}

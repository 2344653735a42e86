package dev.coppice.runner.vm;

import dev.coppice.model.spec.Machine.Forward;
import dev.coppice.runner.console.DeferredSerialConsole;
import dev.coppice.runner.console.ScreenSource;
import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.Facts;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.LongProcess;
import dev.coppice.runner.qmp.QmpEvent;
import dev.coppice.runner.store.BootRecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The life of one QEMU process from its directory to its end. One virtual thread lives it; a second
 * waits for the guest and asks it; stopping has a third.
 */
final class MachineLife {

    private static final Duration SYNC = Duration.ofSeconds(2);
    private static final Duration SYNC_UNASKED = Duration.ofSeconds(5);

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
    private final CountDownLatch agentOpened = new CountDownLatch(1);
    private final AtomicReference<Problem> failure = new AtomicReference<>();
    private volatile long poweredOn;
    private volatile Duration ready = Duration.ZERO;

    MachineLife(Parts parts) {
        this.parts = parts;
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
            boot(lines).checks(ready);
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
            if (gently) {
                ladder.powerDown(answers);
            } else {
                ladder.quit();
            }
        } catch (InterruptedException _) {
            running.get().process().kill();
        }
    }

    private void live() {
        Optional<Problem> outcome;
        try {
            outcome = liveToTheEnd();
        } catch (ProblemException e) {
            outcome = Optional.of(e.problem());
        } catch (IOException e) {
            outcome = Optional.of(MachineProblems.notPrepared(String.valueOf(e.getMessage())));
        } catch (InterruptedException _) {
            outcome = Optional.empty();
        }
        launched.complete(Optional.empty());
        screen.cancel(false);
        firstBoot.complete(Optional.empty());
        try {
            parts.directory().delete();
            parts.release().run();
        } catch (IOException | UncheckedIOException _) {
            // The next start removes what stays.
        }
        states.end(outcome);
    }

    private Optional<Problem> liveToTheEnd() throws IOException, InterruptedException {
        RunDirectory directory = parts.directory();
        parts.config().forwards().forEach(MachineLife::checkPort);
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
                            process, parts.directory(), parts.config().display(), this::onEvent);
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
            if (!awaitAgent(lines)) {
                failure.set(MachineProblems.notReady(parts.times().ready(), parts.directory()));
                stopNow(running);
                return;
            }
            ready = Duration.ofNanos(System.nanoTime() - poweredOn);
            if (states.enter(VmState.READY)) {
                firstBoot.complete(Optional.of(askAll(lines)));
            }
        } catch (TimeoutException | IOException e) {
            giveUp(running, String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
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

    private boolean awaitAgent(MachineLines lines) throws IOException, InterruptedException {
        long end = poweredOn + parts.times().ready().toNanos();
        while (System.nanoTime() < end) {
            // QEMU tells when the agent opens its end; asking now and then covers a lost event.
            agentOpened.await(SYNC_UNASKED.toMillis(), TimeUnit.MILLISECONDS);
            if (lines.agent().sync(SYNC)) {
                return true;
            }
        }
        return false;
    }

    private BootRecord askAll(MachineLines lines)
            throws IOException, InterruptedException, TimeoutException {
        FirstBoot boot = boot(lines);
        Facts facts = boot.facts();
        List<CheckResult> checks = boot.checks(ready);
        Optional<Path> picture = picture(lines);
        var record =
                new BootRecord(
                        Instant.now(),
                        ready,
                        parts.accelerator().name().toLowerCase(java.util.Locale.ROOT),
                        facts,
                        checks,
                        picture);
        parts.keeper().keep(record);
        return record;
    }

    private Optional<Path> picture(MachineLines lines) throws InterruptedException {
        if (!parts.config().display()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    QemuMachine.screenshot(lines, parts.screenshot()).get(10, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException _) {
            // A boot is worth keeping without its picture.
            return Optional.empty();
        }
    }

    private FirstBoot boot(MachineLines lines) {
        return new FirstBoot(lines.agent(), parts.order().spec(), parts.times(), states);
    }

    private void onEvent(QmpEvent event) {
        if (event.name().equals("VSERPORT_CHANGE")
                && event.data().path("id").asString("").equals("agent")
                && event.data().path("open").asBoolean(false)) {
            agentOpened.countDown();
        }
    }

    private MachineRecord record() {
        return new MachineRecord(
                parts.order().generation().system(),
                parts.order().generation().number(),
                parts.config().label(),
                parts.config().state().isPresent(),
                ProcessIdentity.of(ProcessHandle.current()).orElseThrow(),
                Optional.empty());
    }

    private static void checkPort(Forward forward) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (var _ = new ServerSocket(forward.hostPort(), 1, loopback)) {
            return;
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            throw new ProblemException(
                    MachineProblems.portTaken(
                            forward,
                            reason.contains("Permission")
                                    ? "an ordinary user may not use ports below 1024"
                                    : "it is already in use"));
        }
    }
}

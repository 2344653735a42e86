package dev.coppice.runner.vm;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.console.DeferredScreen;
import dev.coppice.runner.console.DeferredSerialConsole;
import dev.coppice.runner.console.ScreenSource;
import dev.coppice.runner.console.SerialConsole;
import dev.coppice.runner.guest.ExecResult;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** A machine as the program sees it; {@link MachineLife} does what takes time. */
final class QemuMachine implements VirtualMachine {

    /**
     * What a machine is to run.
     *
     * @param spec what the generation's text means
     */
    record Order(String id, Generation generation, RunOptions options, SystemSpec spec) {}

    private final String id;
    private final Generation generation;
    private final RunOptions options;
    private final Accelerator.Choice accelerator;
    private final MachineStates states;
    private final Optional<MachineLife> life;
    private final DeferredSerialConsole serial;
    private final Optional<ScreenSource> screen;

    private QemuMachine(
            String id,
            Generation generation,
            RunOptions options,
            Accelerator.Choice accelerator,
            MachineStates states,
            Optional<MachineLife> life) {
        this.id = id;
        this.generation = generation;
        this.options = options;
        this.accelerator = accelerator;
        this.states = states;
        this.life = life;
        this.serial = life.map(MachineLife::serial).orElseGet(DeferredSerialConsole::new);
        this.screen =
                life.filter(_ -> options.display())
                        .map(running -> new DeferredScreen(running.screen()));
    }

    /** A machine that begins to live. */
    static QemuMachine start(Order order, Accelerator.Choice accelerator, MachineLife life) {
        life.start();
        return new QemuMachine(
                order.id(),
                order.generation(),
                order.options(),
                accelerator,
                life.states(),
                Optional.of(life));
    }

    /** A machine that could not be made. */
    static QemuMachine failed(
            String id,
            Generation generation,
            RunOptions options,
            Accelerator.Choice accelerator,
            Problem problem) {
        var states = new MachineStates();
        states.end(Optional.of(problem));
        return new QemuMachine(id, generation, options, accelerator, states, Optional.empty());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Generation generation() {
        return generation;
    }

    @Override
    public RunOptions options() {
        return options;
    }

    @Override
    public Accelerator.Choice accelerator() {
        return accelerator;
    }

    @Override
    public VmState state() {
        return states.state();
    }

    @Override
    public Optional<Problem> problem() {
        return states.problem();
    }

    @Override
    public Optional<ScreenSource> screen() {
        return screen;
    }

    @Override
    public SerialConsole serial() {
        return serial;
    }

    @Override
    public AutoCloseable observe(MachineObserver observer) {
        return states.observe(observer);
    }

    @Override
    public CompletableFuture<Path> screenshot(Path file) {
        if (screen.isEmpty()) {
            return CompletableFuture.failedFuture(new IOException("this machine has no screen"));
        }
        Optional<MachineLines> lines = life.flatMap(MachineLife::lines);
        if (lines.isEmpty()) {
            return CompletableFuture.failedFuture(new IOException("this machine does not run"));
        }
        return screenshot(lines.get(), file);
    }

    /** Lets QEMU write a PNG of the screen. */
    static CompletableFuture<Path> screenshot(MachineLines lines, Path file) {
        Path absolute = file.toAbsolutePath();
        return lines.monitor()
                .execute("screendump", Map.of("filename", absolute.toString(), "format", "png"))
                .thenApply(_ -> absolute);
    }

    @Override
    public CompletableFuture<ExecResult> run(String script, Duration timeout) {
        Optional<MachineLines> lines = life.flatMap(MachineLife::lines);
        if (lines.isEmpty() || state() != VmState.READY) {
            return CompletableFuture.failedFuture(new IOException("this machine is not ready"));
        }
        var result = new CompletableFuture<ExecResult>();
        Thread.ofVirtual()
                .name("machine-run-" + id)
                .start(() -> run(lines.get(), script, timeout, result));
        return result;
    }

    private static void run(
            MachineLines lines,
            String script,
            Duration timeout,
            CompletableFuture<ExecResult> result) {
        try {
            result.complete(lines.agent().run(script, timeout));
        } catch (IOException | TimeoutException e) {
            result.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.completeExceptionally(e);
        }
    }

    @Override
    public void recheck() {
        life.ifPresent(MachineLife::recheck);
    }

    @Override
    public CompletableFuture<Optional<BootRecord>> firstBoot() {
        return life.map(MachineLife::firstBoot)
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    @Override
    public void stop() {
        life.ifPresent(running -> running.stop(true));
    }

    @Override
    public void kill() {
        life.ifPresent(running -> running.stop(false));
    }

    @Override
    public CompletableFuture<VmState> ended() {
        return states.ended();
    }

    /** QEMU's process number; absent before it runs. */
    Optional<Long> pid() {
        return life.flatMap(MachineLife::pid);
    }
}

package dev.coppice.runner.vm;

import dev.coppice.runner.console.ScreenSource;
import dev.coppice.runner.console.SerialConsole;
import dev.coppice.runner.guest.ExecResult;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One QEMU process that runs a generation. */
public interface VirtualMachine {

    /** Short and unique on this host. */
    String id();

    /** What it runs. */
    Generation generation();

    /** How it was started. */
    RunOptions options();

    /** {@code kvm}, {@code tcg} ..., and why, for people. */
    Accelerator.Choice accelerator();

    VmState state();

    /** Why it failed; present only in {@link VmState#FAILED}. */
    Optional<Problem> problem();

    /** The screen; empty when it runs without one. */
    Optional<ScreenSource> screen();

    SerialConsole serial();

    /** Follows it from now on, beginning with the state that it is in. Close to stop following. */
    AutoCloseable observe(MachineObserver observer);

    /** Writes a PNG of the screen. */
    CompletableFuture<Path> screenshot(Path file);

    /**
     * Runs a shell script in the system, as root, through the guest agent. Fails with an {@link
     * IOException} when the machine is not ready, and with a {@link
     * java.util.concurrent.TimeoutException} when the script does not end in time.
     */
    CompletableFuture<ExecResult> run(String script, Duration timeout);

    /** Runs the checks of the spec again; the observers hear of it. */
    void recheck();

    /**
     * Completes once facts, checks and screenshot are in the generation; with empty when it failed
     * before.
     */
    CompletableFuture<Optional<BootRecord>> firstBoot();

    /** Asks it to power off, then insists. Returns at once. */
    void stop();

    /** Ends it at once. */
    void kill();

    /** Completes with STOPPED or FAILED when the process and all its helpers have ended. */
    CompletableFuture<VmState> ended();
}

package dev.coppice.app.cli;

import dev.coppice.app.Engine;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.store.BootRecord;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.vm.MachineObserver;
import dev.coppice.runner.vm.RunOptions;
import dev.coppice.runner.vm.VirtualMachine;
import dev.coppice.runner.vm.VmState;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One machine in the foreground; closing it, or Ctrl+C, stops it and waits for its end. */
final class MachineRun implements AutoCloseable {

    /** Longer than the stop ladder, which ends with a kill. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(35);

    private final CliContext context;
    private final VirtualMachine machine;
    private final Following interrupt;

    private MachineRun(CliContext context, VirtualMachine machine) {
        this.context = context;
        this.machine = machine;
        this.interrupt = context.interrupts().onInterrupt(machine::stop);
    }

    /** Starts a machine and says on {@code notes} how it goes. */
    static MachineRun start(
            CliContext context, Engine engine, Generation generation, RunOptions options) {
        PrintStream notes = context.err();
        VirtualMachine machine = engine.machines().start(generation, options);
        notes.println(
                String.format(
                        Locale.ROOT,
                        "Starting %s generation %d, %s (%s: %s)",
                        generation.system(),
                        generation.number(),
                        options.keepState()
                                ? "with kept state"
                                : "throw-away: what it writes is gone at power-off",
                        Names.of(machine.accelerator().accelerator()),
                        machine.accelerator().why()));
        return new MachineRun(context, machine);
    }

    VirtualMachine machine() {
        return machine;
    }

    /** Shows state changes on standard error. */
    Following narrate() {
        return Following.of(
                machine.observe(
                        new MachineObserver() {
                            @Override
                            public void stateChanged(VmState state) {
                                if (state != VmState.STARTING && state != VmState.FAILED) {
                                    context.err().println("Machine is " + Names.of(state) + ".");
                                }
                            }

                            @Override
                            public void restarted(String why) {
                                context.err().println(why);
                            }
                        }));
    }

    /**
     * Waits until facts, checks and screenshot of the first boot are kept.
     *
     * @param limit the longest wait; empty waits as long as the machine host does
     * @throws CliFailure when the machine fails, ends before, or the limit passes
     */
    BootRecord awaitBoot(Optional<Duration> limit) {
        Optional<BootRecord> boot;
        try {
            CompletableFuture<Optional<BootRecord>> first = machine.firstBoot();
            boot =
                    limit.isEmpty()
                            ? first.get()
                            : first.get(limit.get().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CliFailure(
                    ExitCode.FAILED,
                    new Problem(
                            "boot-timeout",
                            "the machine was not ready within " + Units.time(limit.orElseThrow()),
                            "Look at its console below, or give it more time with --timeout.",
                            consoleTail()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("waiting for the machine was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the machine's boot could not be followed", e);
        }
        failWhenInterrupted();
        return boot.orElseThrow(this::failure);
    }

    /** Asks it to power off and waits for its end. */
    VmState stopAndWait() {
        machine.stop();
        return awaitEnd(Optional.of(STOP_PATIENCE));
    }

    /** Waits for its end; when the limit passes, kills it. */
    VmState awaitEnd(Optional<Duration> limit) {
        CompletableFuture<VmState> ended = machine.ended();
        if (limit.isPresent()) {
            try {
                return ended.get(limit.get().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                machine.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                machine.kill();
            } catch (ExecutionException e) {
                throw new IllegalStateException("the machine's end could not be followed", e);
            }
        }
        return ended.join();
    }

    /** Throws when somebody pressed Ctrl+C. */
    void failWhenInterrupted() {
        if (context.interrupts().fired()) {
            throw new CliFailure(
                    ExitCode.CANCELLED, "cancelled", "cancelled; the machine was stopped", "");
        }
    }

    /** Why the machine failed. */
    CliFailure failure() {
        return CliFailure.of(
                machine.problem()
                        .orElseGet(
                                () ->
                                        new Problem(
                                                "machine-ended",
                                                "the machine ended before it was ready",
                                                "Look at its console below.",
                                                consoleTail())));
    }

    private List<String> consoleTail() {
        List<String> lines = machine.serial().scrollback().lines().toList();
        return lines.subList(Math.max(0, lines.size() - 20), lines.size());
    }

    @Override
    public void close() {
        interrupt.close();
        if (!machine.ended().isDone()) {
            stopAndWait();
        }
    }
}

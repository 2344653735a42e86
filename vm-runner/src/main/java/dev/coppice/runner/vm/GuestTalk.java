package dev.coppice.runner.vm;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.CheckRunner;
import dev.coppice.runner.guest.FactCollector;
import dev.coppice.runner.guest.Facts;
import dev.coppice.runner.qmp.QmpEvent;
import dev.coppice.runner.store.BootRecord;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What is asked of the system in a machine, from its first sign of life on. */
final class GuestTalk {

    private static final Duration SYNC = Duration.ofSeconds(2);
    private static final Duration SYNC_UNASKED = Duration.ofSeconds(5);
    private static final Duration CHECK_PAUSE = Duration.ofSeconds(1);
    private static final Duration PICTURE = Duration.ofSeconds(10);

    private final SystemSpec spec;
    private final MachineTimes times;
    private final MachineStates states;
    private final CountDownLatch agentOpened = new CountDownLatch(1);
    private volatile Duration ready = Duration.ZERO;

    GuestTalk(SystemSpec spec, MachineTimes times, MachineStates states) {
        this.spec = spec;
        this.times = times;
        this.states = states;
    }

    /** QEMU tells when the guest agent opens its end of the line. */
    void onEvent(QmpEvent event) {
        if (event.name().equals("VSERPORT_CHANGE")
                && event.data().path("id").asString("").equals("agent")
                && event.data().path("open").asBoolean(false)) {
            agentOpened.countDown();
        }
    }

    /**
     * Waits until the guest agent answers. When emulation lets the kernel panic meanwhile, the
     * machine is restarted, once, and its time begins anew.
     *
     * @param poweredOn when the machine was switched on, {@link System#nanoTime}
     * @return whether it did in time
     */
    boolean awaitAgent(MachineLines lines, long poweredOn, Accelerator accelerator)
            throws IOException, InterruptedException {
        long begin = poweredOn;
        boolean patient = accelerator == Accelerator.TCG;
        while (System.nanoTime() < begin + times.ready().toNanos()) {
            // Asking now and then covers an event that was told before we listened.
            agentOpened.await(SYNC_UNASKED.toMillis(), TimeUnit.MILLISECONDS);
            if (lines.agent().sync(SYNC)) {
                ready = Duration.ofNanos(System.nanoTime() - begin);
                return true;
            }
            if (patient && EmulatorPanic.isIn(lines.serial().scrollback())) {
                patient = false;
                begin = System.nanoTime();
                lines.monitor().execute("system_reset", Map.of());
                lines.serial().note(EmulatorPanic.NOTE);
                states.restarted(EmulatorPanic.NOTE);
            }
        }
        return false;
    }

    /**
     * Facts, checks and picture of a system that has just become ready.
     *
     * @param picture where the picture goes; empty without a screen
     */
    BootRecord askAll(MachineLines lines, Accelerator accelerator, Optional<Path> picture)
            throws IOException, InterruptedException, TimeoutException {
        var collector = new FactCollector(lines.agent(), spec.kernel().sysctl().keySet());
        collector.settle(times.settle());
        Facts facts = collector.collect();
        states.facts(facts);
        List<CheckResult> checks = check(lines);
        Optional<Path> taken = picture.isEmpty() ? Optional.empty() : picture(lines, picture.get());
        return new BootRecord(
                Instant.now(),
                ready,
                accelerator.name().toLowerCase(Locale.ROOT),
                facts,
                checks,
                taken);
    }

    /** Runs the checks of the spec. */
    List<CheckResult> check(MachineLines lines) throws InterruptedException {
        return new CheckRunner(lines.agent(), times.checks(), CHECK_PAUSE)
                .run(spec.checks(), ready, states::checks);
    }

    private static Optional<Path> picture(MachineLines lines, Path file)
            throws InterruptedException {
        try {
            return Optional.of(
                    QemuMachine.screenshot(lines, file)
                            .get(PICTURE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException _) {
            // A boot is worth keeping without its picture.
            return Optional.empty();
        }
    }
}

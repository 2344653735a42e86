package dev.coppice.runner.vm;

import dev.coppice.runner.proc.LongProcess;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a QEMU process: asks the system in it, then QEMU, then the operating system. */
final class StopLadder {

    private final LongProcess process;
    private final MachineLines lines;
    private final MachineTimes times;

    StopLadder(LongProcess process, MachineLines lines, MachineTimes times) {
        this.process = process;
        this.lines = lines;
        this.times = times;
    }

    /**
     * From the top.
     *
     * @param agentAnswers whether the guest agent can be asked too; a system without logind does
     *     not hear the power button
     */
    void powerDown(boolean agentAnswers) throws InterruptedException {
        lines.monitor().execute("system_powerdown");
        if (agentAnswers) {
            try {
                lines.agent().powerDown();
            } catch (IOException _) {
                // It has the power button.
            }
        }
        if (!endsWithin(times.powerDown())) {
            quit();
        }
    }

    /** Without asking the system. */
    void quit() throws InterruptedException {
        lines.monitor().execute("quit");
        if (!endsWithin(times.quit())) {
            process.kill();
        }
    }

    private boolean endsWithin(Duration time) throws InterruptedException {
        try {
            process.ended().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot follow QEMU", e);
        }
    }
}

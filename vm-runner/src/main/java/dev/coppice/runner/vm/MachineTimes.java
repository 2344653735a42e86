package dev.coppice.runner.vm;

import java.time.Duration;

/**
 * How long a machine is waited for.
 *
 * @param ready from power-on to the guest agent's first answer
 * @param settle from there until systemd has started everything
 * @param checks how long checks are tried again
 * @param powerDown from the wish to power off to the end of the process
 * @param quit from the order to end to the end of the process
 */
public record MachineTimes(
        Duration ready, Duration settle, Duration checks, Duration powerDown, Duration quit) {

    /** Long enough for a slow host with this accelerator. */
    public static MachineTimes forAccelerator(Accelerator accelerator) {
        long slowness = accelerator == Accelerator.TCG ? 3 : 1;
        return new MachineTimes(
                Duration.ofSeconds(100 * slowness),
                Duration.ofSeconds(60 * slowness),
                Duration.ofSeconds(20 * slowness),
                Duration.ofSeconds(10 + 5 * slowness),
                Duration.ofSeconds(5));
    }

    /**
     * Long enough for a system that does more than start when its image starts for the first time:
     * it grows its partitions, or installs itself and starts again.
     */
    public MachineTimes forFirstStart() {
        return new MachineTimes(ready.multipliedBy(4), settle, checks, powerDown, quit);
    }
}

package dev.coppice.runner.store;

import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.Facts;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a boot of a generation told.
 *
 * @param at when it was ready
 * @param ready from power-on to the guest agent's first answer
 * @param accelerator {@code kvm} or {@code tcg}
 * @param facts what the machine reported
 * @param checks the results of the spec's checks
 * @param screenshot a PNG of the screen
 */
public record BootRecord(
        Instant at,
        Duration ready,
        String accelerator,
        Facts facts,
        List<CheckResult> checks,
        Optional<Path> screenshot) {

    public BootRecord {
        checks = List.copyOf(checks);
    }
}

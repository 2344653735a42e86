package dev.coppice.runner.store;

import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.guest.Facts;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a boot of a generation told. The facts are long and seldom wanted, so those of a store are
 * read when they are asked for. Two records are equal when they are of the same moment and tell the
 * same but for the facts.
 */
public final class BootRecord {

    private final Instant at;
    private final Duration ready;
    private final String accelerator;
    private final Supplier<Facts> facts;
    private final List<CheckResult> checks;
    private final Optional<Path> screenshot;

    /**
     * @param at when it was ready
     * @param ready from power-on to the guest agent's first answer
     * @param accelerator {@code kvm} or {@code tcg}
     * @param facts what the machine reported
     * @param checks the results of the spec's checks
     * @param screenshot a PNG of the screen
     */
    public BootRecord(
            Instant at,
            Duration ready,
            String accelerator,
            Facts facts,
            List<CheckResult> checks,
            Optional<Path> screenshot) {
        this(at, ready, accelerator, () -> facts, checks, screenshot);
    }

    BootRecord(
            Instant at,
            Duration ready,
            String accelerator,
            Supplier<Facts> facts,
            List<CheckResult> checks,
            Optional<Path> screenshot) {
        this.at = at;
        this.ready = ready;
        this.accelerator = accelerator;
        this.facts = facts;
        this.checks = List.copyOf(checks);
        this.screenshot = screenshot;
    }

    /** When it was ready. */
    public Instant at() {
        return at;
    }

    /** From power-on to the guest agent's first answer. */
    public Duration ready() {
        return ready;
    }

    /** {@code kvm} or {@code tcg}. */
    public String accelerator() {
        return accelerator;
    }

    /**
     * What the machine reported.
     *
     * @throws java.io.UncheckedIOException when the store's file of facts cannot be read
     */
    public Facts facts() {
        return facts.get();
    }

    /** The results of the spec's checks. */
    public List<CheckResult> checks() {
        return checks;
    }

    /** A PNG of the screen. */
    public Optional<Path> screenshot() {
        return screenshot;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BootRecord that
                && at.equals(that.at)
                && ready.equals(that.ready)
                && accelerator.equals(that.accelerator)
                && checks.equals(that.checks)
                && screenshot.equals(that.screenshot);
    }

    @Override
    public int hashCode() {
        return Objects.hash(at, ready, accelerator);
    }

    @Override
    public String toString() {
        return "BootRecord[at=" + at + ", ready=" + ready + ", checks=" + checks + "]";
    }
}

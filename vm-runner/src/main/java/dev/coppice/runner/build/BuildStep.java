package dev.coppice.runner.build;

import dev.coppice.runner.store.LayerKind;

import java.time.Duration;

/**
 * One step of a plan: the making, or the reuse, of one layer.
 *
 * @param kind which layer
 * @param title for people, {@code Install 12 packages}
 * @param digest what the layer will be named; empty while it depends on a step that must run first
 * @param cached whether the store has it
 * @param why why it is reused or made
 * @param expected time that it will take on this host, from its own history; zero when cached
 * @param expectedBytes size of the layer, from history
 */
public record BuildStep(
        LayerKind kind,
        String title,
        String digest,
        boolean cached,
        String why,
        Duration expected,
        long expectedBytes) {}

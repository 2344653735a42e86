package dev.coppice.runner.store;

import java.time.Duration;

/**
 * A layer as one generation uses it.
 *
 * @param kind what it holds
 * @param digest SHA-256 of what went into it, hexadecimal; its name in the store
 * @param bytes size of its image
 * @param reused whether this build found it in the store
 * @param why why it was reused or made, for people
 * @param took the time that this build spent on it
 */
public record LayerRef(
        LayerKind kind, String digest, long bytes, boolean reused, String why, Duration took) {}

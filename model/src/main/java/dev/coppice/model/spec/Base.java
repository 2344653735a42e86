package dev.coppice.model.spec;

/**
 * What a system is made from.
 *
 * @param distribution {@code debian}
 * @param release the code name of the release: {@code bookworm} or {@code trixie}
 */
public record Base(String distribution, String release) {}

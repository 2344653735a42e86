package dev.coppice.runner.vm;

/**
 * How to run a generation this time.
 *
 * @param display whether the machine has a screen
 * @param keepState whether a state disk keeps the paths of {@code storage.persist}; otherwise all
 *     that the machine writes is gone at power-off
 */
public record RunOptions(boolean display, boolean keepState) {}

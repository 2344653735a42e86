package dev.coppice.model.explain;

/**
 * A command that shows, in a running machine, what became of a field.
 *
 * @param command a line for a POSIX shell, run as root
 */
public record Proof(String command) {}

package dev.coppice.app.compose.explain;

/**
 * How a proving command went.
 *
 * @param head who answered and how, for people
 * @param output what it printed
 * @param good whether it ended without an error
 */
public record Outcome(String head, String output, boolean good) {}

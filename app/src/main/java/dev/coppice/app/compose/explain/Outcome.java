package dev.coppice.app.compose.explain;

/**
 * How a proving command went.
 *
 * @param head the verdict and who gave it, for people
 * @param output what it printed
 * @param good whether the field holds
 */
public record Outcome(String head, String output, boolean good) {}

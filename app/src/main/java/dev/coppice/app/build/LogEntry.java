package dev.coppice.app.build;

/** A line of the log and the step that wrote it. */
public record LogEntry(String step, String text) {}

package dev.coppice.model.text;

/** Replaces a stretch of a text. */
public record TextEdit(TextRange range, String replacement) {}

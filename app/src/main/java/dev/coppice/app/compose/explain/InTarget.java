package dev.coppice.app.compose.explain;

import dev.coppice.model.export.FieldLines;

/**
 * What another system makes of the field.
 *
 * @param title the system's name
 */
public record InTarget(String title, FieldLines lines) {}

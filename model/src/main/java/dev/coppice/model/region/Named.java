package dev.coppice.model.region;

/**
 * A value of a table with its name for people.
 *
 * @param value as it stands in a spec, {@code gb}
 * @param title in English, {@code English (UK)}
 */
public record Named(String value, String title) {}

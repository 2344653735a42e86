package dev.coppice.model.schema;

/**
 * What a field is, for people. Any part but the title may be empty.
 *
 * @param title a word or two
 * @param documentation one to three sentences for a newcomer
 * @param onDebian what it becomes in a Debian image
 * @param example a value in YAML, on one line
 * @param placeholder what an empty input shows
 * @param defaultNote what happens without the field, when that is no fixed value
 */
public record FieldText(
        String title,
        String documentation,
        String onDebian,
        String example,
        String placeholder,
        String defaultNote) {}

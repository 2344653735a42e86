package dev.coppice.model.spec;

/**
 * A file in the image.
 *
 * @param path absolute path in the image
 * @param body where its bytes come from
 * @param mode permission bits, 0 to 07777
 * @param owner user name
 * @param group group name
 */
public record FileEntry(String path, Body body, int mode, String owner, String group) {

    /** Where a file's bytes come from. */
    public sealed interface Body {}

    /** Text in the spec itself, written as UTF-8. */
    public record Inline(String content) implements Body {}

    /** A file of the project, by its path relative to the folder of {@code system.yaml}. */
    public record FromProject(String source) implements Body {}
}

package dev.coppice.model.include;

import dev.coppice.model.text.Position;
import dev.coppice.model.yaml.YamlPath;

/**
 * Where a value of a spec stands.
 *
 * @param file the included file's path in the project; empty for {@code system.yaml} itself
 * @param path its path in that file, whose lists are shorter than those of the merged tree
 * @param start the value's first character
 * @param firstLine the line of its key, from 1
 * @param lastLine the last line of the value
 */
public record ValuePlace(String file, YamlPath path, Position start, int firstLine, int lastLine) {

    /** Whether it stands in {@code system.yaml} itself. */
    public boolean inSpec() {
        return file.isEmpty();
    }

    /** Whether it covers a line. */
    public boolean covers(int line) {
        return firstLine <= line && line <= lastLine;
    }
}

package dev.coppice.model.include;

import dev.coppice.model.text.Position;
import dev.coppice.model.yaml.YNode;

/**
 * A value that an included file gives.
 *
 * @param file the file's path in the project
 * @param position where the value stands in it
 * @param node the value, merged from all included files
 */
public record Inherited(String file, Position position, YNode node) {}

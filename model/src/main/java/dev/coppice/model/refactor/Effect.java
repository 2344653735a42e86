package dev.coppice.model.refactor;

import dev.coppice.model.text.Position;
import dev.coppice.model.yaml.YamlPath;

/**
 * A place that a change touches, to show before it is made.
 *
 * @param path where by meaning; for a renamed key, the entry under its old key
 * @param start where the value or key starts in the text
 * @param before what stands there; of a text of several lines, the line that changes
 * @param after what will stand there
 */
public record Effect(YamlPath path, Position start, String before, String after) {}

package dev.coppice.model.search;

import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;

/**
 * How a field comes into a spec that has it not.
 *
 * @param label what it is to people, for undo: {@code Add host name}
 * @param op the change
 * @param path where the field stands afterwards
 */
public record Addition(String label, YamlOp op, YamlPath path) {}

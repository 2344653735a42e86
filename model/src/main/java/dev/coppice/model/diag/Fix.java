package dev.coppice.model.diag;

import dev.coppice.model.yaml.YamlOp;

import java.util.List;

/**
 * A change that mends a finding.
 *
 * @param label what it does, in the imperative: {@code Rename to "packages"}
 * @param ops the change
 */
public record Fix(String label, List<YamlOp> ops) {

    public Fix {
        ops = List.copyOf(ops);
    }
}

package dev.coppice.model.explain;

import dev.coppice.model.include.Inherited;
import dev.coppice.model.schema.Field;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.Optional;

/**
 * What is to say about a field at a place of a spec.
 *
 * @param path where it stands, or would stand
 * @param field the row of the table
 * @param present whether the text has it there
 * @param inherited what included files say of it
 * @param proof the command that proves it in a running machine
 * @param silence why there is no such command, for people; empty when there is one
 * @param counterpart the same spec without it, to see what it makes; empty when it is not there or
 *     the spec cannot be without it
 */
public record Explanation(
        YamlPath path,
        Field field,
        boolean present,
        Optional<Inherited> inherited,
        Optional<Proof> proof,
        String silence,
        Optional<Counterpart> counterpart) {

    /**
     * A spec that lacks something.
     *
     * @param without what it lacks: the field, or the nearest record around it that a spec can be
     *     without
     */
    public record Counterpart(SystemSpec spec, YamlPath without) {}
}

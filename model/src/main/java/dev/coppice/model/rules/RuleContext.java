package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.schema.SpecSchema;

import java.util.Optional;
import java.util.function.Function;

/**
 * What rules look at.
 *
 * @param schema the table of fields
 * @param root what is right in the document
 * @param fileSize the size of a project file by its relative path; empty when it is not there
 */
public record RuleContext(
        SpecSchema schema, Bound.Fields root, Function<String, Optional<Long>> fileSize) {}

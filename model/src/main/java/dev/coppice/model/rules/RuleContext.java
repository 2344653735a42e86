package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.nixos.NixOptions;
import dev.coppice.model.packages.PackageFacts;
import dev.coppice.model.rules.known.Known;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YNode;

import java.util.Optional;
import java.util.function.Function;

/**
 * What rules look at.
 *
 * @param schema the table of fields
 * @param root what is right in the document
 * @param document the document as it is written
 * @param fileSize the size of a project file by its relative path; empty when it is not there
 * @param known the tables of what exists without a spec
 * @param archive the packages of the release that the spec is made from
 * @param options the options of NixOS, as far as they are at hand
 * @param inventory what the spec declares, by name
 */
public record RuleContext(
        SpecSchema schema,
        Bound.Fields root,
        Optional<YNode> document,
        Function<String, Optional<Long>> fileSize,
        Known known,
        PackageFacts archive,
        Optional<NixOptions> options,
        Inventory inventory) {}

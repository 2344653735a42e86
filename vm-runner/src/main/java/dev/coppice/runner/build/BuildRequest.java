package dev.coppice.runner.build;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.text.SpecText;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to build.
 *
 * @param text the text, kept with the generation
 * @param spec what the text means
 * @param project the folder that the spec's file sources are relative to
 * @param included the texts of the files that the spec includes, as they were when it was read, by
 *     their paths in the project; kept with the generation
 * @param target what it is made into
 * @param locked whether only packages of the project's lock will do, from the store alone
 */
public record BuildRequest(
        SpecText text,
        SystemSpec spec,
        Path project,
        SortedMap<String, String> included,
        BuildTarget target,
        boolean locked) {

    public BuildRequest {
        included = Collections.unmodifiableSortedMap(new TreeMap<>(included));
    }

    /** What to build into layers. */
    public BuildRequest(
            SpecText text, SystemSpec spec, Path project, SortedMap<String, String> included) {
        this(text, spec, project, included, new BuildTarget.Debian(), false);
    }

    /** The same made into something else. */
    public BuildRequest into(BuildTarget other) {
        return new BuildRequest(text, spec, project, included, other, locked);
    }

    /** The same with no packages but those of the project's lock, from the store alone. */
    public BuildRequest exactly() {
        return new BuildRequest(text, spec, project, included, target, true);
    }

    /** What to build from a text that includes nothing. */
    public BuildRequest(SpecText text, SystemSpec spec, Path project) {
        this(text, spec, project, Collections.emptySortedMap());
    }

    /** What to build from an analysed text; empty while it has errors. */
    public static Optional<BuildRequest> of(Analysis analysis, Path project) {
        return analysis.spec()
                .map(
                        spec ->
                                new BuildRequest(
                                        analysis.text(),
                                        spec,
                                        project,
                                        analysis.inheritance().contents()));
    }
}

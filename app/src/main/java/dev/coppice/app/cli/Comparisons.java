package dev.coppice.app.cli;

import dev.coppice.app.BuiltSpecs;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.diff.SpecDiffer;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.compare.ComparedFile;
import dev.coppice.runner.compare.Comparer;
import dev.coppice.runner.compare.GenerationComparison;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Generations;

import java.io.IOException;

/** Compares generations. */
final class Comparisons {

    private final Generations generations;
    private final BuiltSpecs specs;
    private final SpecDiffer differ = new SpecDiffer();

    Comparisons(Generations generations) {
        this.generations = generations;
        this.specs = new BuiltSpecs(generations, new Analyzer());
    }

    GenerationComparison compare(Generation before, Generation after) throws IOException {
        SystemSpec old = spec(before);
        SystemSpec fresh = spec(after);
        return Comparer.compare(side(before, old), side(after, fresh), differ.diff(old, fresh));
    }

    private Comparer.Side side(Generation generation, SystemSpec spec) throws IOException {
        return new Comparer.Side(
                generation, ComparedFile.of(spec, generations.projectFiles(generation)));
    }

    private SystemSpec spec(Generation generation) throws IOException {
        return specs.spec(generation)
                .orElseThrow(
                        () ->
                                new CliFailure(
                                        ExitCode.SPEC_OR_CHECK,
                                        "old-spec",
                                        "the spec of generation "
                                                + generation.number()
                                                + " is no longer valid",
                                        "It was built by another version of Coppice."));
    }
}

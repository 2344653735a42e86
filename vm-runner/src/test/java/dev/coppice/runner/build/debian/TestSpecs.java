package dev.coppice.runner.build.debian;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.text.SpecText;
import dev.coppice.runner.build.BuildRequest;

import java.nio.file.Path;
import java.util.Optional;

/** Specs for tests, from text as people write it. */
final class TestSpecs {

    static final String HEAD =
            """
            spec: 1
            name: test
            base: { distribution: debian, release: bookworm }
            """;

    private TestSpecs() {}

    /** A spec from what follows the head. */
    static SystemSpec spec(String rest) {
        return analyze(HEAD + rest);
    }

    private static SystemSpec analyze(String text) {
        ProjectFiles anything = _ -> Optional.of(1L);
        Analysis analysis = new Analyzer().analyze(new SpecText(text), anything);
        return analysis.spec()
                .orElseThrow(() -> new AssertionError("not a spec: " + analysis.diagnostics()));
    }

    static BuildRequest request(String rest, Path project) {
        return request("bookworm", rest, project);
    }

    /** For a release of Debian. */
    static BuildRequest request(String release, String rest, Path project) {
        String text = HEAD.replace("bookworm", release) + rest;
        return new BuildRequest(new SpecText(text), analyze(text), project);
    }
}

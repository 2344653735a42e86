package dev.coppice.model.analysis;

import dev.coppice.model.text.SpecText;

import java.util.Optional;
import java.util.Set;

/** Specs for tests. */
public final class Specs {

    /** The keys that every spec must have. */
    public static final String HEAD =
            """
            spec: 1
            name: web
            base: { distribution: debian, release: bookworm }
            """;

    /** The project files that exist in tests. */
    private static final Set<String> FILES =
            Set.of(
                    "files/index.html",
                    "a.txt",
                    "common.yaml",
                    "keys/example.asc",
                    "vendor/hugo.tar.gz",
                    "images/web.tar");

    private static final Analyzer ANALYZER = new Analyzer();

    private Specs() {}

    /** The analysis of a whole text. */
    public static Analysis analyze(String text) {
        return ANALYZER.analyze(
                new SpecText(text),
                path -> FILES.contains(path) ? Optional.of(3L) : Optional.empty());
    }
}

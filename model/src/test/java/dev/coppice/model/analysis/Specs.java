package dev.coppice.model.analysis;

import dev.coppice.model.text.SpecText;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final Map<String, String> FILES =
            Map.of(
                    "files/index.html", "x",
                    "a.txt", "x",
                    "keys/example.asc", "x",
                    "vendor/hugo.tar.gz", "x",
                    "images/web.tar", "x",
                    "common.yaml", "spec: 1\nmachine: { cpus: 1 }\n",
                    "other.yaml", "kernel: { modules: [loop] }\n",
                    "round.yaml", "includes: [back.yaml]\n",
                    "back.yaml", "includes: [round.yaml]\n");

    /** As many files as there are numbers, each of which includes the next. */
    private static final Pattern DEEP = Pattern.compile("deep([0-9]+)\\.yaml");

    private static final Analyzer ANALYZER = new Analyzer();

    private Specs() {}

    /** The analysis of a whole text. */
    public static Analysis analyze(String text) {
        return analyze(text, FILES);
    }

    /** The same among other files. */
    public static Analysis analyze(String text, Map<String, String> files) {
        return ANALYZER.analyze(
                new SpecText(text),
                new ProjectFiles() {
                    @Override
                    public Optional<Long> size(String path) {
                        return text(path).map(content -> (long) content.length());
                    }

                    @Override
                    public Optional<String> text(String path) {
                        Matcher deep = DEEP.matcher(path);
                        return deep.matches()
                                ? Optional.of(
                                        "includes: [deep"
                                                + (Integer.parseInt(deep.group(1)) + 1)
                                                + ".yaml]\n")
                                : Optional.ofNullable(files.get(path));
                    }
                });
    }
}

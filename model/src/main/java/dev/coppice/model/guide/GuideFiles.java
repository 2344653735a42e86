package dev.coppice.model.guide;

import dev.coppice.model.analysis.ProjectFiles;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of the project that the examples of guides name. */
final class GuideFiles implements ProjectFiles {

    private static final Map<String, String> FILES =
            Map.of(
                    "files/index.html", "",
                    "keys/example.asc", "",
                    "vendor/hugo.tar.gz", "",
                    "common.yaml", "machine: { cpus: 1 }\n");

    /** As many files as there are numbers, each of which includes the next. */
    private static final Pattern DEEP = Pattern.compile("deep([0-9]{1,6})\\.yaml");

    @Override
    public Optional<Long> size(String path) {
        return text(path).map(content -> (long) content.length());
    }

    @Override
    public Optional<String> text(String path) {
        Matcher deep = DEEP.matcher(path);
        return deep.matches()
                ? Optional.of(
                        "includes: [deep" + (Integer.parseInt(deep.group(1)) + 1) + ".yaml]\n")
                : Optional.ofNullable(FILES.get(path));
    }
}

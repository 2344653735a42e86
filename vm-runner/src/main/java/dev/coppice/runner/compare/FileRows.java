package dev.coppice.runner.compare;

import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.compare.GenerationComparison.Kind;
import dev.coppice.runner.compare.GenerationComparison.Row;

import java.util.List;
import java.util.Optional;

/** Rows for files: attributes and the difference of their lines. */
final class FileRows {

    private FileRows() {}

    /** The row of a path that at least one side has; empty when both are equal. */
    static Optional<Row> compare(
            String path,
            Optional<ComparedFile> before,
            Optional<ComparedFile> after,
            Optional<YamlPath> cause) {
        if (before.isEmpty() || after.isEmpty()) {
            Kind kind = before.isEmpty() ? Kind.ADDED : Kind.REMOVED;
            List<String> detail =
                    LineDiff.of(
                            before.flatMap(ComparedFile::text).orElse(""),
                            after.flatMap(ComparedFile::text).orElse(""));
            return Optional.of(
                    new Row(
                            kind,
                            path,
                            before.map(ComparedFile::attributes).orElse(""),
                            after.map(ComparedFile::attributes).orElse(""),
                            detail,
                            cause));
        }
        ComparedFile old = before.get();
        ComparedFile fresh = after.get();
        boolean content = !old.identity().equals(fresh.identity());
        if (!content && old.attributes().equals(fresh.attributes())) {
            return Optional.empty();
        }
        List<String> detail =
                content && old.text().isPresent() && fresh.text().isPresent()
                        ? LineDiff.of(old.text().get(), fresh.text().get())
                        : List.of();
        return Optional.of(
                new Row(
                        Kind.CHANGED,
                        path,
                        old.attributes(),
                        fresh.attributes() + (content ? ", " + summary(detail) : ""),
                        detail,
                        cause));
    }

    private static String summary(List<String> detail) {
        long added = detail.stream().filter(line -> line.startsWith("+")).count();
        long removed = detail.stream().filter(line -> line.startsWith("-")).count();
        return detail.isEmpty() ? "other content" : "lines +" + added + " -" + removed;
    }
}

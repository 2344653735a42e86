package dev.coppice.model.export;

import dev.coppice.model.include.ValuePlace;
import dev.coppice.model.include.ValuePlaces;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a target makes of one value of {@code system.yaml}, and of all below it.
 *
 * @param files the files with lines of it, in the order of the export
 * @param support what is said of it; empty for records, whose values fare in several ways
 */
public record FieldLines(List<File> files, Optional<FieldSupport> support) {

    public FieldLines {
        files = List.copyOf(files);
    }

    /**
     * Lines of a file.
     *
     * @param path the file's place in the output folder
     * @param lines those that say the value, without the indentation that all of them have
     */
    public record File(String path, List<String> lines) {
        public File {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Finds the lines of a value.
     *
     * @param path its path in {@code system.yaml}
     */
    public static FieldLines of(ExportResult result, ValuePlaces places, YamlPath path) {
        var files = new ArrayList<File>();
        for (ExportedFile file : result.files()) {
            if (file instanceof ExportedFile.Text text) {
                List<String> lines =
                        text.lines().stream()
                                .filter(line -> says(line, places, path))
                                .map(ExportedFile.Line::text)
                                .toList();
                if (lines.stream().anyMatch(line -> !line.isBlank())) {
                    files.add(new File(text.path(), shifted(lines)));
                }
            }
        }
        List<FieldSupport> said =
                result.report().stream()
                        .filter(entry -> isUnder(places.at(entry.path()), path))
                        .map(ExportResult.Entry::support)
                        .distinct()
                        .toList();
        return new FieldLines(
                files, said.size() == 1 ? Optional.of(said.getFirst()) : Optional.empty());
    }

    private static boolean says(ExportedFile.Line line, ValuePlaces places, YamlPath path) {
        return line.origins().stream().anyMatch(origin -> isUnder(places.at(origin), path));
    }

    private static boolean isUnder(ValuePlace place, YamlPath path) {
        int depth = path.steps().size();
        return place.inSpec()
                && place.path().steps().size() >= depth
                && place.path().steps().subList(0, depth).equals(path.steps());
    }

    private static List<String> shifted(List<String> lines) {
        int indent =
                lines.stream()
                        .filter(line -> !line.isBlank())
                        .mapToInt(line -> line.length() - line.stripLeading().length())
                        .min()
                        .orElse(0);
        return lines.stream().map(line -> line.isBlank() ? "" : line.substring(indent)).toList();
    }
}

package dev.coppice.model.export;

import dev.coppice.model.include.ValuePlace;
import dev.coppice.model.include.ValuePlaces;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.BitSet;
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
     * @param lines those that say the value and the heads of the blocks around them, without the
     *     indentation that all of them have
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
                List<String> lines = lines(text.lines(), places, path);
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

    private static List<String> lines(
            List<ExportedFile.Line> all, ValuePlaces places, YamlPath path) {
        var chosen = new BitSet();
        for (int i = 0; i < all.size(); i++) {
            if (says(all.get(i), places, path)) {
                chosen.set(i);
            }
        }
        var shown = (BitSet) chosen.clone();
        chosen.stream().forEach(i -> addHeads(all, i, shown));
        return shown.stream().mapToObj(i -> all.get(i).text()).toList();
    }

    /** {@code enable = true;} alone says nothing: what it is in stands above it, less indented. */
    private static void addHeads(List<ExportedFile.Line> all, int line, BitSet shown) {
        int indent = indent(all.get(line).text());
        for (int i = line - 1; i >= 0 && indent > 0; i--) {
            String text = all.get(i).text();
            if (!text.isBlank() && indent(text) < indent) {
                indent = indent(text);
                if (text.chars().anyMatch(Character::isLetter) && !text.strip().startsWith("#")) {
                    shown.set(i);
                }
            }
        }
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
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
                        .mapToInt(FieldLines::indent)
                        .min()
                        .orElse(0);
        return lines.stream().map(line -> line.isBlank() ? "" : line.substring(indent)).toList();
    }
}

package dev.coppice.app.export;

import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.ExportedFile.Line;
import dev.coppice.model.include.ValuePlace;
import dev.coppice.model.include.ValuePlaces;
import dev.coppice.model.yaml.YamlPath;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which line of a written file comes from which line of the spec. Lines count from 1.
 *
 * @param file the written file
 * @param places where the values of the spec stand
 */
record Links(ExportedFile.Text file, ValuePlaces places) {

    /** The value that a line says; of several the one that is told most closely. */
    Optional<ValuePlace> place(int line) {
        return origins(line).map(places::at).min(Comparator.comparingInt(Links::size));
    }

    /** The lines of {@code system.yaml} that a line comes from. */
    SortedSet<Integer> specLines(int line) {
        var lines = new TreeSet<Integer>();
        origins(line).map(places::at).filter(ValuePlace::inSpec).forEach(p -> addAll(lines, p));
        return lines;
    }

    /** The lines that come from a line of {@code system.yaml}, from the nearest record at least. */
    SortedSet<Integer> linesOf(int specLine) {
        var lines = new TreeSet<Integer>();
        int nearest = Integer.MAX_VALUE;
        for (int i = 0; i < file.lines().size(); i++) {
            for (YamlPath origin : file.lines().get(i).origins()) {
                ValuePlace place = places.at(origin);
                if (place.inSpec() && place.covers(specLine) && size(place) <= nearest) {
                    if (size(place) < nearest) {
                        lines.clear();
                        nearest = size(place);
                    }
                    lines.add(i + 1);
                }
            }
        }
        return lines;
    }

    /** The lines that say a value, or else the nearest record around it. */
    SortedSet<Integer> linesOf(YamlPath path) {
        for (YamlPath up = path; !up.steps().isEmpty(); up = up.parent()) {
            SortedSet<Integer> lines = under(up);
            if (!lines.isEmpty()) {
                return lines;
            }
        }
        return new TreeSet<>();
    }

    private SortedSet<Integer> under(YamlPath path) {
        var lines = new TreeSet<Integer>();
        for (int i = 0; i < file.lines().size(); i++) {
            if (file.lines().get(i).origins().stream().anyMatch(each -> isUnder(each, path))) {
                lines.add(i + 1);
            }
        }
        return lines;
    }

    private static boolean isUnder(YamlPath path, YamlPath above) {
        int depth = above.steps().size();
        return path.steps().size() >= depth && path.steps().subList(0, depth).equals(above.steps());
    }

    /** Which lines say the same values as a line. */
    SortedSet<Integer> fellows(int line) {
        Set<YamlPath> wanted = new HashSet<>(origins(line).toList());
        var lines = new TreeSet<>(List.of(line));
        for (int i = 0; i < file.lines().size(); i++) {
            Line each = file.lines().get(i);
            if (!wanted.isEmpty() && Set.copyOf(each.origins()).equals(wanted)) {
                lines.add(i + 1);
            }
        }
        return lines;
    }

    private Stream<YamlPath> origins(int line) {
        return line >= 1 && line <= file.lines().size()
                ? file.lines().get(line - 1).origins().stream()
                : Stream.empty();
    }

    private static int size(ValuePlace place) {
        return place.lastLine() - place.firstLine();
    }

    static void addAll(Set<Integer> lines, ValuePlace place) {
        for (int line = place.firstLine(); line <= place.lastLine(); line++) {
            lines.add(line);
        }
    }
}

package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.runner.job.ProblemException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a part of a spec makes in a Debian image: the difference between the spec with it and the
 * spec without it, both seen by {@link ConfigPreview}. Pure.
 *
 * @param files lines of files that are there because of it, by path
 * @param packages packages that are installed because of it
 */
public record FieldEffects(List<FileLines> files, List<String> packages) {

    public FieldEffects {
        files = List.copyOf(files);
        packages = List.copyOf(packages);
    }

    /**
     * Lines of a file.
     *
     * @param path absolute path in the image
     * @param lines the lines; of a file with sections, with the heads of theirs
     * @param whole whether the file is there because of them, and has no others
     */
    public record FileLines(String path, List<String> lines, boolean whole) {

        public FileLines {
            lines = List.copyOf(lines);
        }
    }

    /** Nothing in the image. */
    public static FieldEffects none() {
        return new FieldEffects(List.of(), List.of());
    }

    /** What {@code with} has and {@code without} has not. */
    public static FieldEffects between(SystemSpec without, SystemSpec with) {
        var packages = new ArrayList<>(DebianRecipe.packages(with));
        packages.removeAll(DebianRecipe.packages(without));
        return new FieldEffects(files(without, with), packages);
    }

    private static List<FileLines> files(SystemSpec without, SystemSpec with) {
        SortedMap<String, String> before;
        try {
            before = ConfigPreview.of(without);
        } catch (ProblemException e) {
            // What is left cannot be made: the rest of the spec relies on it.
            return List.of();
        }
        var files = new ArrayList<FileLines>();
        ConfigPreview.of(with)
                .forEach(
                        (path, text) -> {
                            String old = before.get(path);
                            if (old == null) {
                                files.add(new FileLines(path, text.lines().toList(), true));
                            } else if (!old.equals(text)) {
                                files.add(new FileLines(path, added(old, text), false));
                            }
                        });
        files.removeIf(file -> file.lines().isEmpty());
        return files;
    }

    private static List<String> added(String before, String after) {
        Map<String, Integer> old = new HashMap<>();
        before.lines().forEach(line -> old.merge(line, 1, Integer::sum));
        var added = new ArrayList<String>();
        String head = "";
        for (String line : after.lines().toList()) {
            boolean section = line.startsWith("[") && line.endsWith("]");
            head = section ? line : head;
            if (old.merge(line, -1, Integer::sum) < 0 && !line.isBlank()) {
                if (!head.isEmpty() && !section && !added.contains(head)) {
                    added.add(head);
                }
                added.add(line);
            }
        }
        return added;
    }
}

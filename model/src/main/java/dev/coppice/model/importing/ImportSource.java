package dev.coppice.model.importing;

import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.text.SpecText;

import java.util.List;

/**
 * A file of another system, and what lies beside it.
 *
 * @param file its name without a folder; empty when it has none
 * @param text its text
 * @param files the files of its folder, by their paths in it
 * @param names the paths of these files, as far as they are known
 */
public record ImportSource(String file, SpecText text, ProjectFiles files, List<String> names) {

    public ImportSource {
        names = List.copyOf(names);
    }

    /** A file whose neighbours are asked for by name only. */
    public ImportSource(String file, SpecText text, ProjectFiles files) {
        this(file, text, files, List.of());
    }

    /** A text that stands for itself. */
    public static ImportSource of(SpecText text) {
        return new ImportSource("", text, ProjectFiles.NONE);
    }
}

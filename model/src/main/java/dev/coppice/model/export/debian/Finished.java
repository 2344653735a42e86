package dev.coppice.model.export.debian;

import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.ExportedFile.Line;
import dev.coppice.model.export.Report;
import dev.coppice.model.export.SupportTable;
import dev.coppice.model.linux.ConsoleFiles;
import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/** The end of an export: only values that somebody wrote are origins. */
public final class Finished {

    private Finished() {}

    /** The result, with a report of every value. */
    public static ExportResult of(
            ExportInput input, List<ExportedFile> files, Report report, SupportTable table) {
        return new ExportResult(
                files.stream().map(file -> written(file, input)).toList(),
                report.entries(input.tree(), table));
    }

    private static ExportedFile written(ExportedFile file, ExportInput input) {
        return switch (file) {
            case ExportedFile.Copy copy -> copy;
            case ExportedFile.Text text ->
                    new ExportedFile.Text(
                            text.path(),
                            text.language(),
                            text.executable(),
                            text.lines().stream().map(line -> written(line, input)).toList());
        };
    }

    private static Line written(Line line, ExportInput input) {
        List<YamlPath> written =
                line.origins().stream()
                        .filter(path -> input.tree().at(path).isPresent())
                        .distinct()
                        .toList();
        return new Line(line.text(), written);
    }

    /** A keyboard that the console has by itself needs no file. */
    public static void noteKeyboard(ExportInput input, Report report) {
        if (!ConsoleFiles.needed(input.spec().region())) {
            report.notConcerned(YamlPath.of("keyboard"), "the console has this layout by itself");
        }
    }

    /** Files of the output end with a line feed; says so of those of the spec that do not. */
    public static void noteLineEnds(ExportInput input, Report report) {
        for (int i = 0; i < input.spec().files().size(); i++) {
            if (input.spec().files().get(i).body() instanceof FileEntry.Inline(String content)
                    && !content.isEmpty()
                    && !content.endsWith("\n")) {
                report.approximated(
                        YamlPath.of("files", i, "content"),
                        "a file of the output; it ends with a line feed, which this text does not");
            }
        }
    }
}

package dev.coppice.runner.build.nixos;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.yaml.YamlPath;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leads what Nix found in exported files back to the values of the spec. */
final class FaultFindings {

    private static final String CONFIGURATION = "configuration.nix";
    private static final int LONGEST = 600;

    private final Map<String, List<ExportedFile.Line>> files = new HashMap<>();

    FaultFindings(ExportResult export) {
        for (ExportedFile file : export.files()) {
            if (file instanceof ExportedFile.Text text) {
                files.put(text.path(), text.lines());
            }
        }
    }

    /** The paths of the files whose lines are known. */
    Set<String> paths() {
        return files.keySet();
    }

    Finding of(NixFault fault) {
        Optional<NixFault.Place> place = place(fault);
        YamlPath path = place.flatMap(this::origin).orElse(YamlPath.ROOT);
        String where =
                place.map(p -> "Line " + p.line() + " of the exported " + p.file() + " is meant. ")
                        .orElse("");
        String words = fault.message().replaceFirst("[.:]+$", "");
        return Finding.at(
                path,
                DiagnosticCode.TARGET_REFUSED,
                "NixOS says: " + (words.length() > LONGEST ? words.substring(0, LONGEST) : words),
                where + help(fault));
    }

    private Optional<NixFault.Place> place(NixFault fault) {
        List<ExportedFile.Line> lines = files.getOrDefault(CONFIGURATION, List.of());
        return fault.option()
                .flatMap(
                        option ->
                                new OptionLines(
                                                lines.stream()
                                                        .map(ExportedFile.Line::text)
                                                        .toList())
                                        .find(option))
                .map(line -> new NixFault.Place(CONFIGURATION, line))
                .or(fault::place);
    }

    private static String help(NixFault fault) {
        if (fault.option().isPresent()) {
            return "Look the option up on search.nixos.org/options, and change the value that it"
                    + " comes from.";
        }
        if (fault.message().contains("undefined variable") || fault.message().contains("missing")) {
            return "If it is a package, look its name up on search.nixos.org/packages.";
        }
        return "Change the value that it comes from; the Export page shows the file.";
    }

    /** The value that a line says; a line that says none belongs to the one it stands below. */
    private Optional<YamlPath> origin(NixFault.Place place) {
        List<ExportedFile.Line> lines = files.getOrDefault(place.file(), List.of());
        int number = Math.min(place.line(), lines.size());
        for (int i = number - 1; i >= 0; i--) {
            ExportedFile.Line line = lines.get(i);
            if (!line.origins().isEmpty()) {
                return Optional.of(line.origins().getFirst());
            }
            if (line.text().isBlank()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}

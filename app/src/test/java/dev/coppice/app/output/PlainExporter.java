package dev.coppice.app.output;

import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.Language;
import dev.coppice.model.export.Report;
import dev.coppice.model.export.SupportTable;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A small target to try the page and the command on: a text with the name and the packages, a
 * program when there are services, copies of files. It loses the time zone and bends packages.
 */
public final class PlainExporter implements Exporter {

    private final String id;

    public PlainExporter(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return "Plain " + id;
    }

    @Override
    public String summary() {
        return "Lines of text for " + id + ".";
    }

    @Override
    public SupportTable support() {
        return SupportTable.parse(
                SupportTable.needed(new SpecSchema()).stream()
                        .map(field -> row(field.id()) + "\n")
                        .collect(Collectors.joining()));
    }

    private static String row(String field) {
        return switch (field) {
            case "timezone" -> "dropped timezone | It has no clock. Set it by hand.";
            case "packages[]" -> "approximated packages[] | Its names may differ.";
            default -> "exact " + field + " | as it is";
        };
    }

    @Override
    public ExportResult export(ExportInput input) {
        var files = new ArrayList<ExportedFile>();
        var text = new TextWriter("  ");
        text.line("# made for " + id);
        text.line("name = " + input.spec().name(), YamlPath.of("name"));
        text.line("packages = {", YamlPath.of("packages"));
        text.indented(
                () -> {
                    for (int i = 0; i < input.spec().software().packages().size(); i++) {
                        text.line(
                                input.spec().software().packages().get(i),
                                YamlPath.of("packages").index(i));
                    }
                });
        text.line("}", YamlPath.of("packages"));
        files.add(text.file("system.txt", Language.NIX));
        if (!input.spec().systemd().services().isEmpty()) {
            var script = new TextWriter("  ");
            script.line("#!/bin/sh").line("exec start", YamlPath.of("services"));
            files.add(script.program("bin/start", Language.SHELL));
        }
        List<FileEntry> entries = input.spec().files();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).body() instanceof FileEntry.FromProject(String source)) {
                files.add(
                        new ExportedFile.Copy("files/" + source, source, YamlPath.of("files", i)));
            }
        }
        return new ExportResult(files, new Report().entries(input.tree(), support()));
    }
}

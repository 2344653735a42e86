package dev.coppice.model.export.puppet;

import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.Language;
import dev.coppice.model.export.Report;
import dev.coppice.model.export.SupportTable;
import dev.coppice.model.export.debian.FileFolder;
import dev.coppice.model.export.debian.Finished;

import java.util.ArrayList;
import java.util.List;

/** Writes a manifest and the files that it places, as a module's. */
public final class PuppetExporter implements Exporter {

    private static final String ID = "puppet";

    private final SupportTable support = SupportTable.of(ID);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Puppet";
    }

    @Override
    public String summary() {
        return "A manifest that keeps a Debian machine that already runs in the state of the spec.";
    }

    @Override
    public SupportTable support() {
        return support;
    }

    @Override
    public ExportResult export(ExportInput input) {
        var folder = new FileFolder("modules/coppice/files", false);
        List<ExportedFile> files = new ArrayList<>();
        files.add(
                new ManifestWriter(input.spec(), folder)
                        .text()
                        .file("manifests/site.pp", Language.PUPPET));
        files.addAll(folder.files());
        var report = new Report();
        Finished.noteLineEnds(input, report);
        Finished.noteKeyboard(input, report);
        return Finished.of(input, files, report, support);
    }
}

package dev.coppice.model.export.containerfile;

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

/** Writes a Containerfile, the files that it copies, and the command that starts the container. */
public final class ContainerfileExporter implements Exporter {

    private static final String ID = "containerfile";

    private final SupportTable support = SupportTable.of(ID);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Containerfile";
    }

    @Override
    public String summary() {
        return "A container image for Podman or Buildah that runs systemd, with the command that"
                + " starts it.";
    }

    @Override
    public SupportTable support() {
        return support;
    }

    @Override
    public ExportResult export(ExportInput input) {
        var contained = new ContainedSpec(input.spec());
        var folder = new FileFolder("files", false);
        List<ExportedFile> files = new ArrayList<>();
        files.add(
                new ImageWriter(contained.spec(), input.spec().network().firewall(), folder)
                        .text()
                        .file("Containerfile", Language.DOCKERFILE));
        files.add(new RunScript(input.spec()).text().program("run.sh", Language.SHELL));
        files.addAll(folder.files());
        var report = new Report();
        Finished.noteLineEnds(input, report);
        contained.losses(report);
        return Finished.of(input, files, report, support);
    }
}

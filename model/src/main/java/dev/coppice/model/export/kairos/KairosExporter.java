package dev.coppice.model.export.kairos;

import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.Report;
import dev.coppice.model.export.SupportTable;

import java.util.ArrayList;

/**
 * Writes a Dockerfile with kairos-init, a cloud-config, and what makes media and upgrades of them.
 * Packages and files of the distribution's tree are parts of the image; accounts and settings in
 * {@code /etc} are written by the cloud-config at each start.
 */
public final class KairosExporter implements Exporter {

    @Override
    public String id() {
        return "kairos";
    }

    @Override
    public String title() {
        return "Kairos";
    }

    @Override
    public String summary() {
        return "An immutable image with a cloud-config, for ISO images, disks and clusters.";
    }

    @Override
    public SupportTable support() {
        return SupportTable.of(id());
    }

    @Override
    public ExportResult export(ExportInput input) {
        var report = new Report();
        var plan = new Plan(input, report);
        new RegionPart(plan).write();
        new SoftwarePart(plan).write();
        new MachinePart(plan).write();
        var own = new FilesPart(plan);
        own.write();
        LocalFiles.keep(plan);
        var storage = new StoragePart(plan);
        storage.write();
        ExportedFile.Text config = new CloudConfig(plan, own, storage).file();
        var files = new ArrayList<ExportedFile>();
        files.add(config);
        files.add(new DockerfileWriter(plan).file());
        files.add(BuildScript.of(input.spec()));
        files.addAll(new OperatorFiles(input.spec()).files(config));
        plan.imageFiles().forEach(file -> files.add(file.file()));
        RawReport.write(input.tree(), report);
        TooLarge.report(input, config, report);
        return new ExportResult(files, report.entries(input.tree(), support()));
    }
}

package dev.coppice.model.export.ansible;

import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.Language;
import dev.coppice.model.export.Report;
import dev.coppice.model.export.SupportTable;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.export.debian.BundleCommands;
import dev.coppice.model.export.debian.FileFolder;
import dev.coppice.model.export.debian.Finished;
import dev.coppice.model.spec.Bundle;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/** Writes a playbook, one with the checks, an inventory to fill in, and the files to copy. */
public final class AnsibleExporter implements Exporter {

    private static final String ID = "ansible";

    private final SupportTable support = SupportTable.of(ID);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Ansible";
    }

    @Override
    public String summary() {
        return "A playbook that brings a Debian machine that already runs to the state of the spec;"
                + " a second run changes nothing.";
    }

    @Override
    public SupportTable support() {
        return support;
    }

    @Override
    public ExportResult export(ExportInput input) {
        SystemSpec spec = input.spec();
        var folder = new FileFolder("files", false);
        List<ExportedFile> files = new ArrayList<>();
        files.add(new Playbook(spec, folder).text().file("playbook.yml", Language.YAML));
        if (!spec.checks().isEmpty()) {
            files.add(new ChecksPlaybook(spec).text().file("checks.yml", Language.YAML));
        }
        files.add(inventory(spec).file("inventory.example", Language.INI));
        files.addAll(folder.files());
        var report = new Report();
        Finished.noteLineEnds(input, report);
        Finished.noteKeyboard(input, report);
        losses(spec, report);
        return Finished.of(input, files, report, support);
    }

    private static TextWriter inventory(SystemSpec spec) {
        return new TextWriter("")
                .line("# Copy this file to `inventory` and write the address of your machine.")
                .line(
                        spec.hostname() + " ansible_host=192.0.2.10 ansible_user=root",
                        YamlPath.of("hostname"),
                        YamlPath.of("name"));
    }

    private static void losses(SystemSpec spec, Report report) {
        for (int i = 0; i < spec.software().bundles().size(); i++) {
            Bundle bundle = spec.software().bundles().get(i);
            if (bundle.strip() > 0 && BundleCommands.archive(bundle).equals("zip")) {
                report.dropped(
                        YamlPath.of("bundles", i, "strip"),
                        "unarchive cuts no directories off a zip archive; pack it as tar.gz");
            }
        }
    }
}

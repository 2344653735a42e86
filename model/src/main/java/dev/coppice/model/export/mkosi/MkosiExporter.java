package dev.coppice.model.export.mkosi;

import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.Language;
import dev.coppice.model.export.Report;
import dev.coppice.model.export.SupportTable;
import dev.coppice.model.export.debian.Finished;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes what mkosi(1) reads in a folder: its configuration, partitions, files of the image, and
 * the script that runs in the image when the packages are there. The names are those of mkosi 25
 * and later.
 */
public final class MkosiExporter implements Exporter {

    private static final String ID = "mkosi";

    private final SupportTable support = SupportTable.of(ID);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "mkosi";
    }

    @Override
    public String summary() {
        return "A disk image that boots with UEFI, built by mkosi from Debian's packages.";
    }

    @Override
    public SupportTable support() {
        return support;
    }

    @Override
    public ExportResult export(ExportInput input) {
        var report = new Report();
        Finished.noteKeyboard(input, report);
        Finished.noteLineEnds(input, report);
        var image = new ImageFiles(input.spec(), report);
        List<ExportedFile> files = new ArrayList<>();
        files.add(new ConfigWriter(input.spec(), report).text().file("mkosi.conf", Language.INI));
        new PostinstWriter(input.spec(), image)
                .text()
                .map(text -> text.program("mkosi.postinst.chroot", Language.SHELL))
                .ifPresent(files::add);
        files.addAll(Partitions.of(input.spec()));
        files.addAll(image.files());
        return Finished.of(input, files, report, support);
    }
}

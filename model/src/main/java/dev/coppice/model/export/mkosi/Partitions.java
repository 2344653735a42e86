package dev.coppice.model.export.mkosi;

import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Language;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/** The partitions of the disk: repart.d(5). systemd finds them by their types. */
final class Partitions {

    private static final String FOLDER = "mkosi.repart/";

    private Partitions() {}

    static List<ExportedFile> of(SystemSpec spec) {
        List<ExportedFile> files = new ArrayList<>();
        files.add(
                partition()
                        .line("Type=esp")
                        .line("Format=vfat")
                        .line("CopyFiles=/boot:/")
                        .line("CopyFiles=/efi:/")
                        .line("SizeMinBytes=512M")
                        .line("SizeMaxBytes=512M")
                        .file(FOLDER + "00-esp.conf", Language.INI));
        spec.storage()
                .swapMiB()
                .ifPresent(
                        size -> {
                            YamlPath origin = YamlPath.of("storage", "swap");
                            files.add(
                                    partition()
                                            .line("Type=swap")
                                            .line("Format=swap")
                                            .line("SizeMinBytes=" + size + "M", origin)
                                            .line("SizeMaxBytes=" + size + "M", origin)
                                            .file(FOLDER + "10-swap.conf", Language.INI));
                        });
        files.add(
                new TextWriter("")
                        .line("# The file of the image takes only the room that is used.")
                        .append(partition())
                        .line("Type=root")
                        .line("Format=ext4")
                        .line("CopyFiles=/")
                        .line("SizeMinBytes=8G")
                        .file(FOLDER + "20-root.conf", Language.INI));
        return files;
    }

    private static TextWriter partition() {
        return new TextWriter("").line("[Partition]");
    }
}

package dev.coppice.model.export.mkosi;

import static dev.coppice.model.export.debian.ShellWords.quote;

import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.ExportedFile.Line;
import dev.coppice.model.export.Report;
import dev.coppice.model.export.debian.FileFolder;
import dev.coppice.model.export.debian.HostKeys;
import dev.coppice.model.export.debian.SystemFile;
import dev.coppice.model.export.debian.SystemFiles;
import dev.coppice.model.linux.NeededPackages;
import dev.coppice.model.linux.SettingFile;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/**
 * The files of the image. mkosi lays the folder {@code mkosi.extra} over it as it is, all of it
 * root's, with its folders' modes; the rest is installed by the script.
 */
final class ImageFiles {

    private static final String SOURCES = "/etc/apt/";
    private static final String FSTAB = "/etc/fstab";
    private static final int PROGRAM = 0755;

    /** Where folders of the system have the mode that folders commonly have, 0755. */
    private static final List<String> PLAIN = List.of("/etc/", "/usr/", "/opt/", "/srv/");

    private static final List<String> CLOSED =
            List.of("/etc/polkit-1/", "/etc/ssl/private/", "/etc/sudoers.d/");

    private final SystemSpec spec;
    private final FileFolder extra = new FileFolder("mkosi.extra", true);
    private final FileFolder sandbox = new FileFolder("mkosi.sandbox", false);
    private final FileFolder folder = new FileFolder("files", false);
    private final List<Line> installs = new ArrayList<>();

    ImageFiles(SystemSpec spec, Report report) {
        this.spec = spec;
        for (SystemFile file : SystemFiles.of(spec)) {
            if (file.path().startsWith(SOURCES)) {
                // apt runs outside of the image.
                sandbox.add(file);
            }
            if (!file.path().equals("/etc/hostname")) {
                place(file);
            }
        }
        mounts(report);
        if (NeededPackages.of(spec).containsKey(HostKeys.SERVER)) {
            place(HostKeys.unit());
        }
        place(plain(Presets.FILE, Presets.of(spec)));
    }

    private void place(SystemFile file) {
        if (isPlain(file)) {
            extra.add(file);
        } else {
            installs.add(
                    new Line(
                            "install -D -m %s -o %s -g %s %s %s"
                                    .formatted(
                                            file.octal(),
                                            file.owner(),
                                            file.group(),
                                            source(file),
                                            quote(file.path())),
                            file.body().origins()));
        }
    }

    private boolean isPlain(SystemFile file) {
        return file.body() instanceof SystemFile.Written
                && file.ofRoot()
                && (file.mode() == SettingFile.PLAIN || file.mode() == PROGRAM)
                && PLAIN.stream().anyMatch(file.path()::startsWith)
                && CLOSED.stream().noneMatch(file.path()::startsWith)
                && extra.keeps(file.path());
    }

    private void mounts(Report report) {
        if (spec.storage().disks().isEmpty()) {
            return;
        }
        if (spec.files().stream().anyMatch(file -> file.path().equals(FSTAB))) {
            report.dropped(
                    YamlPath.of("storage", "disks"), "the spec brings an /etc/fstab of its own");
            return;
        }
        place(plain(FSTAB, Mounts.of(spec.storage().disks())));
    }

    private static SystemFile plain(String path, List<Line> lines) {
        return new SystemFile(
                path, new SystemFile.Written(lines), SettingFile.PLAIN, "root", "root");
    }

    /** Adds a file for the script; the word with which it finds it. */
    String source(SystemFile file) {
        return "\"$SRCDIR/files/" + folder.add(file) + "\"";
    }

    /** Commands of the script that place files. */
    List<Line> installs() {
        return List.copyOf(installs);
    }

    /** All that were added. */
    List<ExportedFile> files() {
        List<ExportedFile> all = new ArrayList<>(sandbox.files());
        all.addAll(extra.files());
        all.addAll(folder.files());
        return all;
    }
}

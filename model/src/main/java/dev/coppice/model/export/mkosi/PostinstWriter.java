package dev.coppice.model.export.mkosi;

import static dev.coppice.model.export.debian.ShellWords.quote;

import dev.coppice.model.export.ExportedFile.Line;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.export.debian.AccountCommands;
import dev.coppice.model.export.debian.BundleCommands;
import dev.coppice.model.export.debian.HostKeys;
import dev.coppice.model.export.debian.SystemFile;
import dev.coppice.model.export.debian.UnitCommands;
import dev.coppice.model.linux.ConsoleFiles;
import dev.coppice.model.linux.NeededPackages;
import dev.coppice.model.linux.RegionFiles;
import dev.coppice.model.linux.SettingFile;
import dev.coppice.model.linux.UnitStates;
import dev.coppice.model.spec.Bundle;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code mkosi.postinst.chroot}: what no file and no setting can say. */
final class PostinstWriter {

    private final SystemSpec spec;
    private final ImageFiles image;
    private final TextWriter text = new TextWriter("    ");
    private boolean anything;

    PostinstWriter(SystemSpec spec, ImageFiles image) {
        this.spec = spec;
        this.image = image;
    }

    /** Empty when nothing is left to say. */
    Optional<TextWriter> text() {
        text.line("#!/bin/sh");
        text.line("# Runs inside the image, after its packages and mkosi.extra are there.");
        text.line("set -eu");
        part("Languages.", locales());
        part("Users and groups.", AccountCommands.of(spec));
        part("Files whose owner, mode or folder mkosi.extra cannot say.", image.installs());
        List<Bundle> bundles = spec.software().bundles();
        for (int i = 0; i < bundles.size(); i++) {
            part("Software from outside Debian: " + bundles.get(i).name() + ".", bundle(i));
        }
        if (ConsoleFiles.needed(spec.region())) {
            part(
                    "Keyboard and font, as the console loads them at the start.",
                    List.of(
                            new Line(
                                    "setupcon --save-only --force || true",
                                    List.of(YamlPath.of("keyboard"), YamlPath.of("console")))));
        }
        if (NeededPackages.of(spec).containsKey(HostKeys.SERVER)) {
            part(
                    "Each machine makes its own key of the SSH server.",
                    List.of(new Line("rm -f /etc/ssh/ssh_host_*", List.of())));
        }
        List<UnitStates.UnitState> units = UnitStates.of(spec);
        part(
                "Units of which presets can say nothing.",
                UnitCommands.of(units.stream().filter(unit -> !Presets.has(unit, units)).toList()));
        return anything ? Optional.of(text) : Optional.empty();
    }

    private List<Line> locales() {
        var commands = new ArrayList<Line>();
        for (String locale : RegionFiles.locales(spec.region())) {
            commands.add(
                    new Line(
                            "echo " + quote(locale + " UTF-8") + " >> /etc/locale.gen",
                            List.of(
                                    YamlPath.of("locale"),
                                    YamlPath.of("locales"),
                                    YamlPath.of("localeSettings"))));
        }
        if (!commands.isEmpty()) {
            commands.add(new Line("locale-gen", List.of()));
        }
        return commands;
    }

    private List<Line> bundle(int index) {
        Bundle bundle = spec.software().bundles().get(index);
        String name = BundleCommands.fileName(bundle);
        String file = "/tmp/" + name;
        var commands = new ArrayList<Line>();
        if (bundle.origin() instanceof Bundle.FromProject(String source)) {
            YamlPath origin = YamlPath.of("bundles", index, "source");
            var archive =
                    new SystemFile(
                            "/bundles/" + bundle.name() + "/" + name,
                            new SystemFile.FromProject(source, origin),
                            SettingFile.PLAIN,
                            "root",
                            "root");
            commands.add(
                    new Line("cp " + image.source(archive) + " " + quote(file), List.of(origin)));
        }
        commands.addAll(BundleCommands.of(bundle, index, file));
        return commands;
    }

    private void part(String comment, List<Line> commands) {
        if (!commands.isEmpty()) {
            anything = true;
            text.gap().line("# " + comment);
            commands.forEach(command -> text.line(command.text(), command.origins()));
        }
    }
}

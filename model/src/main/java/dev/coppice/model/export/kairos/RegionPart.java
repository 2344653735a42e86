package dev.coppice.model.export.kairos;

import dev.coppice.model.linux.ConsoleFiles;
import dev.coppice.model.linux.RegionFiles;
import dev.coppice.model.linux.SettingFile;
import dev.coppice.model.linux.ShellWords;
import dev.coppice.model.spec.Region;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Time zone, languages, keyboard and clock: parts of the image but for the clock's servers. */
final class RegionPart {

    private static final YamlPath TIMEZONE = YamlPath.of("timezone");

    /** Set at each start. */
    private static final Set<String> AT_START =
            Set.of(
                    "/etc/systemd/timesyncd.conf.d/10-coppice.conf",
                    "/etc/systemd/system/getty@tty1.service.d/coppice-autologin.conf");

    private final Plan plan;

    RegionPart(Plan plan) {
        this.plan = plan;
    }

    void write() {
        Region region = plan.spec().region();
        for (SettingFile file : RegionFiles.of(plan.spec())) {
            if (AT_START.contains(file.path())) {
                plan.atStart(file);
            } else {
                plan.image(ImageFile.text(file.path(), file.content(), file.origins()));
            }
        }
        plan.run(
                "Time zone",
                "ln -sf /usr/share/zoneinfo/"
                        + ShellWords.quoted(region.timezone())
                        + " /etc/localtime",
                List.of(TIMEZONE));
        locales(region);
        List<SettingFile> console = ConsoleFiles.of(region);
        console.forEach(
                file -> plan.image(ImageFile.text(file.path(), file.content(), file.origins())));
        if (console.isEmpty()) {
            plan.report()
                    .notConcerned(YamlPath.of("keyboard"), "the kernel's own layout is this one");
        } else {
            plan.run("Keyboard", "setupcon --save-only --force", List.of(YamlPath.of("keyboard")));
        }
    }

    private void locales(Region region) {
        List<String> locales = RegionFiles.locales(region);
        if (locales.isEmpty()) {
            return;
        }
        var words = new ArrayList<String>();
        locales.forEach(locale -> words.add(ShellWords.quoted(locale)));
        plan.run(
                "Languages",
                "for locale in "
                        + String.join(" ", words)
                        + "; do awk -v name=\"$locale\" '$1 == name' /usr/share/i18n/SUPPORTED;"
                        + " done >/etc/locale.gen && locale-gen",
                List.of(
                        YamlPath.of("locale"),
                        YamlPath.of("locales"),
                        YamlPath.of("localeSettings")));
    }
}

package dev.coppice.model.linux;

import dev.coppice.model.spec.Region;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Time, language, the console and the clock. */
public final class RegionFiles {

    /** Locales that the C library has built in. */
    private static final Set<String> BUILT_IN = Set.of("C", "C.UTF-8", "C.utf8", "POSIX");

    /** The unit that sets the clock. */
    static final String TIMESYNC = "systemd-timesyncd.service";

    private RegionFiles() {}

    /** The files, without the link {@code /etc/localtime}. */
    public static List<SettingFile> of(SystemSpec spec) {
        Region region = spec.region();
        var files = new ArrayList<SettingFile>();
        files.add(
                SettingFile.plain(
                        "/etc/timezone", region.timezone() + "\n", YamlPath.of("timezone")));
        YamlPath locale = YamlPath.of("locale");
        YamlPath settings = YamlPath.of("localeSettings");
        files.add(SettingFile.plain("/etc/default/locale", locale(region), locale, settings));
        files.add(SettingFile.plain("/etc/locale.conf", locale(region), locale, settings));
        region.console()
                .autologin()
                .ifPresent(
                        user ->
                                files.add(
                                        SettingFile.plain(
                                                UnitFiles.FOLDER
                                                        + "getty@tty1.service.d/coppice-autologin.conf",
                                                autologin(user),
                                                YamlPath.of("console", "autologin"))));
        region.ntp()
                .filter(ntp -> ntp.enabled() && !ntp.servers().isEmpty())
                .ifPresent(
                        ntp ->
                                files.add(
                                        SettingFile.plain(
                                                "/etc/systemd/timesyncd.conf.d/10-coppice.conf",
                                                "[Time]\nNTP="
                                                        + String.join(" ", ntp.servers())
                                                        + "\n",
                                                YamlPath.of("ntp"))));
        return files;
    }

    /** Locales that must be made, sorted. */
    public static List<String> locales(Region region) {
        Set<String> wanted = new TreeSet<>(region.locales());
        wanted.add(region.locale());
        wanted.addAll(region.localeSettings().values());
        wanted.removeAll(BUILT_IN);
        return List.copyOf(wanted);
    }

    private static String locale(Region region) {
        StringBuilder text = new StringBuilder("LANG=").append(region.locale()).append('\n');
        region.localeSettings().forEach((name, value) -> text.append(name + "=" + value + "\n"));
        return text.toString();
    }

    private static String autologin(String user) {
        // As in getty@.service of Debian, with -f: login(1) does not ask who was logged in.
        return """
        [Service]
        ExecStart=
        ExecStart=-/sbin/agetty -o '-p -f -- \\\\u' --noclear --autologin %s - $TERM
        """
                .formatted(user);
    }
}

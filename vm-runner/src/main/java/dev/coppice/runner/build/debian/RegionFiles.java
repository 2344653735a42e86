package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.Region;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Time, language, the console and the clock. */
final class RegionFiles {

    /** Locales that the C library has built in. */
    private static final Set<String> BUILT_IN = Set.of("C", "C.UTF-8", "C.utf8", "POSIX");

    private static final String TIMESYNC = "systemd-timesyncd.service";

    private RegionFiles() {}

    static void write(ConfigSite site) {
        Region region = site.spec().region();
        ConfigTree tree = site.tree();
        tree.text("/etc/timezone", region.timezone() + "\n");
        tree.link("/etc/localtime", "/usr/share/zoneinfo/" + region.timezone());
        tree.text("/etc/default/locale", locale(region));
        tree.text("/etc/locale.conf", locale(region));
        region.console().autologin().ifPresent(user -> autologin(site, user));
        region.ntp().ifPresent(ntp -> clock(site, ntp));
    }

    /** Locales that must be made, sorted. */
    static List<String> locales(Region region) {
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

    private static void autologin(ConfigSite site, String user) {
        // As in getty@.service of Debian, with -f: login(1) does not ask who was logged in.
        site.tree()
                .text(
                        ConfigSite.UNITS + "getty@tty1.service.d/coppice-autologin.conf",
                        """
                        [Service]
                        ExecStart=
                        ExecStart=-/sbin/agetty -o '-p -f -- \\\\u' --noclear --autologin %s - $TERM
                        """
                                .formatted(user));
    }

    private static void clock(ConfigSite site, Region.Ntp ntp) {
        if (!ntp.enabled()) {
            if (site.lower().units().containsKey(TIMESYNC)) {
                site.disable(TIMESYNC);
            }
            return;
        }
        if (!ntp.servers().isEmpty()) {
            site.tree()
                    .text(
                            "/etc/systemd/timesyncd.conf.d/10-coppice.conf",
                            "[Time]\nNTP=" + String.join(" ", ntp.servers()) + "\n");
        }
        site.enable(TIMESYNC);
    }
}

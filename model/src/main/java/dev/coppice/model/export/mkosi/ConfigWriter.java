package dev.coppice.model.export.mkosi;

import dev.coppice.model.export.Report;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.export.debian.BundleCommands;
import dev.coppice.model.linux.NeededPackages;
import dev.coppice.model.spec.Bundle;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code mkosi.conf}. A {@code #} begins a comment anywhere in it, a {@code %} a specifier. */
final class ConfigWriter {

    private static final String MIRROR_END = "/debian";

    /** What a machine that boots needs beyond Debian's essential packages, which mkosi installs. */
    private static final List<String> BASE =
            List.of(
                    "apt",
                    "dbus",
                    "e2fsprogs",
                    "iproute2",
                    "kmod",
                    "libpam-systemd",
                    "linux-image-amd64",
                    "login",
                    "netbase",
                    "passwd",
                    "procps",
                    "systemd",
                    "systemd-boot",
                    "systemd-resolved",
                    "systemd-sysv",
                    "tzdata",
                    "udev");

    private final SystemSpec spec;
    private final Report report;
    private final TextWriter text = new TextWriter("    ");

    ConfigWriter(SystemSpec spec, Report report) {
        this.spec = spec;
        this.report = report;
    }

    TextWriter text() {
        head();
        distribution();
        section("Output");
        text.line("Format=disk");
        text.line("ImageId=" + spec.name(), YamlPath.of("name"));
        content();
        if (spec.software().bundles().stream()
                .anyMatch(bundle -> bundle.origin() instanceof Bundle.Download)) {
            section("Build");
            text.line("# mkosi.postinst.chroot downloads bundles.");
            text.line("WithNetwork=yes", YamlPath.of("bundles"));
        }
        section("Runtime");
        text.line("# The machine of mkosi vm.");
        text.line("CPUs=" + spec.machine().cpus(), YamlPath.of("machine", "cpus"));
        text.line("RAM=" + spec.machine().memoryMiB() + "M", YamlPath.of("machine", "memory"));
        return text;
    }

    private void head() {
        String title = spec.description().isEmpty() ? "" : ": " + spec.description();
        text.line("# " + spec.name() + title, YamlPath.of("name"), YamlPath.of("description"));
        text.line(
                "# Written by Coppice from system.yaml, for mkosi 25 and later; bookworm has 14,");
        text.line("# which names sections and settings differently.");
        text.line("# Build as root: only then can files belong to others than root.");
        text.line("#   make the image:  sudo mkosi build");
        text.line("#   start it:        sudo mkosi vm");
        section("Config");
        text.line("MinimumVersion=25");
    }

    private void distribution() {
        section("Distribution");
        text.line("Distribution=debian", YamlPath.of("base", "distribution"));
        text.line("Release=" + spec.base().release(), YamlPath.of("base", "release"));
        text.line("Architecture=x86-64");
        spec.base().mirror().ifPresent(this::mirror);
    }

    /** mkosi adds the folder of the archive itself. */
    private void mirror(String mirror) {
        YamlPath path = YamlPath.of("base", "mirror");
        String url = mirror.replaceFirst("/+$", "");
        if (url.endsWith(MIRROR_END) && fits(url)) {
            String parent = url.substring(0, url.length() - MIRROR_END.length());
            text.line("Mirror=" + escape(parent), path);
        } else {
            report.dropped(
                    path,
                    "mkosi wants a mirror whose address ends in /debian; it uses deb.debian.org");
        }
    }

    private void content() {
        section("Content");
        text.line("Bootable=yes");
        text.line("Bootloader=systemd-boot");
        text.line("Hostname=" + spec.hostname(), YamlPath.of("hostname"), YamlPath.of("name"));
        text.line("Timezone=" + spec.region().timezone(), YamlPath.of("timezone"));
        if (spec.region().localeSettings().isEmpty()) {
            // It would write a locale.conf(5) with nothing else.
            text.line("Locale=" + spec.region().locale(), YamlPath.of("locale"));
        }
        interfaceNames();
        kernelParameters();
        packages();
    }

    private void interfaceNames() {
        boolean kernels =
                spec.network().interfaces().stream()
                        .anyMatch(each -> each.name().matches("(eth|wlan)[0-9*].*"));
        if (kernels) {
            YamlPath path = YamlPath.of("network", "interfaces");
            text.line("# The kernel's own names of interfaces: eth0, not enp1s0.", path);
            text.line("KernelCommandLine=net.ifnames=0", path);
        }
    }

    private void kernelParameters() {
        List<String> parameters = spec.kernel().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            YamlPath path = YamlPath.of("kernel", "parameters", i);
            if (fits(parameters.get(i))) {
                text.line("KernelCommandLine=" + escape(parameters.get(i)), path);
            } else {
                report.dropped(path, "in mkosi.conf a # begins a comment, even inside of a value");
            }
        }
    }

    private void packages() {
        Map<String, List<YamlPath>> needed = new TreeMap<>(NeededPackages.of(spec));
        BundleCommands.tools(spec.software().bundles()).forEach(needed::putIfAbsent);
        text.gap().line("# What every machine has.");
        text.line("Packages=");
        BASE.stream()
                .filter(name -> !needed.containsKey(name))
                .forEach(name -> text.line("    " + name));
        if (!needed.isEmpty()) {
            text.gap().line("# What the spec asks for.");
            text.line("Packages=");
            needed.forEach((name, origins) -> text.line("    " + name, origins));
        }
    }

    private void section(String name) {
        text.gap().line("[" + name + "]");
    }

    private static boolean fits(String value) {
        return !value.contains("#");
    }

    private static String escape(String value) {
        return value.replace("%", "%%");
    }
}

package dev.coppice.model.export.containerfile;

import static dev.coppice.model.export.debian.ShellWords.quote;

import dev.coppice.model.export.ExportedFile.Line;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.export.debian.AccountCommands;
import dev.coppice.model.export.debian.BundleCommands;
import dev.coppice.model.export.debian.FileFolder;
import dev.coppice.model.export.debian.HostKeys;
import dev.coppice.model.export.debian.SystemFile;
import dev.coppice.model.export.debian.SystemFiles;
import dev.coppice.model.export.debian.UnitCommands;
import dev.coppice.model.linux.NeededPackages;
import dev.coppice.model.linux.RegionFiles;
import dev.coppice.model.linux.SettingFile;
import dev.coppice.model.linux.UnitStates;
import dev.coppice.model.spec.Bundle;
import dev.coppice.model.spec.Network;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The Containerfile, Containerfile(5): what changes seldom comes first, so that its layers are
 * reused.
 */
final class ImageWriter {

    /** What makes a container a machine with services. */
    private static final List<String> BASE =
            List.of(
                    "dbus",
                    "iproute2",
                    "libpam-systemd",
                    "netbase",
                    "procps",
                    "systemd",
                    "systemd-sysv",
                    "tzdata");

    private static final String SOURCES = "/etc/apt/";

    private final SystemSpec spec;
    private final Optional<Network.Firewall> firewall;
    private final FileFolder folder;
    private final List<SystemFile> files;
    private final TextWriter text = new TextWriter("    ");

    /**
     * @param spec what is inside the container
     * @param firewall says on which ports the container listens
     */
    ImageWriter(SystemSpec spec, Optional<Network.Firewall> firewall, FileFolder folder) {
        this.spec = spec;
        this.firewall = firewall;
        this.folder = folder;
        this.files = SystemFiles.of(spec).stream().filter(file -> !ofHost(file.path())).toList();
    }

    /** Podman writes them when the container starts. */
    private static boolean ofHost(String path) {
        return path.equals("/etc/hostname")
                || path.equals("/etc/hosts")
                || path.startsWith("/etc/systemd/network/");
    }

    TextWriter text() {
        head();
        mirror();
        archives();
        packages();
        region();
        accounts();
        bundles();
        copies("Files.", files.stream().filter(file -> !file.path().startsWith(SOURCES)).toList());
        hostKeys();
        services();
        foot();
        return text;
    }

    private void head() {
        String title = spec.description().isEmpty() ? "" : ": " + spec.description();
        text.line("# " + spec.name() + title, YamlPath.of("name"), YamlPath.of("description"));
        text.line("# Written by Coppice from system.yaml.");
        text.line("#   make the image:       podman build --tag " + spec.name() + " .");
        text.line("#   start the container:  ./run.sh");
        text.line(
                "FROM docker.io/library/debian:" + spec.base().release(),
                YamlPath.of("base", "distribution"),
                YamlPath.of("base", "release"));
    }

    private void mirror() {
        spec.base()
                .mirror()
                .ifPresent(
                        mirror ->
                                run(
                                        "Where packages come from.",
                                        List.of(
                                                new Line(
                                                        "sed -i "
                                                                + quote(
                                                                        "s|http://deb.debian.org/debian$|"
                                                                                + mirror.replaceAll(
                                                                                        "[\\\\&|]",
                                                                                        "\\\\$0")
                                                                                + "|")
                                                                + " /etc/apt/sources.list.d/debian.sources",
                                                        List.of(YamlPath.of("base", "mirror"))))));
    }

    /** Certificates must be there before apt can read an archive behind https. */
    private void archives() {
        List<SystemFile> sources =
                files.stream().filter(file -> file.path().startsWith(SOURCES)).toList();
        if (spec.software().repositories().stream().anyMatch(r -> r.url().startsWith("https:"))) {
            install(
                    "Certificates, to read package archives over https.",
                    Map.of("ca-certificates", List.of(YamlPath.of("repositories"))));
        }
        copies("Package archives beside Debian's own.", sources);
    }

    private void packages() {
        var needed = new TreeMap<String, List<YamlPath>>(NeededPackages.of(spec));
        BASE.forEach(needed::remove);
        BundleCommands.tools(spec.software().bundles()).forEach(needed::putIfAbsent);
        var base = new TreeMap<String, List<YamlPath>>();
        BASE.forEach(name -> base.put(name, List.of()));
        install("systemd, so that services run as on a machine.", base);
        if (!needed.isEmpty()) {
            install("Packages.", needed);
        }
    }

    private void install(String comment, Map<String, List<YamlPath>> packages) {
        text.gap().line("# " + comment);
        text.line("RUN apt-get update \\");
        text.line(
                " && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends"
                        + " \\");
        packages.forEach((name, origins) -> text.line("        " + name + " \\", origins));
        text.line(" && rm -rf /var/lib/apt/lists/*");
    }

    private void region() {
        var commands = new ArrayList<Line>();
        commands.add(
                new Line(
                        "ln -sf /usr/share/zoneinfo/"
                                + spec.region().timezone()
                                + " /etc/localtime",
                        List.of(YamlPath.of("timezone"))));
        List<String> locales = RegionFiles.locales(spec.region());
        for (String locale : locales) {
            commands.add(
                    new Line(
                            "echo " + quote(locale + " UTF-8") + " >> /etc/locale.gen",
                            List.of(
                                    YamlPath.of("locale"),
                                    YamlPath.of("locales"),
                                    YamlPath.of("localeSettings"))));
        }
        if (!locales.isEmpty()) {
            commands.add(new Line("locale-gen", List.of()));
        }
        run("Time zone and languages.", commands);
    }

    private void accounts() {
        run("Users and groups.", AccountCommands.of(spec));
    }

    private void bundles() {
        List<Bundle> bundles = spec.software().bundles();
        for (int i = 0; i < bundles.size(); i++) {
            Bundle bundle = bundles.get(i);
            String file = "/tmp/" + BundleCommands.fileName(bundle);
            String comment = "Software from outside Debian: " + bundle.name() + ".";
            if (bundle.origin() instanceof Bundle.FromProject(String source)) {
                YamlPath origin = YamlPath.of("bundles", i, "source");
                var archive =
                        new SystemFile(
                                "/bundles/" + bundle.name() + "/" + BundleCommands.fileName(bundle),
                                new SystemFile.FromProject(source, origin),
                                SettingFile.PLAIN,
                                "root",
                                "root");
                text.gap().line("# " + comment);
                text.line("COPY " + json("files/" + folder.add(archive), file), List.of(origin));
                comment = "Its place.";
            }
            run(comment, BundleCommands.of(bundle, i, file));
        }
    }

    private void copies(String comment, List<SystemFile> copied) {
        if (copied.isEmpty()) {
            return;
        }
        text.gap().line("# " + comment);
        for (SystemFile file : copied) {
            String owner = file.ofRoot() ? "" : " --chown=" + file.owner() + ":" + file.group();
            text.line(
                    "COPY --chmod="
                            + file.octal()
                            + owner
                            + " "
                            + json("files/" + folder.add(file), file.path()),
                    file.body().origins());
        }
    }

    /**
     * The form for names with blanks, where it is needed; variables would be replaced in either.
     */
    private static String json(String from, String to) {
        if ((from + to).matches("[A-Za-z0-9._/@+:-]+")) {
            return from + " " + to;
        }
        return "[\"" + escaped(from) + "\", \"" + escaped(to) + "\"]";
    }

    private static String escaped(String name) {
        String word = name.replace("\\", "\\\\").replace("$", "\\$");
        return word.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private void hostKeys() {
        if (NeededPackages.of(spec).containsKey(HostKeys.SERVER)) {
            copies(
                    "The first container makes a key of the SSH server; run.sh keeps it in a"
                            + " volume.",
                    List.of(HostKeys.keepingUnit()));
            run(
                    "",
                    List.of(
                            new Line("rm -f /etc/ssh/ssh_host_*", List.of()),
                            new Line("systemctl enable " + HostKeys.UNIT, List.of())));
        }
    }

    private void services() {
        run(
                "What systemd starts.",
                UnitCommands.of(
                        UnitStates.of(spec).stream()
                                .filter(unit -> !unit.origins().isEmpty())
                                .toList()));
    }

    private void run(String comment, List<Line> commands) {
        if (commands.isEmpty()) {
            return;
        }
        if (!comment.isEmpty()) {
            text.gap().line("# " + comment);
        }
        for (int i = 0; i < commands.size(); i++) {
            Line command = commands.get(i);
            // A command with an alternative stands in a group of its own.
            String words =
                    command.text().contains("||") ? "{ " + command.text() + "; }" : command.text();
            text.line(
                    (i == 0 ? "RUN " : " && ") + words + (i < commands.size() - 1 ? " \\" : ""),
                    command.origins());
        }
    }

    private void ports(String protocol, List<Network.PortRange> ports, String key) {
        for (int i = 0; i < ports.size(); i++) {
            text.line(
                    "EXPOSE " + ports.get(i) + "/" + protocol,
                    YamlPath.of("network", "firewall", key, i));
        }
    }

    private void foot() {
        firewall.filter(filter -> !filter.allowTcp().isEmpty() || !filter.allowUdp().isEmpty())
                .ifPresent(
                        filter -> {
                            text.gap()
                                    .line("# Where the container listens; run.sh publishes ports.");
                            ports("tcp", filter.allowTcp(), "allowTcp");
                            ports("udp", filter.allowUdp(), "allowUdp");
                        });
        text.gap().line("# systemd powers off at this signal.");
        text.line("STOPSIGNAL SIGRTMIN+3");
        text.line("CMD [\"/sbin/init\"]");
    }
}

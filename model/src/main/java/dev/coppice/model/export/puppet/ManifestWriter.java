package dev.coppice.model.export.puppet;

import static dev.coppice.model.export.puppet.Resources.attributes;
import static dev.coppice.model.export.puppet.Resources.list;
import static dev.coppice.model.export.puppet.Resources.quote;

import dev.coppice.model.export.ExportedFile.Line;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.export.debian.BundleCommands;
import dev.coppice.model.export.debian.FileFolder;
import dev.coppice.model.export.debian.OneShots;
import dev.coppice.model.export.debian.OwnUnits;
import dev.coppice.model.export.debian.SystemFile;
import dev.coppice.model.linux.NeededPackages;
import dev.coppice.model.linux.RegionFiles;
import dev.coppice.model.linux.SettingFile;
import dev.coppice.model.linux.UnitStates;
import dev.coppice.model.spec.Accounts;
import dev.coppice.model.spec.Bundle;
import dev.coppice.model.spec.ServiceState;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.User;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The manifest: one class with what the machine must have, each after what it needs. */
final class ManifestWriter {

    private static final String NO_PASSWORD = "*";
    private static final String PATH =
            "['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin']";

    /** Where programs beside apt note, and look for, the last time that lists were fetched. */
    private static final String STAMP = "/var/lib/apt/periodic/update-success-stamp";

    private static final String CACHE = "/var/cache/coppice";

    private final SystemSpec spec;
    private final FileFolder folder;
    private final TextWriter text = new TextWriter("  ");
    private final Resources resources = new Resources(text);

    ManifestWriter(SystemSpec spec, FileFolder folder) {
        this.spec = spec;
        this.folder = folder;
    }

    TextWriter text() {
        String title = spec.description().isEmpty() ? "" : ": " + spec.description();
        text.line("# " + spec.name() + title, YamlPath.of("name"), YamlPath.of("description"));
        text.line("# Written by Coppice from system.yaml, for a machine that already runs Debian.");
        text.line("#   puppet apply --modulepath=modules manifests/site.pp");
        text.line("# On a server the two folders are those of an environment.");
        release();
        names();
        hosts();
        var files = new FileResources(spec, folder, resources);
        files.archives();
        packages();
        people();
        bundles();
        files.write();
        languages();
        services();
        return text;
    }

    private void release() {
        String release = spec.base().release();
        List<YamlPath> origins =
                List.of(YamlPath.of("base", "distribution"), YamlPath.of("base", "release"));
        text.gap();
        text.line("if $facts['os']['distro']['codename'] != " + quote(release) + " {", origins);
        text.line("  fail('This manifest is for Debian " + release + ".')", origins);
        text.line("}", origins);
    }

    private void names() {
        List<YamlPath> origins = List.of(YamlPath.of("hostname"), YamlPath.of("name"));
        resources.topic("The machine's name.");
        shell(
                "set the host name",
                "hostnamectl hostname " + spec.hostname(),
                "test \"$(hostname)\" = " + spec.hostname(),
                origins);
        // Programs such as sudo look up the name of the machine that they run on.
        String line = "127.0.1.1 " + spec.hostname();
        shell(
                "let the machine know its own name",
                "sed -i '/^127\\.0\\.1\\.1[[:space:]]/d' /etc/hosts && echo '"
                        + line
                        + "' >> /etc/hosts",
                "grep -q -x '" + line + "' /etc/hosts",
                origins);
    }

    /** Runs a command of the shell, but when another one says that there is no need. */
    private void shell(String title, String command, String unless, List<YamlPath> origins) {
        resources.add(
                "exec",
                title,
                attributes(
                        "command",
                        quote(command),
                        "unless",
                        quote(unless),
                        "provider",
                        "shell",
                        "path",
                        PATH),
                origins);
    }

    private void hosts() {
        spec.network()
                .hosts()
                .forEach(
                        (address, names) -> {
                            String line = address + " " + String.join(" ", names);
                            shell(
                                    "know the names of " + address,
                                    "echo '" + line + "' >> /etc/hosts",
                                    "grep -q -x '" + line + "' /etc/hosts",
                                    List.of(YamlPath.of("network", "hosts", address)));
                        });
    }

    private void packages() {
        Map<String, List<YamlPath>> needed = new TreeMap<>(NeededPackages.of(spec));
        if (!spec.network().nameservers().isEmpty() || !spec.network().searchDomains().isEmpty()) {
            needed.putIfAbsent("systemd-resolved", List.of(YamlPath.of("network", "nameservers")));
        }
        BundleCommands.tools(spec.software().bundles()).forEach(needed::putIfAbsent);
        if (needed.isEmpty()) {
            return;
        }
        resources.topic("Packages, with lists that are not older than a day.");
        shell(
                "fetch the lists of packages",
                "apt-get update && touch " + STAMP,
                // The lists themselves have the times of the archive.
                "test -n \"$(find "
                        + STAMP
                        + " -mtime -1)\" && test -z \"$(find /etc/apt -newer "
                        + STAMP
                        + ")\"",
                List.of());
        text.gap();
        text.line("package { [");
        text.indented(
                () ->
                        needed.forEach(
                                (name, origins) -> text.line("  " + quote(name) + ",", origins)));
        text.line("]:");
        text.line("  ensure          => installed,");
        text.line("  install_options => ['--no-install-recommends'],");
        text.line("  require         => Exec['fetch the lists of packages'],");
        text.line("}");
    }

    private void people() {
        resources.topic("Groups and people.");
        Set<String> made = new HashSet<>();
        List<Accounts.Group> groups = spec.accounts().groups();
        for (int i = 0; i < groups.size(); i++) {
            Map<String, String> attributes = attributes("ensure", "present");
            groups.get(i).gid().ifPresent(gid -> attributes.put("gid", gid.toString()));
            if (made.add(groups.get(i).name())) {
                resources.add(
                        "group",
                        groups.get(i).name(),
                        attributes,
                        List.of(YamlPath.of("groups", i)));
            }
        }
        List<User> users = spec.accounts().users();
        for (int i = 0; i < users.size(); i++) {
            YamlPath path = YamlPath.of("users", i);
            for (String group : users.get(i).groups()) {
                if (made.add(group)) {
                    resources.add(
                            "group",
                            group,
                            attributes("ensure", "present"),
                            List.of(path.key("groups")));
                }
            }
            user(users.get(i), path, made);
        }
    }

    private void user(User user, YamlPath path, Set<String> groups) {
        Map<String, String> attributes = attributes("ensure", "present");
        user.uid().ifPresent(uid -> attributes.put("uid", uid.toString()));
        if (!user.fullName().isEmpty()) {
            attributes.put("comment", quote(user.fullName()));
        }
        if (!user.name().equals("root")) {
            attributes.put("managehome", "true");
            if (groups.contains(user.name())) {
                attributes.put("gid", quote(user.name()));
            }
        }
        if (!user.groups().isEmpty()) {
            attributes.put("groups", list(user.groups()));
        }
        attributes.put("shell", quote(user.shell()));
        attributes.put("password", quote(user.hashedPassword().orElse(NO_PASSWORD)));
        resources.add("user", user.name(), attributes, List.of(path));
    }

    private void bundles() {
        List<Bundle> bundles = spec.software().bundles();
        if (bundles.isEmpty()) {
            return;
        }
        resources.topic("Software from outside Debian; a new digest brings it anew.");
        resources.add("file", CACHE, attributes("ensure", "directory"), List.of());
        for (int i = 0; i < bundles.size(); i++) {
            bundle(bundles.get(i), i);
        }
    }

    private void bundle(Bundle bundle, int index) {
        YamlPath path = YamlPath.of("bundles", index);
        String file = CACHE + "/" + BundleCommands.fileName(bundle);
        String before = "File[" + quote(CACHE) + "]";
        if (bundle.origin() instanceof Bundle.FromProject(String source)) {
            var archive =
                    new SystemFile(
                            "/bundles/" + bundle.name() + "/" + BundleCommands.fileName(bundle),
                            new SystemFile.FromProject(source, path.key("source")),
                            SettingFile.PLAIN,
                            "root",
                            "root");
            file = CACHE + "/" + bundle.name() + "-" + BundleCommands.fileName(bundle);
            resources.add(
                    "file",
                    file,
                    attributes("source", quote("puppet:///modules/coppice/" + folder.add(archive))),
                    List.of(path.key("source")));
            before = "File[" + quote(file) + "]";
        }
        String mark = CACHE + "/" + bundle.name() + ".done";
        List<Line> commands =
                BundleCommands.of(bundle, index, file).stream()
                        .filter(line -> !line.text().startsWith("rm -f "))
                        .toList();
        String stamp = bundle.sha256().orElse(bundle.name());
        String script =
                "set -e\n"
                        + commands.stream()
                                .map(line -> line.text() + "\n")
                                .collect(Collectors.joining())
                        + "echo "
                        + stamp
                        + " > "
                        + mark;
        var tools = new ArrayList<String>(BundleCommands.tools(List.of(bundle)).keySet());
        var attributes =
                attributes(
                        "command",
                        quote(script),
                        "unless",
                        quote("test \"$(cat " + mark + ")\" = " + stamp),
                        "provider",
                        "shell",
                        "path",
                        PATH,
                        "require",
                        tools.isEmpty() ? before : "[" + before + ", Package" + list(tools) + "]");
        if (bundle.origin() instanceof Bundle.FromProject) {
            attributes.put("subscribe", before);
            attributes.remove("require");
        }
        resources.add("exec", "bring the bundle " + bundle.name(), attributes, List.of(path));
    }

    private void languages() {
        resources.topic("Time and language.");
        resources.add(
                "file",
                "/etc/localtime",
                attributes(
                        "ensure",
                        "link",
                        "target",
                        quote("/usr/share/zoneinfo/" + spec.region().timezone())),
                List.of(YamlPath.of("timezone")));
        for (String locale : RegionFiles.locales(spec.region())) {
            String line = locale + " UTF-8";
            resources.add(
                    "exec",
                    "make the locale " + locale,
                    attributes(
                            "command",
                            quote("echo '" + line + "' >> /etc/locale.gen && locale-gen"),
                            "unless",
                            quote("grep -q -x '" + line + "' /etc/locale.gen"),
                            "provider",
                            "shell",
                            "path",
                            PATH,
                            "require",
                            "Package['locales']"),
                    List.of(
                            YamlPath.of("locale"),
                            YamlPath.of("locales"),
                            YamlPath.of("localeSettings")));
        }
    }

    private void services() {
        resources.topic("Services.");
        List<UnitStates.UnitState> units = new ArrayList<>(UnitStates.of(spec));
        units.sort(Comparator.comparing(this::turn));
        for (UnitStates.UnitState unit : units) {
            if (!unit.origins().isEmpty()) {
                boolean starts = unit.state() == ServiceState.ENABLED;
                Map<String, String> attributes = new LinkedHashMap<>();
                if (!starts) {
                    attributes.put("ensure", "stopped");
                } else if (!OneShots.has(spec, unit.unit())) {
                    attributes.put("ensure", "running");
                }
                attributes.put(
                        "enable",
                        unit.state() == ServiceState.MASKED ? "mask" : Boolean.toString(starts));
                if (unit.unit().equals("nftables.service") && !spec.containers().isEmpty()) {
                    // A start anew would take the rules of containers from the kernel, too.
                    attributes.put("restart", quote("systemctl reload nftables.service"));
                }
                resources.add("service", unit.unit(), attributes, unit.origins());
            }
        }
    }

    /**
     * Resources take their turn in the order of the manifest. What is only enabled comes first:
     * another service may pull it in. Units of the spec's own come last: they may need others.
     */
    private int turn(UnitStates.UnitState unit) {
        if (OneShots.has(spec, unit.unit()) || unit.state() != ServiceState.ENABLED) {
            return 0;
        }
        return OwnUnits.has(spec, unit.unit()) ? 2 : 1;
    }
}

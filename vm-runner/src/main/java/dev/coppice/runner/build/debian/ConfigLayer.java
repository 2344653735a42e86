package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.FileEntry;
import dev.coppice.model.spec.Network;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.Unit;
import dev.coppice.model.spec.User;
import dev.coppice.runner.job.ProblemException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The configuration layer: what the settings of a spec are as files. The same spec above the same
 * system gives the same tree.
 */
final class ConfigLayer {

    private static final String UNITS = "/etc/systemd/system/";

    private final SystemSpec spec;
    private final LowerSystem lower;
    private final SortedMap<String, Path> projectFiles;
    private final ConfigTree tree;
    private final Accounts accounts;
    private final UnitInstaller units;

    private ConfigLayer(SystemSpec spec, LowerSystem lower, SortedMap<String, Path> projectFiles) {
        this.spec = spec;
        this.lower = lower;
        this.projectFiles = projectFiles;
        this.tree = new ConfigTree(lower);
        this.accounts = Accounts.of(lower, spec.accounts().users());
        this.units = new UnitInstaller(lower, tree, ownUnits(spec));
    }

    /**
     * A finished layer.
     *
     * @param entries by path without leading slash, parents first
     * @param warnings what could not be done, for people
     */
    record Made(SortedMap<String, TreeEntry> entries, List<String> warnings) {}

    /**
     * @param projectFiles files of the host by their path in the project
     */
    static Made make(SystemSpec spec, LowerSystem lower, SortedMap<String, Path> projectFiles) {
        ConfigLayer layer = new ConfigLayer(spec, lower, projectFiles);
        layer.identity();
        layer.people();
        layer.kernel();
        layer.network();
        layer.units();
        // Last, so that a file of the spec wins over what its settings would write.
        layer.files();
        return new Made(layer.tree.entries(), List.copyOf(layer.units.warnings()));
    }

    private static Map<String, String> ownUnits(SystemSpec spec) {
        Map<String, String> own = new LinkedHashMap<>();
        for (Unit unit : spec.systemd().units()) {
            if (unit.dropIn().isEmpty()) {
                own.put(unit.name(), unit.content());
            }
        }
        return own;
    }

    private void identity() {
        String host = spec.hostname();
        String shortName = host.contains(".") ? host.substring(0, host.indexOf('.')) : host;
        tree.text("/etc/hostname", host + "\n");
        tree.text(
                "/etc/hosts",
                "127.0.0.1 localhost\n127.0.1.1 "
                        + (shortName.equals(host) ? host : host + " " + shortName)
                        + "\n::1 localhost ip6-localhost ip6-loopback\n"
                        + "ff02::1 ip6-allnodes\nff02::2 ip6-allrouters\n");
        tree.text("/etc/timezone", spec.region().timezone() + "\n");
        tree.link("/etc/localtime", "/usr/share/zoneinfo/" + spec.region().timezone());
        tree.text("/etc/default/locale", "LANG=" + spec.region().locale() + "\n");
        tree.text("/etc/locale.conf", "LANG=" + spec.region().locale() + "\n");
    }

    private void people() {
        int shadow = accounts.gid("shadow").orElse(0);
        tree.text("/etc/passwd", accounts.passwd());
        tree.text("/etc/group", accounts.group());
        tree.text("/etc/shadow", accounts.shadow(), 0640, 0, shadow);
        tree.text("/etc/gshadow", accounts.gshadow(), 0640, 0, shadow);
        spec.accounts().users().forEach(this::home);
    }

    private void home(User user) {
        int uid = accounts.uid(user.name()).orElseThrow();
        int gid = accounts.primaryGroup(user.name());
        String home = accounts.home(user.name());
        if (uid >= 1000) {
            tree.put(home, new TreeEntry.Directory(0700, uid, gid));
            lower.skeleton()
                    .forEach(
                            (path, bytes) ->
                                    tree.put(
                                            home + "/" + path,
                                            new TreeEntry.Content(
                                                    bytes, ConfigTree.FILE, uid, gid)));
        }
        if (!user.sshAuthorizedKeys().isEmpty()) {
            tree.put(home + "/.ssh", new TreeEntry.Directory(0700, uid, gid));
            String keys = String.join("\n", user.sshAuthorizedKeys()) + "\n";
            tree.text(home + "/.ssh/authorized_keys", keys, 0600, uid, gid);
        }
    }

    private void kernel() {
        if (!spec.kernel().modules().isEmpty()) {
            tree.text(
                    "/etc/modules-load.d/coppice.conf",
                    String.join("\n", spec.kernel().modules()) + "\n");
        }
        if (!spec.kernel().sysctl().isEmpty()) {
            tree.text(
                    "/etc/sysctl.d/90-coppice.conf",
                    spec.kernel().sysctl().entrySet().stream()
                            .map(e -> e.getKey() + " = " + e.getValue() + "\n")
                            .collect(Collectors.joining()));
        }
        if (!spec.storage().persist().isEmpty()) {
            // Our initrd reads it.
            tree.text("/etc/coppice/persist", String.join("\n", spec.storage().persist()) + "\n");
        }
    }

    private void network() {
        // Interfaces keep the kernel's names: eth0 is eth0 on every machine that runs the image.
        tree.link("/etc/systemd/network/99-default.link", "/dev/null");
        List<Network.Interface> interfaces = spec.network().interfaces();
        if (interfaces.isEmpty()) {
            tree.text("/etc/systemd/network/80-coppice.network", NetworkFiles.everyInterface());
        }
        int number = 10;
        for (Network.Interface network : interfaces) {
            String name = network.name().replaceAll("[^A-Za-z0-9.-]", "_");
            tree.text(
                    "/etc/systemd/network/" + number++ + "-" + name + ".network",
                    NetworkFiles.interfaceFile(network));
        }
        units.enable("systemd-networkd.service");
        spec.network()
                .firewall()
                .ifPresent(
                        firewall -> {
                            String rules = NetworkFiles.firewall(firewall);
                            tree.text("/etc/nftables.conf", rules, 0755, 0, 0);
                            units.enable("nftables.service");
                        });
    }

    private void units() {
        for (Unit unit : spec.systemd().units()) {
            String path =
                    unit.dropIn()
                            .map(name -> UNITS + unit.name() + ".d/" + name + ".conf")
                            .orElse(UNITS + unit.name());
            String content = unit.content();
            tree.text(path, content.endsWith("\n") ? content : content + "\n");
        }
        spec.systemd().services().forEach(units::apply);
    }

    private void files() {
        for (FileEntry file : spec.files()) {
            int uid = known(accounts.uid(file.owner()), file, "user", file.owner());
            int gid = known(accounts.gid(file.group()), file, "group", file.group());
            TreeEntry entry =
                    switch (file.body()) {
                        case FileEntry.Inline(String content) ->
                                new TreeEntry.Content(
                                        content.getBytes(StandardCharsets.UTF_8),
                                        file.mode(),
                                        uid,
                                        gid);
                        case FileEntry.FromProject(String source) ->
                                new TreeEntry.HostFile(
                                        projectFiles.get(source), file.mode(), uid, gid);
                    };
            ownHome(file.path());
            tree.put(file.path(), entry);
        }
    }

    /** Directories made on the way to a file in a person's home belong to that person. */
    private void ownHome(String path) {
        for (User user : spec.accounts().users()) {
            String home = accounts.home(user.name()) + "/";
            if (path.startsWith(home)) {
                int uid = accounts.uid(user.name()).orElseThrow();
                int gid = accounts.primaryGroup(user.name());
                for (int slash = path.indexOf('/', home.length());
                        slash > 0;
                        slash = path.indexOf('/', slash + 1)) {
                    String directory = path.substring(0, slash);
                    if (!tree.has(directory)) {
                        tree.directory(directory, ConfigTree.DIRECTORY, uid, gid);
                    }
                }
            }
        }
    }

    private static int known(OptionalInt id, FileEntry file, String kind, String name) {
        return id.orElseThrow(
                () ->
                        new ProblemException(
                                "owner-unknown",
                                "The file "
                                        + file.path()
                                        + " belongs to the "
                                        + kind
                                        + " "
                                        + name
                                        + ", which the system does not have.",
                                "Add the "
                                        + kind
                                        + " to the spec, or the package that brings it, or give"
                                        + " the file another owner."));
    }
}

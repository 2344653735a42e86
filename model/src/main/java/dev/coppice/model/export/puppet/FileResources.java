package dev.coppice.model.export.puppet;

import static dev.coppice.model.export.puppet.Resources.attributes;
import static dev.coppice.model.export.puppet.Resources.quote;

import dev.coppice.model.export.debian.FileFolder;
import dev.coppice.model.export.debian.HomeFolders;
import dev.coppice.model.export.debian.OneShots;
import dev.coppice.model.export.debian.PlacedFiles;
import dev.coppice.model.export.debian.SystemFile;
import dev.coppice.model.export.debian.SystemFiles;
import dev.coppice.model.linux.FileReaders;
import dev.coppice.model.linux.UnitFiles;
import dev.coppice.model.linux.UnitStates;
import dev.coppice.model.spec.ServiceState;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files, the folders that they need, and what must be done when they change. */
final class FileResources {

    private static final String SOURCES = "/etc/apt/";

    private static final String RESOLVED = "/etc/systemd/resolved.conf.d/";
    private static final String RESOLVER = "systemd-resolved.service";

    /** Files whose reader is a service, by the beginnings of their paths. */
    private static final Map<String, String> READERS =
            Map.of(
                    "/etc/nftables.conf",
                    "nftables.service",
                    "/etc/ssh/sshd_config.d/",
                    "ssh.service",
                    RESOLVED,
                    RESOLVER,
                    "/etc/systemd/timesyncd.conf.d/",
                    "systemd-timesyncd.service");

    /** Folders that Debian has. */
    private static final Set<String> THERE =
            Set.of(
                    "",
                    "/etc",
                    "/etc/apt/keyrings",
                    "/etc/apt/sources.list.d",
                    "/etc/default",
                    "/etc/modules-load.d",
                    "/etc/profile.d",
                    "/etc/ssh/sshd_config.d",
                    "/etc/sudoers.d",
                    "/etc/sysctl.d",
                    "/etc/systemd",
                    "/etc/systemd/system",
                    "/home",
                    "/opt",
                    "/root",
                    "/srv",
                    "/usr",
                    "/usr/local",
                    "/usr/local/bin",
                    "/usr/local/lib",
                    "/var",
                    "/var/lib");

    private final SystemSpec spec;
    private final FileFolder folder;
    private final Resources resources;
    private final List<SystemFile> files;
    private final Set<String> there = new HashSet<>(THERE);

    FileResources(SystemSpec spec, FileFolder folder, Resources resources) {
        this.spec = spec;
        this.folder = folder;
        this.resources = resources;
        this.files = SystemFiles.of(spec).stream().filter(file -> !other(file.path())).toList();
        spec.accounts().users().forEach(user -> there.add(PlacedFiles.home(user)));
    }

    /** The name has a resource of its own; a machine keeps its network and the names it knows. */
    private static boolean other(String path) {
        return path.equals("/etc/hostname")
                || path.equals("/etc/hosts")
                || path.startsWith("/etc/systemd/network/");
    }

    void archives() {
        if (!spec.software().repositories().isEmpty()) {
            resources.topic("Package archives beside Debian's own.");
        }
        files.stream().filter(file -> file.path().startsWith(SOURCES)).forEach(this::add);
    }

    void write() {
        resources.topic("Files.");
        spec.accounts().users().stream()
                .filter(user -> !user.sshAuthorizedKeys().isEmpty())
                .forEach(user -> home(PlacedFiles.home(user) + "/.ssh", user.name(), "0700"));
        HomeFolders.of(spec).forEach(each -> home(each.path(), each.user(), "0755"));
        files.stream().filter(file -> !file.path().startsWith(SOURCES)).forEach(this::add);
        // Some variables are there only with their module.
        refresh(
                "/etc/modules-load.d/coppice.conf",
                "systemctl restart systemd-modules-load.service");
        refresh("/etc/sysctl.d/90-coppice.conf", "sysctl --system");
        files.stream()
                .map(SystemFile::path)
                .filter(path -> path.startsWith("/etc/tmpfiles.d/"))
                .forEach(path -> refresh(path, "systemd-tmpfiles --create " + path));
        if (!declared(RESOLVER)) {
            refresh(RESOLVED + "10-coppice.conf", "systemctl restart " + RESOLVER);
        }
    }

    private void home(String path, String user, String mode) {
        if (there.add(path)) {
            resources.add(
                    "file",
                    path,
                    attributes("ensure", "directory", "owner", quote(user), "mode", quote(mode)),
                    List.of(YamlPath.of("users")));
        }
    }

    private void add(SystemFile file) {
        folders(file);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("ensure", "file");
        attributes.put("source", quote("puppet:///modules/coppice/" + folder.add(file)));
        attributes.put("owner", quote(file.owner()));
        attributes.put("group", quote(file.group()));
        attributes.put("mode", quote(file.octal()));
        if (file.path().startsWith("/etc/sudoers.d/")) {
            // A mistake in such a file takes the right to become root from everybody.
            attributes.put("validate_cmd", quote("/usr/sbin/visudo -cf %"));
        }
        List<String> readers = readers(file.path());
        if (!readers.isEmpty()) {
            attributes.put(
                    "notify",
                    readers.stream()
                            .map(unit -> "Service[" + quote(unit) + "]")
                            .collect(Collectors.joining(", ", "[", "]")));
        }
        resources.add("file", file.path(), attributes, file.body().origins());
    }

    /**
     * The services that start anew when a file changes; puppet itself makes systemd read its units
     * again.
     */
    private List<String> readers(String path) {
        Stream<String> known =
                READERS.entrySet().stream()
                        .filter(each -> path.startsWith(each.getKey()))
                        .map(Map.Entry::getValue);
        Stream<String> unit =
                path.startsWith(UnitFiles.FOLDER)
                        ? Stream.of(
                                path.substring(UnitFiles.FOLDER.length())
                                        .replaceFirst("\\.d/.*", ""))
                        : Stream.empty();
        Stream<String> named =
                spec.systemd().services().entrySet().stream()
                        .filter(each -> each.getValue() == ServiceState.ENABLED)
                        .map(Map.Entry::getKey)
                        .filter(service -> FileReaders.reads(service, path))
                        .filter(service -> !OneShots.has(spec, service));
        return Stream.of(known, unit, named)
                .flatMap(each -> each)
                .distinct()
                .filter(this::declared)
                .toList();
    }

    private boolean declared(String service) {
        return UnitStates.of(spec).stream()
                .anyMatch(unit -> unit.unit().equals(service) && !unit.origins().isEmpty());
    }

    private void folders(SystemFile file) {
        String path = file.path();
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String parent = path.substring(0, slash);
            if (there.add(parent)) {
                resources.add(
                        "file", parent, attributes("ensure", "directory"), file.body().origins());
            }
        }
    }

    private void refresh(String path, String command) {
        if (files.stream().anyMatch(file -> file.path().equals(path))) {
            resources.add(
                    "exec",
                    command,
                    attributes(
                            "refreshonly", "true",
                            "path", "['/usr/bin', '/usr/sbin', '/bin', '/sbin']",
                            "subscribe", "File[" + quote(path) + "]"),
                    List.of());
        }
    }
}

package dev.coppice.model.export.ansible;

import dev.coppice.model.export.debian.FileFolder;
import dev.coppice.model.export.debian.HomeFolders;
import dev.coppice.model.export.debian.PlacedFiles;
import dev.coppice.model.export.debian.SystemFile;
import dev.coppice.model.export.debian.SystemFiles;
import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Files, with the folders that they need and the handlers that they wake. */
final class FilesPart {

    private static final String SOURCES = "/etc/apt/";
    private static final String NETWORK = "/etc/systemd/network/";

    /** Folders that Debian has, with modes of its own. */
    private static final Set<String> THERE =
            Set.of(
                    "",
                    "/etc",
                    "/etc/apt/keyrings",
                    "/etc/apt/sources.list.d",
                    "/etc/cron.d",
                    "/etc/default",
                    "/etc/modules-load.d",
                    "/etc/profile.d",
                    "/etc/ssh",
                    "/etc/ssh/sshd_config.d",
                    "/etc/sudoers.d",
                    "/etc/sysctl.d",
                    "/etc/systemd/network",
                    "/etc/systemd/system",
                    "/opt",
                    "/root",
                    "/srv",
                    "/usr/local/bin",
                    "/usr/local/lib",
                    "/usr/local/sbin");

    private final SystemSpec spec;
    private final FileFolder folder;
    private final Handlers handlers;
    private final Steps steps;
    private final List<SystemFile> files;
    private final Set<String> there = new HashSet<>(THERE);

    FilesPart(SystemSpec spec, FileFolder folder, Handlers handlers, Steps steps) {
        this.spec = spec;
        this.folder = folder;
        this.handlers = handlers;
        this.steps = steps;
        this.files = SystemFiles.of(spec).stream().filter(file -> !other(file.path())).toList();
        spec.accounts().users().forEach(user -> there.add(PlacedFiles.home(user)));
        spec.accounts().users().stream()
                .filter(user -> !user.sshAuthorizedKeys().isEmpty())
                .forEach(user -> there.add(PlacedFiles.home(user) + "/.ssh"));
        HomeFolders.of(spec).forEach(each -> there.add(each.path()));
    }

    /** What other tasks say. */
    private boolean other(String path) {
        boolean anyInterface = path.startsWith(NETWORK) && spec.network().interfaces().isEmpty();
        return path.equals("/etc/hostname") || path.equals("/etc/hosts") || anyInterface;
    }

    /** Where packages come from. */
    void archives() {
        steps.topic("Package archives beside Debian's own.");
        files.stream().filter(file -> file.path().startsWith(SOURCES)).forEach(this::copy);
    }

    /** All but archives. */
    void write() {
        steps.topic("Files.");
        files.stream().filter(file -> !file.path().startsWith(SOURCES)).forEach(this::copy);
        kernelParameters();
    }

    private void copy(SystemFile file) {
        String parent = file.path().substring(0, file.path().lastIndexOf('/'));
        if (there.add(parent)) {
            steps.add(
                    "Make the folder " + parent,
                    "ansible.builtin.file",
                    new YamlMap()
                            .put("path", Jinja.text(parent))
                            .put("state", "directory")
                            .put("mode", "0755"),
                    file.body().origins().toArray(YamlPath[]::new));
        }
        var arguments =
                new YamlMap()
                        .put("src", folder.add(file))
                        .put("dest", Jinja.text(file.path()))
                        .put("owner", file.owner())
                        .put("group", file.group())
                        .put("mode", file.octal());
        if (file.path().startsWith("/etc/sudoers.d/")) {
            // A mistake in such a file takes the right to become root from everybody.
            arguments.put("validate", "/usr/sbin/visudo -cf %s");
        }
        YamlMap more = handlers.notify(file.path());
        if (file.path().startsWith(NETWORK)) {
            more.put("when", "manage_network | bool");
        }
        steps.add(
                "Write " + file.path(),
                "ansible.builtin.copy",
                arguments,
                more,
                file.body().origins().toArray(YamlPath[]::new));
    }

    private void kernelParameters() {
        List<String> parameters = spec.kernel().parameters();
        if (parameters.isEmpty()) {
            return;
        }
        String path = "/etc/default/grub.d/50-coppice.cfg";
        String words = String.join(" ", parameters).replaceAll("[\\\\\"$`]", "\\\\$0");
        steps.add(
                "Add words to the kernel's command line",
                "ansible.builtin.copy",
                new YamlMap()
                        .put(
                                "content",
                                Jinja.text(
                                        "GRUB_CMDLINE_LINUX=\"$GRUB_CMDLINE_LINUX "
                                                + words
                                                + "\"\n"))
                        .put("dest", path)
                        .put("mode", Yaml.text("0644")),
                handlers.notify(path),
                YamlPath.of("kernel", "parameters"));
    }
}

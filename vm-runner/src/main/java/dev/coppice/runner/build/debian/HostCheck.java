package dev.coppice.runner.build.debian;

import dev.coppice.runner.job.Problem;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.RootNamespace;
import dev.coppice.runner.store.LayerKind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds out, before a long step, whether this host can do it; says exactly what mends it. */
final class HostCheck {

    private static final Set<LayerKind> NEED_NAMESPACES =
            Set.of(LayerKind.KERNEL, LayerKind.BASE, LayerKind.PACKAGES);

    private final ProcessRunner processes;
    private final RootNamespace namespace;
    private final String user;

    /**
     * @param user the login name that this process runs under
     */
    HostCheck(ProcessRunner processes, RootNamespace namespace, String user) {
        this.processes = processes;
        this.namespace = namespace;
        this.user = user;
    }

    /**
     * @param kinds layers that will be made
     * @throws ProblemException when something is missing
     */
    void check(Set<LayerKind> kinds) throws InterruptedException {
        Set<String> tools = new LinkedHashSet<>();
        for (LayerKind kind : kinds) {
            tools.addAll(tools(kind));
        }
        boolean namespaces = kinds.stream().anyMatch(NEED_NAMESPACES::contains);
        if (namespaces && namespace.rootless()) {
            tools.addAll(List.of("newuidmap", "newgidmap"));
        }
        for (String tool : tools) {
            if (processes.tools().find(tool).isEmpty()) {
                throw missing(tool);
            }
        }
        if (namespaces) {
            checkNamespaces();
        }
    }

    /**
     * Whether apt can choose packages here.
     *
     * @throws ProblemException when something is missing
     */
    void checkResolver() throws InterruptedException {
        for (String tool : List.of("unshare", "apt-get", "apt-cache")) {
            if (processes.tools().find(tool).isEmpty()) {
                throw missing(tool);
            }
        }
        checkNamespaces();
    }

    private static List<String> tools(LayerKind kind) {
        return switch (kind) {
            case KERNEL ->
                    List.of("unshare", "dpkg-deb", "tar", "depmod", "modprobe", "mksquashfs");
            case BASE ->
                    List.of("unshare", "mmdebstrap", "apt-get", "dpkg-deb", "tar", "mksquashfs");
            case PACKAGES -> List.of("unshare", "mount", "unsquashfs", "tar", "mksquashfs");
            case BUNDLES, CONFIG -> List.of("unshare", "sqfstar");
            // Made by the tools of another system, which know what they need.
            case IMAGE -> List.of();
        };
    }

    ProblemException missing(String tool) {
        return new ProblemException(
                "tool-missing",
                "The program "
                        + tool
                        + " is not installed on this computer; the Debian package "
                        + processes.tools().debianPackage(tool)
                        + " brings it.",
                processes.tools().installCommand(tool));
    }

    private void checkNamespaces() throws InterruptedException {
        List<String> output = new ArrayList<>();
        Exit exit =
                processes.run(namespace.wrap(Command.of("true")), output::add, new Cancellation());
        if (exit.ok()) {
            return;
        }
        throw new ProblemException(
                new Problem(
                        "namespaces-unavailable",
                        "This computer does not let "
                                + user
                                + " make the private namespaces that a build runs in.",
                        hint(),
                        output));
    }

    private String hint() {
        if (!namespace.rootless()) {
            return "Run Coppice as an ordinary user, or give this container the capability"
                    + " SYS_ADMIN.";
        }
        if (!mentions(Path.of("/etc/subuid")) || !mentions(Path.of("/etc/subgid"))) {
            return "sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 " + user;
        }
        if (value("/proc/sys/kernel/unprivileged_userns_clone").equals("0")) {
            return "sudo sysctl -w kernel.unprivileged_userns_clone=1";
        }
        if (value("/proc/sys/kernel/apparmor_restrict_unprivileged_userns").equals("1")) {
            return "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0";
        }
        if (value("/proc/sys/user/max_user_namespaces").equals("0")) {
            return "sudo sysctl -w user.max_user_namespaces=10000";
        }
        return "Look at the lines above: the kernel or a container refuses user namespaces.";
    }

    private boolean mentions(Path table) {
        try {
            return Files.readAllLines(table).stream().anyMatch(l -> l.startsWith(user + ":"));
        } catch (IOException e) {
            return false;
        }
    }

    private static String value(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            return "";
        }
    }
}

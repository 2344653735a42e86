package dev.coppice.runner.host;

import dev.coppice.runner.build.kubernetes.ClusterAccess;
import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.Exit;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.vm.Accelerator;
import dev.coppice.runner.vm.AcceleratorMemory;
import dev.coppice.runner.vm.AcceleratorProbe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds out, by trying, whether this host can build and boot systems. */
public final class HostDoctor {

    private static final SortedMap<String, String> DISK_TOOLS =
            new TreeMap<>(
                    Map.of(
                            "mformat", "mformat, for disk images",
                            "grub-mkimage", "grub-mkimage, for disk images",
                            "gpg", "gpg, which signs updates of disks",
                            "qemu-img", "qemu-img, for disk images of other forms and targets"));

    private static final List<String> TOOLS =
            List.of(
                    "mmdebstrap",
                    "apt-get",
                    "sqfstar",
                    "unshare",
                    "mount",
                    "depmod",
                    "qemu-system-x86_64");

    private static final long GIB = 1L << 30;

    private static final String OVERLAY =
            "set -e; t=$(mktemp -d); mount -t tmpfs t \"$t\"; cd \"$t\"; mkdir l u w m;"
                    + " mount -t overlay o -o lowerdir=l,upperdir=u,workdir=w m; cd /;"
                    + " umount \"$t/m\" \"$t\"; rmdir \"$t\"";

    private static final String SLOW =
            "Machines work, more slowly. A host (or a virtual machine with nested virtualisation)"
                    + " with a usable /dev/kvm makes them several times faster.";

    private final ProcessRunner processes;
    private final Path store;
    private final Path cache;
    private final boolean root;
    private final Map<String, String> environment;

    /**
     * @param processes starts the tools that are tried
     * @param store where layers and generations are to be kept
     * @param environment this process's environment
     */
    public HostDoctor(ProcessRunner processes, Path store, Map<String, String> environment) {
        this.processes = processes;
        this.store = store;
        this.cache = AcceleratorMemory.cacheDirectory(environment);
        this.environment = Map.copyOf(environment);
        this.root = "root".equals(System.getProperty("user.name"));
    }

    /**
     * Looks at everything; takes some seconds.
     *
     * @param mirror whether to ask the distribution's mirror too
     */
    public List<Finding> examine(boolean mirror, Cancellation cancellation)
            throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        TOOLS.forEach(tool -> findings.add(tool(tool, tool)));
        findings.add(tool("mke2fs", "mke2fs, for machines that keep state"));
        DISK_TOOLS.forEach((tool, title) -> findings.add(forDisks(tool, title)));
        if (!root) {
            findings.add(tool("newuidmap", "newuidmap, for builds as an ordinary user"));
            findings.add(subordinateIds());
        }
        findings.add(namespaces(cancellation));
        findings.add(accelerator());
        findings.addAll(new TargetTools(processes).examine(cancellation));
        cluster(mirror).ifPresent(findings::add);
        findings.add(disk());
        if (mirror) {
            findings.add(mirror(cancellation));
        }
        return List.copyOf(findings);
    }

    /** Who has no kubeconfig wants no cluster. */
    private Optional<Finding> cluster(boolean ask) {
        String code = "cluster-kairos";
        String title = "Kubernetes, for builds of Kairos in a cluster";
        try {
            return new ClusterAccess(environment)
                    .examine(ask)
                    .map(address -> Finding.ok(code, title, address));
        } catch (ProblemException e) {
            return Optional.of(
                    Finding.limited(code, title, e.problem().message(), e.problem().hint()));
        }
    }

    private Finding tool(String program, String title) {
        Optional<Path> found = processes.tools().find(program);
        return found.isPresent()
                ? Finding.ok("tool-" + program, title, found.get().toString())
                : Finding.missing(
                        "tool-" + program,
                        title,
                        "not found",
                        processes.tools().installCommand(program));
    }

    /** Without it everything but disk images works. */
    private Finding forDisks(String program, String title) {
        Optional<Path> found = processes.tools().find(program);
        return found.isPresent()
                ? Finding.ok("tool-" + program, title, found.get().toString())
                : Finding.limited(
                        "tool-" + program,
                        title,
                        "not found: no disk images",
                        processes.tools().installCommand(program));
    }

    /** Ranges of user ids that this user may give to the users inside an image. */
    private static Finding subordinateIds() {
        String code = "subordinate-ids";
        String title = "ids for the users inside an image";
        String user = System.getProperty("user.name");
        for (String file : List.of("/etc/subuid", "/etc/subgid")) {
            try {
                boolean there =
                        Files.readAllLines(Path.of(file)).stream()
                                .anyMatch(line -> line.startsWith(user + ":"));
                if (!there) {
                    return Finding.missing(code, title, user + " has none in " + file, grant(user));
                }
            } catch (IOException e) {
                return Finding.missing(code, title, file + " cannot be read", grant(user));
            }
        }
        return Finding.ok(code, title, "in /etc/subuid and /etc/subgid");
    }

    private static String grant(String user) {
        return "sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 " + user;
    }

    /** A namespace like that of a build, with an overlay in it. */
    private Finding namespaces(Cancellation cancellation) throws InterruptedException {
        String code = "namespaces";
        String title = root ? "mounts in a namespace of a build" : "user namespaces";
        List<String> argv = new ArrayList<>(List.of("unshare"));
        if (!root) {
            argv.addAll(List.of("--user", "--map-auto", "--map-root-user"));
        }
        argv.addAll(List.of("--mount", "--pid", "--fork", "--kill-child", "sh", "-c", OVERLAY));
        List<String> lines = new ArrayList<>();
        Exit exit =
                processes.run(
                        new Command(argv, Map.of(), Optional.empty()), lines::add, cancellation);
        if (exit.ok()) {
            return Finding.ok(code, title, "a namespace with an overlay works");
        }
        String said = lines.isEmpty() ? exit.describe() : lines.getLast();
        return Finding.missing(code, title, said, namespaceAdvice());
    }

    private String namespaceAdvice() {
        if (root) {
            return "Coppice seems to run in a container that may not mount: start the container"
                    + " with the capability SYS_ADMIN, or run on the host.";
        }
        if ("0".equals(kernelSetting("kernel/unprivileged_userns_clone"))) {
            return "sudo sysctl kernel.unprivileged_userns_clone=1";
        }
        if ("0".equals(kernelSetting("user/max_user_namespaces"))) {
            return "sudo sysctl user.max_user_namespaces=15000";
        }
        if ("1".equals(kernelSetting("kernel/apparmor_restrict_unprivileged_userns"))) {
            return "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0";
        }
        return "See that the packages uidmap and util-linux are installed and that a container,"
                + " if this is one, allows user namespaces.";
    }

    private static String kernelSetting(String name) {
        try {
            return Files.readString(Path.of("/proc/sys", name)).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private Finding accelerator() throws InterruptedException {
        String code = "accelerator";
        String title = "fast machines";
        Optional<Path> qemu = processes.tools().find("qemu-system-x86_64");
        if (qemu.isEmpty()) {
            return Finding.limited(code, title, "not tried: QEMU is missing", "Install QEMU.");
        }
        try {
            Path work = Files.createTempDirectory("coppice-doctor");
            try {
                Accelerator.Choice choice =
                        new AcceleratorMemory(cache, qemu.get())
                                .choose(new AcceleratorProbe(qemu.get(), work)::choose);
                return choice.accelerator() == Accelerator.TCG
                        ? Finding.limited(code, title, choice.why(), SLOW)
                        : Finding.ok(code, title, choice.why());
            } finally {
                Files.deleteIfExists(work);
            }
        } catch (IOException e) {
            return Finding.limited(code, title, "not tried: " + e.getMessage(), SLOW);
        }
    }

    private Finding disk() {
        String code = "disk";
        String title = "room for layers";
        Path there = store.toAbsolutePath();
        while (!Files.isDirectory(there)) {
            there = there.getParent();
        }
        if (!Files.isWritable(there)) {
            return Finding.missing(
                    code,
                    title,
                    there + " is not writable",
                    "Name another place with --store or COPPICE_STORE.");
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            String detail = String.format(Locale.ROOT, "%.1f GB free at %s", free / 1e9, there);
            String advice =
                    "Free some, delete generations with coppice generations delete, or name"
                            + " another place with --store.";
            if (free < GIB) {
                return Finding.missing(code, title, detail, advice);
            }
            return free < 4 * GIB
                    ? Finding.limited(code, title, detail, advice)
                    : Finding.ok(code, title, detail);
        } catch (IOException e) {
            return Finding.limited(code, title, String.valueOf(e.getMessage()), "");
        }
    }

    /** Fetches the package lists as a build does, and throws them away. */
    private Finding mirror(Cancellation cancellation) throws InterruptedException {
        String code = "mirror";
        String title = "the distribution's mirror";
        if (processes.tools().find("mmdebstrap").isEmpty()) {
            return Finding.limited(
                    code, title, "not tried: mmdebstrap is missing", "Install mmdebstrap.");
        }
        List<String> lines = new ArrayList<>();
        Exit exit =
                processes.run(
                        Command.of(
                                "mmdebstrap",
                                "--simulate",
                                "--variant=custom",
                                "bookworm",
                                "/dev/null"),
                        lines::add,
                        cancellation);
        if (exit.ok()) {
            return Finding.ok(code, title, "package lists can be fetched");
        }
        String said =
                lines.stream()
                        .filter(line -> line.startsWith("E:") || line.startsWith("Err:"))
                        .findFirst()
                        .orElse(exit.describe());
        return Finding.limited(
                code,
                title,
                said,
                "Check the network and http_proxy. What is in the store can still be built and"
                        + " booted.");
    }
}

package dev.coppice.runner.inspect;

import dev.coppice.model.importing.MachineSnapshot;
import dev.coppice.runner.job.JobContext;
import dev.coppice.runner.job.JobStep;
import dev.coppice.runner.job.ProblemException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

/**
 * Looks at the machine that Coppice runs on, or at the unpacked tree of another one. It opens files
 * for reading and starts no program, so it changes nothing, and needs no rights; what an ordinary
 * user may not read is named in the result.
 */
public final class MachineInspector {

    /** Files with settings that are read whole. */
    private static final List<String> SETTINGS =
            List.of(
                    "/etc/os-release",
                    "/etc/hostname",
                    "/etc/timezone",
                    "/etc/default/locale",
                    "/etc/locale.gen",
                    "/etc/default/keyboard",
                    "/etc/default/console-setup",
                    "/etc/hosts",
                    "/etc/passwd",
                    "/etc/group",
                    "/etc/shadow");

    private final Path root;

    /**
     * @param root where the tree of the machine begins: {@code /} for this one
     */
    public MachineInspector(Path root) {
        this.root = root;
    }

    /**
     * Looks at the machine.
     *
     * @throws ProblemException when there is no Debian, or a derivative of it, in the tree
     * @throws CancellationException when the job is cancelled
     */
    public MachineSnapshot inspect(JobContext job) {
        var tree = new MachineTree(root);
        Packages packages;
        try (JobStep step = job.begin("packages", "Read the list of packages")) {
            packages = packages(tree);
            step.done(0, packages.installed().size() + " packages");
        }
        stop(job);
        SortedMap<String, String> texts = new TreeMap<>();
        SortedMap<String, List<String>> keys = new TreeMap<>();
        try (JobStep step = job.begin("settings", "Read settings and accounts")) {
            SETTINGS.forEach(path -> tree.text(path).ifPresent(text -> texts.put(path, text)));
            timezone(tree, texts);
            keys(tree, texts, keys);
            step.done(0, texts.size() + " files");
        }
        stop(job);
        UnitStates units;
        try (JobStep step = job.begin("units", "Compare units with their presets")) {
            units = UnitStates.of(tree);
            step.done(0, units.different().size() + " differ");
        }
        stop(job);
        List<MachineSnapshot.Found> files;
        try (JobStep step = job.begin("files", "Look for changed files in /etc")) {
            files = new ChangedFiles(tree, packages).find(() -> stop(job), step);
            step.done(0, files.size() + " files");
        }
        return new MachineSnapshot(
                texts,
                packages.installed(),
                files,
                units.different(),
                units.masked(),
                keys,
                tree.unreadable());
    }

    private static void stop(JobContext job) {
        if (job.cancellation().isCancelled()) {
            throw new CancellationException();
        }
    }

    private Packages packages(MachineTree tree) {
        return Packages.of(tree)
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        "no-packages",
                                        "there is no list of Debian's packages in " + root,
                                        "Only Debian and systems made from it can be looked at;"
                                                + " name the root of such a tree with --root."));
    }

    private static void timezone(MachineTree tree, SortedMap<String, String> texts) {
        tree.link("/etc/localtime")
                .map(target -> target.replaceFirst("^.*/zoneinfo/", ""))
                .filter(zone -> !zone.startsWith("/") && !zone.startsWith("."))
                .ifPresent(zone -> texts.put("/etc/timezone", zone));
    }

    /** Public keys of those who log in. Private ones are never opened. */
    private static void keys(
            MachineTree tree,
            SortedMap<String, String> texts,
            SortedMap<String, List<String>> keys) {
        for (String line : texts.getOrDefault("/etc/passwd", "").lines().toList()) {
            String[] row = line.split(":", -1);
            boolean person =
                    row.length >= 7 && row[2].matches("0|[1-5]?\\d{4}") && row[5].startsWith("/");
            if (person) {
                tree.text(row[5] + "/.ssh/authorized_keys")
                        .ifPresent(
                                text -> keys.put(row[0], new ArrayList<>(text.lines().toList())));
            }
        }
    }

    /** Whether there is something to look at. */
    public static boolean isThere(Path root) {
        return Files.isReadable(root.resolve("var/lib/dpkg/status"));
    }
}

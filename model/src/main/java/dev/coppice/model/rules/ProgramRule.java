package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.rules.unit.CommandLine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs and settings files have the permissions and names that their readers want. */
final class ProgramRule implements Rule {

    private static final List<String> PROGRAMS =
            List.of(
                    "/usr/local/bin",
                    "/usr/local/sbin",
                    "/usr/bin",
                    "/usr/sbin",
                    "/bin",
                    "/sbin",
                    "/etc/cron.hourly",
                    "/etc/cron.daily",
                    "/etc/cron.weekly",
                    "/etc/cron.monthly",
                    "/etc/update-motd.d");
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^\\s*Exec[A-Za-z]*\\s*=\\s*[-@:+!|]*(/[^\\s\"']+)");

    /** Directories whose files must end in something, and in what. */
    private static final List<Ending> ENDINGS =
            List.of(
                    new Ending("/etc/sysctl.d", "conf"),
                    new Ending("/etc/modules-load.d", "conf"),
                    new Ending("/etc/modprobe.d", "conf"),
                    new Ending("/etc/tmpfiles.d", "conf"),
                    new Ending("/etc/sysusers.d", "conf"),
                    new Ending("/etc/ssh/sshd_config.d", "conf"),
                    new Ending("/etc/ssh/ssh_config.d", "conf"),
                    new Ending("/etc/systemd/journald.conf.d", "conf"),
                    new Ending("/etc/systemd/logind.conf.d", "conf"),
                    new Ending("/etc/systemd/resolved.conf.d", "conf"),
                    new Ending("/etc/systemd/system.conf.d", "conf"),
                    new Ending("/etc/nginx/conf.d", "conf"),
                    new Ending("/etc/apache2/conf-available", "conf"),
                    new Ending("/etc/apache2/sites-available", "conf"),
                    new Ending("/etc/profile.d", "sh"),
                    new Ending("/etc/mysql/conf.d", "cnf"),
                    new Ending("/etc/udev/rules.d", "rules"),
                    new Ending("/etc/polkit-1/rules.d", "rules"));

    /** Directories whose readers pass over names with a dot (run-parts(8), sudoers(5)). */
    private static final Set<String> NO_DOTS =
            Set.of(
                    "/etc/sudoers.d",
                    "/etc/cron.d",
                    "/etc/cron.hourly",
                    "/etc/cron.daily",
                    "/etc/cron.weekly",
                    "/etc/cron.monthly",
                    "/etc/update-motd.d");

    private record Ending(String directory, String suffix) {}

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        missing(context, findings);
        Set<String> started = started(context.root());
        for (Bound.Fields file : context.root().records("files")) {
            file.text("path").ifPresent(path -> name(path, findings));
            file.text("path").ifPresent(path -> permissions(file, path, started, findings));
        }
    }

    private static void missing(RuleContext context, Consumer<Finding> findings) {
        for (Bound.Fields timer : context.root().records("timers")) {
            timer.text("command")
                    .map(c -> new Bound.Value<>(c.path(), CommandLine.of(c.value()), true))
                    .filter(c -> c.value().own())
                    .filter(c -> !Programs.isThere(c.value().program(), context))
                    .ifPresent(
                            c ->
                                    findings.accept(
                                            Finding.at(
                                                    c.path(),
                                                    DiagnosticCode.MISSING_COMMAND,
                                                    "nothing puts the program `"
                                                            + c.value().program()
                                                            + "` there",
                                                    "Add it to `files` with mode \"0755\", or"
                                                            + " correct the path.",
                                                    Programs.addFile(
                                                            c.value().program(), context))));
        }
    }

    /** The programs that units and timers of the spec start. */
    private static Set<String> started(Bound.Fields root) {
        var programs = new HashSet<String>();
        for (Bound.Fields unit : root.records("units")) {
            unit.text("content")
                    .ifPresent(
                            content -> {
                                Matcher command = COMMAND.matcher(content.value());
                                while (command.find()) {
                                    programs.add(command.group(1));
                                }
                            });
        }
        for (Bound.Fields timer : root.records("timers")) {
            timer.text("command").ifPresent(c -> programs.add(CommandLine.of(c.value()).program()));
        }
        return programs;
    }

    private static void permissions(
            Bound.Fields file,
            Bound.Value<String> path,
            Set<String> started,
            Consumer<Finding> findings) {
        Optional<Bound.Value<String>> mode = file.text("mode");
        if (mode.isEmpty()) {
            return;
        }
        int bits = Integer.parseInt(mode.get().value(), 8);
        boolean program =
                started.contains(path.value()) || PROGRAMS.contains(Paths.parent(path.value()));
        if (program && (bits & 0111) == 0) {
            boolean written = mode.get().written();
            String better = String.format("%04o", bits | 0111 & bits >> 2 | 0100);
            findings.accept(
                    Finding.at(
                            written ? mode.get().path() : path.path(),
                            DiagnosticCode.NOT_EXECUTABLE,
                            "nobody may run this program",
                            "Write `mode: \"" + better + "\"`.",
                            Fixes.set(file.path().key("mode"), better)));
        }
        if ((bits & 0002) != 0 && (bits & 01000) == 0) {
            String better = String.format("%04o", bits & ~0002);
            findings.accept(
                    Finding.at(
                            mode.get().path(),
                            DiagnosticCode.WORLD_WRITABLE,
                            "every user and every program may change this file",
                            "Take the permission to write from the others: \"" + better + "\".",
                            Fixes.set(mode.get().path(), better)));
        }
    }

    private static void name(Bound.Value<String> path, Consumer<Finding> findings) {
        String directory = Paths.parent(path.value());
        String name = path.value().substring(path.value().lastIndexOf('/') + 1);
        if (NO_DOTS.contains(directory) && name.contains(".")) {
            String better = directory + "/" + name.replaceFirst("\\.sh$", "").replace('.', '-');
            ignored(path, "passes over names with a dot", better, findings);
        }
        ENDINGS.stream()
                .filter(e -> e.directory().equals(directory))
                .filter(e -> !name.endsWith("." + e.suffix()) && !name.equals("README"))
                .findFirst()
                .ifPresent(
                        e ->
                                ignored(
                                        path,
                                        "reads only names that end in ." + e.suffix(),
                                        path.value() + "." + e.suffix(),
                                        findings));
    }

    private static void ignored(
            Bound.Value<String> path, String why, String better, Consumer<Finding> findings) {
        findings.accept(
                Finding.at(
                        path.path(),
                        DiagnosticCode.IGNORED_NAME,
                        "what reads `" + Paths.parent(path.value()) + "` " + why,
                        "Call it `" + better + "`.",
                        Fixes.set(path.path(), better)));
    }
}

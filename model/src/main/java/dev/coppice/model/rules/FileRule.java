package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.yaml.YamlPath;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Files stand where they can stand, and their sources exist. */
final class FileRule implements Rule {

    private static final Map<String, String> MANAGED =
            Map.of(
                    "/etc/passwd", "users",
                    "/etc/shadow", "users",
                    "/etc/group", "users",
                    "/etc/gshadow", "users",
                    "/etc/hostname", "hostname",
                    "/etc/localtime", "timezone",
                    "/etc/timezone", "timezone",
                    "/etc/default/locale", "locale",
                    "/etc/default/keyboard", "keyboard",
                    "/etc/nftables.conf", "network.firewall");

    private static final List<String> VOLATILE = List.of("/proc", "/sys", "/dev", "/run", "/tmp");

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        var paths = new HashMap<String, YamlPath>();
        for (Bound.Fields file : context.root().records("files")) {
            file.text("path").ifPresent(path -> paths.putIfAbsent(path.value(), path.path()));
        }
        for (Bound.Fields file : context.root().records("files")) {
            file.text("path").ifPresent(path -> path(path, paths, findings));
            file.text("source").ifPresent(source -> source(source, context, findings));
        }
    }

    private static void path(
            Bound.Value<String> path, Map<String, YamlPath> paths, Consumer<Finding> findings) {
        String name = path.value();
        if (MANAGED.containsKey(name)) {
            findings.accept(
                    Finding.at(
                            path.path(),
                            DiagnosticCode.MANAGED_PATH,
                            "`" + name + "` is written from `" + MANAGED.get(name) + "`",
                            "Use `"
                                    + MANAGED.get(name)
                                    + "` instead; this file would replace it."));
        }
        VOLATILE.stream()
                .filter(dir -> Paths.inside(name, dir))
                .findFirst()
                .ifPresent(
                        dir ->
                                findings.accept(
                                        Finding.at(
                                                path.path(),
                                                DiagnosticCode.VOLATILE_PATH,
                                                "nothing in `"
                                                        + dir
                                                        + "` can be seen once the"
                                                        + " machine runs",
                                                dir.equals("/run") || dir.equals("/tmp")
                                                        ? "Make it at boot, with a file in"
                                                                + " /etc/tmpfiles.d."
                                                        : "Choose another directory.")));
        for (String above = Paths.parent(name); !above.equals("/"); above = Paths.parent(above)) {
            if (paths.containsKey(above)) {
                findings.accept(
                        Finding.at(
                                path.path(),
                                DiagnosticCode.PATH_CONFLICT,
                                "`"
                                        + above
                                        + "` is a file, at `"
                                        + paths.get(above)
                                        + "`, so"
                                        + " nothing can stand below it",
                                "Change one of the two paths."));
            }
        }
    }

    private static void source(
            Bound.Value<String> source, RuleContext context, Consumer<Finding> findings) {
        if (context.fileSize().apply(source.value()).isEmpty()) {
            findings.accept(
                    Finding.at(
                            source.path(),
                            DiagnosticCode.SOURCE_MISSING,
                            "the project has no file `" + source.value() + "`",
                            "Make the file, or write its path from the folder of system.yaml."));
        }
    }
}

package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Closest;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Something writes into the directories that are kept. */
final class KeptRule implements Rule {

    /** Where well-known packages write, when their name does not tell. */
    private static final Map<String, List<String>> DATA =
            Map.ofEntries(
                    Map.entry("mysql", List.of("mariadb-server", "default-mysql-server")),
                    Map.entry("redis", List.of("redis", "redis-server")),
                    Map.entry("docker", List.of("docker.io")),
                    Map.entry("containers", List.of("podman", "buildah", "cri-o")),
                    Map.entry("libvirt", List.of("libvirt-daemon-system")),
                    Map.entry("ldap", List.of("slapd")),
                    Map.entry("nfs", List.of("nfs-kernel-server", "nfs-common")),
                    Map.entry("bind", List.of("bind9")),
                    Map.entry("private", List.of()),
                    Map.entry("systemd", List.of()),
                    Map.entry("misc", List.of()));

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        boolean open =
                !context.inventory().knowsPackages()
                        || !context.root().records("bundles").isEmpty();
        if (open) {
            return;
        }
        String texts = texts(context.root());
        for (Bound.Value<String> path : context.root().record("storage").texts("persist")) {
            if (path.value().matches("/(var/lib|var/cache|srv|opt)/[^/]+(/.*)?")
                    && !written(path.value(), texts, context)) {
                findings.accept(unused(path, context));
            }
        }
    }

    private static boolean written(String path, String texts, RuleContext context) {
        String name = path.split("/")[path.startsWith("/var/") ? 3 : 2];
        Set<String> packages = context.inventory().packages();
        List<String> known = DATA.get(name);
        boolean byPackage =
                known != null && (known.isEmpty() || known.stream().anyMatch(packages::contains));
        return byPackage
                || packages.stream().anyMatch(p -> p.contains(name) || name.contains(p))
                || context.inventory().containers().containsKey(name)
                || context.inventory().users().containsKey(name)
                || texts.contains(path)
                || texts.contains("=" + name)
                || context.inventory().units().keySet().stream().anyMatch(u -> u.startsWith(name))
                || context.inventory().files().keySet().stream()
                        .anyMatch(f -> Paths.inside(f, path));
    }

    /** Texts in which a path may be named. */
    private static String texts(Bound.Fields root) {
        var out = new StringBuilder();
        if (root.record("storage").texts("persist").isEmpty()) {
            return "";
        }
        root.records("units").forEach(u -> u.text("content").ifPresent(c -> out.append(c.value())));
        root.records("files").forEach(f -> f.text("content").ifPresent(c -> out.append(c.value())));
        root.records("timers")
                .forEach(t -> t.text("command").ifPresent(c -> out.append(c.value())));
        root.records("containers")
                .forEach(c -> c.texts("volumes").forEach(v -> out.append(v.value()).append('\n')));
        root.records("checks")
                .forEach(c -> c.text("command").ifPresent(v -> out.append(v.value()).append('\n')));
        return out.toString();
    }

    private static Finding unused(Bound.Value<String> path, RuleContext context) {
        var near = new HashSet<String>();
        String parent = Paths.parent(path.value());
        context.inventory().packages().forEach(p -> near.add(parent + "/" + p));
        DATA.forEach(
                (name, packages) -> {
                    if (packages.stream().anyMatch(context.inventory()::has)) {
                        near.add(parent + "/" + name);
                    }
                });
        Optional<String> meant = Closest.to(path.value(), near);
        var fixes = new ArrayList<Fix>();
        meant.ifPresent(m -> fixes.add(Fixes.set(path.path(), m)));
        fixes.add(Fixes.remove(path.path()));
        return Finding.at(
                path.path(),
                DiagnosticCode.PERSIST_UNUSED,
                "nothing here is known to write into `" + path.value() + "`",
                meant.map(m -> "Did you mean `" + m + "`?")
                        .orElse("Remove it, or leave it when a program of yours writes there."),
                fixes.toArray(Fix[]::new));
    }
}

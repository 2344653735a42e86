package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Kept directories are directories of data, not of the system. */
final class StorageRule implements Rule {

    private static final List<String> KERNEL_MADE =
            List.of("/proc", "/sys", "/dev", "/run", "/tmp");
    private static final List<String> SYSTEM =
            List.of("/usr", "/bin", "/sbin", "/lib", "/lib64", "/boot");
    private static final List<String> WHOLE = List.of("/", "/etc", "/var", "/var/lib/dpkg");

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        List<Bound.Value<String>> kept = context.root().record("storage").texts("persist");
        Set<String> directories = kept.stream().map(Bound.Value::value).collect(Collectors.toSet());
        for (Bound.Value<String> path : kept) {
            String name = path.value();
            if (KERNEL_MADE.stream().anyMatch(dir -> Paths.inside(name, dir))) {
                bad(path, "is made anew at every boot and cannot be kept", findings);
            } else if (SYSTEM.stream().anyMatch(dir -> Paths.inside(name, dir))) {
                bad(path, "belongs to the image; kept, it would hide every new build", findings);
            } else if (WHOLE.contains(name)) {
                bad(path, "holds parts of the image; kept, it would hide new builds", findings);
            }
            above(name, directories).ifPresent(other -> findings.accept(nested(path, other)));
        }
    }

    private static Optional<String> above(String path, Set<String> directories) {
        for (String up = Paths.parent(path); !up.equals("/"); up = Paths.parent(up)) {
            if (directories.contains(up)) {
                return Optional.of(up);
            }
        }
        return Optional.empty();
    }

    private static Finding nested(Bound.Value<String> path, String above) {
        return Finding.at(
                path.path(),
                DiagnosticCode.NESTED_PERSIST,
                "`" + above + "` keeps it already",
                "Remove one of the two.",
                Fixes.remove(path.path()));
    }

    private static void bad(Bound.Value<String> path, String why, Consumer<Finding> findings) {
        findings.accept(
                Finding.at(
                        path.path(),
                        DiagnosticCode.BAD_PERSIST,
                        "`" + path.value() + "` " + why,
                        "Keep directories of data, such as /home or /var/lib/postgresql.",
                        Fixes.remove(path.path())));
    }
}

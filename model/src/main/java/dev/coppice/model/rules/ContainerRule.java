package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Closest;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Containers start: their images are found, what they wait for is there. */
final class ContainerRule implements Rule {

    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i).*(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIALS?)");
    private static final Pattern REGISTRY = Pattern.compile("([^/]*[.:][^/]*|localhost)/.+");

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        List<Bound.Fields> containers = context.root().records("containers");
        boolean whole = context.root().whole("containers");
        Map<String, List<String>> needs = new HashMap<>();
        for (Bound.Fields container : containers) {
            image(container, context, findings);
            secrets(container, findings);
            String name = container.text("name").map(Bound.Value::value).orElse("");
            var wanted = new ArrayList<String>();
            for (Bound.Value<String> other : container.texts("dependsOn")) {
                wanted.add(other.value());
                if (whole && !context.inventory().containers().containsKey(other.value())) {
                    findings.accept(unknown(other, context));
                }
            }
            needs.putIfAbsent(name, wanted);
        }
        for (Bound.Fields container : containers) {
            String name = container.text("name").map(Bound.Value::value).orElse("");
            for (Bound.Value<String> other : container.texts("dependsOn")) {
                if (reaches(other.value(), name, needs)) {
                    findings.accept(
                            Finding.at(
                                    other.path(),
                                    DiagnosticCode.DEPENDENCY_CYCLE,
                                    other.value().equals(name)
                                            ? "`" + name + "` waits for itself"
                                            : "`"
                                                    + other.value()
                                                    + "` waits for `"
                                                    + name
                                                    + "` too",
                                    "Remove one of the two, or neither starts.",
                                    Fixes.remove(other.path())));
                }
            }
        }
    }

    private static Finding unknown(Bound.Value<String> name, RuleContext context) {
        Optional<String> near = Closest.to(name.value(), context.inventory().containers().keySet());
        return Finding.at(
                name.path(),
                DiagnosticCode.UNKNOWN_CONTAINER,
                "there is no container `" + name.value() + "`",
                near.map(n -> "Did you mean `" + n + "`?")
                        .orElse("Write the name of another item of `containers`."),
                near.map(n -> new Fix[] {Fixes.set(name.path(), n)})
                        .orElse(new Fix[] {Fixes.remove(name.path())}));
    }

    /** Whether one container waits for another, over others too. */
    private static boolean reaches(String from, String to, Map<String, List<String>> needs) {
        var seen = new HashSet<String>();
        var todo = new ArrayList<>(List.of(from));
        while (!todo.isEmpty() && seen.size() < 100) {
            String name = todo.removeLast();
            if (name.equals(to)) {
                return true;
            }
            if (seen.add(name)) {
                todo.addAll(needs.getOrDefault(name, List.of()));
            }
        }
        return false;
    }

    private static void image(
            Bound.Fields container, RuleContext context, Consumer<Finding> findings) {
        Optional<Bound.Value<String>> image = container.text("image");
        Optional<Bound.Value<String>> archive = container.text("imageArchive");
        archive.filter(a -> context.fileSize().apply(a.value()).isEmpty())
                .ifPresent(a -> findings.accept(SourceFiles.missing(a)));
        if (image.isEmpty() || archive.isPresent() || !container.whole("imageArchive")) {
            return;
        }
        String name = image.get().value();
        if (!REGISTRY.matcher(name).matches()) {
            String better = "docker.io/" + (name.contains("/") ? "" : "library/") + name;
            findings.accept(
                    Finding.at(
                            image.get().path(),
                            DiagnosticCode.SHORT_IMAGE,
                            "`" + name + "` does not say from which registry it comes",
                            "Write the whole name: podman on Debian searches no registry.",
                            Fixes.set(image.get().path(), better)));
        }
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (!name.contains("@") && (!last.contains(":") || last.endsWith(":latest"))) {
            findings.accept(
                    Finding.at(
                            image.get().path(),
                            DiagnosticCode.FLOATING_IMAGE,
                            "`" + name + "` may be another image tomorrow",
                            "Name a version behind a colon, or a digest behind @sha256:."));
        }
    }

    private static void secrets(Bound.Fields container, Consumer<Finding> findings) {
        Bound.Fields environment = container.record("environment");
        for (String name : environment.entries().keySet()) {
            boolean secret =
                    SECRET.matcher(name).matches()
                            && environment.text(name).filter(v -> !v.value().isBlank()).isPresent();
            if (secret) {
                findings.accept(
                        Finding.at(
                                environment.path().key(name),
                                DiagnosticCode.SECRET_IN_CLEAR,
                                "`" + name + "` stands here in clear, and in every generation",
                                "Let the program read it from a file that is made on the machine,"
                                        + " as with `"
                                        + name
                                        + "_FILE`."));
            }
        }
    }
}

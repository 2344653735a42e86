package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Bundles and repositories can be fetched, checked and used. */
final class SourceRule implements Rule {

    private static final List<String> RELEASES =
            List.of("buster", "bullseye", "bookworm", "trixie", "forky", "sid");

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        Map<String, String> targets = new HashMap<>();
        context.inventory().files().keySet().forEach(p -> targets.put(p, "files"));
        Set<String> services = new HashSet<>();
        context.root()
                .record("services")
                .entries()
                .keySet()
                .forEach(name -> services.add(UnitNames.full(name)));
        for (Bound.Fields bundle : context.root().records("bundles")) {
            bundle(bundle, context, targets, findings);
            for (Bound.Value<String> unit : bundle.texts("units")) {
                enabled(unit, services, context, findings);
            }
        }
        Optional<String> release =
                context.root().record("base").text("release").map(Bound.Value::value);
        for (Bound.Fields repository : context.root().records("repositories")) {
            repository(repository, release, context, findings);
        }
    }

    private static void bundle(
            Bound.Fields bundle,
            RuleContext context,
            Map<String, String> targets,
            Consumer<Finding> findings) {
        String name = bundle.text("name").map(Bound.Value::value).orElse("");
        if (bundle.has("url") && !bundle.has("sha256") && bundle.whole("sha256")) {
            findings.accept(
                    Finding.at(
                            bundle.path().key("url"),
                            DiagnosticCode.MISSING_HASH,
                            "a download needs its `sha256`, or anybody on the way could change it",
                            "Download the file once, look at it, and write what `sha256sum`"
                                    + " prints."));
        }
        bundle.text("source")
                .filter(s -> context.fileSize().apply(s.value()).isEmpty())
                .ifPresent(s -> findings.accept(SourceFiles.missing(s)));
        boolean packed = bundle.text("unpack").filter(u -> u.value().equals("none")).isEmpty();
        bundle.number("strip")
                .filter(strip -> !packed && strip.value() > 0)
                .ifPresent(
                        strip ->
                                findings.accept(
                                        Finding.at(
                                                strip.path(),
                                                DiagnosticCode.IDLE_SETTING,
                                                "`strip` does nothing with `unpack: none`",
                                                "Remove one of the two.",
                                                Fixes.remove(strip.path()))));
        bundle.text("into").ifPresent(into -> target(into, name, targets, findings));
        for (Bound.Fields file : bundle.records("files")) {
            file.text("to").ifPresent(to -> target(to, name, targets, findings));
        }
    }

    private static void target(
            Bound.Value<String> to,
            String bundle,
            Map<String, String> targets,
            Consumer<Finding> findings) {
        String before = targets.putIfAbsent(to.value(), "the bundle `" + bundle + "`");
        if (before != null) {
            findings.accept(
                    Finding.at(
                            to.path(),
                            DiagnosticCode.TARGET_CLASH,
                            "`"
                                    + to.value()
                                    + "` is written by "
                                    + (before.equals("files") ? "`files`" : before)
                                    + " already",
                            "Choose another path for one of the two."));
        }
    }

    private static void enabled(
            Bound.Value<String> unit,
            Set<String> services,
            RuleContext context,
            Consumer<Finding> findings) {
        String name = unit.value().substring(unit.value().lastIndexOf('/') + 1);
        boolean startable =
                name.matches(".*\\.(service|timer|socket|path)") && !name.contains("@.");
        String socket = name.replaceFirst("\\.service$", ".socket");
        String timer = name.replaceFirst("\\.service$", ".timer");
        boolean started =
                services.contains(name) || services.contains(socket) || services.contains(timer);
        if (startable && !started && context.root().whole("services")) {
            YamlPath path = YamlPath.of("services", name, "enabled");
            findings.accept(
                    Finding.at(
                            unit.path(),
                            DiagnosticCode.NOT_ENABLED,
                            "`" + name + "` is installed, but nothing enables it",
                            "Add it to `services`, with `enabled: true`, or with `enabled: false`"
                                    + " to say that it shall wait.",
                            new Fix(
                                    "Enable " + name,
                                    List.of(new YamlOp.Set(path, new YamlValue.Bool(true))))));
        }
    }

    private static void repository(
            Bound.Fields repository,
            Optional<String> release,
            RuleContext context,
            Consumer<Finding> findings) {
        repository
                .text("keySource")
                .filter(s -> context.fileSize().apply(s.value()).isEmpty())
                .ifPresent(s -> findings.accept(SourceFiles.missing(s)));
        List<Bound.Value<String>> suites = repository.texts("suites");
        boolean flat = suites.stream().anyMatch(s -> s.value().endsWith("/"));
        boolean components = !repository.texts("components").isEmpty();
        if (flat && components) {
            findings.accept(
                    Finding.atKey(
                            repository.path().key("components"),
                            DiagnosticCode.BAD_REPOSITORY,
                            "a suite that ends with a slash has no components",
                            "Remove `components`, or the slash.",
                            Fixes.remove(repository.path().key("components"))));
        } else if (!flat && !components && !suites.isEmpty() && repository.whole("components")) {
            findings.accept(
                    Finding.at(
                            suites.getFirst().path(),
                            DiagnosticCode.BAD_REPOSITORY,
                            "apt wants `components` with the suite `"
                                    + suites.getFirst().value()
                                    + "`",
                            "Add `components: [main]`, or end the suite with a slash when the"
                                    + " repository has none.",
                            Fixes.add(
                                    repository.path().key("components"),
                                    new YamlValue.Items(List.of(new YamlValue.Text("main"))))));
        }
        for (Bound.Value<String> suite : suites) {
            String named = suite.value().replaceFirst("[-/].*", "");
            if (release.isPresent() && RELEASES.contains(named) && !named.equals(release.get())) {
                findings.accept(
                        Finding.at(
                                suite.path(),
                                DiagnosticCode.SUITE_MISMATCH,
                                "this is for `"
                                        + named
                                        + "`, and the base is `"
                                        + release.get()
                                        + "`",
                                "Write the suite for `" + release.get() + "`.",
                                Fixes.set(
                                        suite.path(),
                                        suite.value().replaceFirst(named, release.get()))));
            }
        }
    }
}

package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Closest;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.rules.known.PackageUnits;
import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Units that checks and services name are brought by something, and by one thing only. */
final class UnitSourceRule implements Rule {

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        clashes(context, findings);
        if (!context.inventory().knowsPackages() || !context.root().whole("units")) {
            return;
        }
        Set<String> said = new HashSet<>();
        Bound.Fields services = context.root().record("services");
        for (String name : services.entries().keySet()) {
            Bound.Fields service = services.record(name);
            if (service.flag("enabled").filter(Bound.Value::value).isPresent()) {
                missing(service.path(), true, name, context)
                        .ifPresent(
                                finding -> {
                                    said.add(UnitNames.full(name));
                                    findings.accept(finding);
                                });
            }
        }
        for (Bound.Fields check : context.root().records("checks")) {
            Optional<Bound.Value<String>> unit = check.text("unit");
            boolean inactive =
                    check.text("is").filter(is -> is.value().equals("inactive")).isPresent();
            if (unit.isPresent()
                    && !inactive
                    && !said.contains(UnitNames.full(unit.get().value()))) {
                missing(unit.get().path(), false, unit.get().value(), context).ifPresent(findings);
            }
        }
    }

    private static Optional<Finding> missing(
            YamlPath path, boolean key, String written, RuleContext context) {
        String name = UnitNames.full(written);
        PackageUnits.Answer answer = context.inventory().unit(name);
        PackageUnits units = context.known().units();
        if (answer == PackageUnits.Answer.BROUGHT || isOtherName(written)) {
            return Optional.empty();
        }
        var fixes = new ArrayList<Fix>();
        String help;
        if (answer == PackageUnits.Answer.MISSING) {
            Optional<String> best = units.bestPackage(name, context.archive()::known);
            best.ifPresent(p -> fixes.add(PackageFix.add(p, context)));
            help =
                    best.map(p -> "Add `" + p + "` to `packages`.")
                            .orElse("Add the package that brings it to `packages`.");
        } else {
            Optional<String> near = near(name, context);
            boolean nothing =
                    context.inventory().packages().isEmpty()
                            && context.root().records("bundles").isEmpty();
            if (near.isEmpty() && !nothing) {
                return Optional.empty();
            }
            String right = near.map(n -> shorten(n, written)).orElse("");
            near.ifPresent(
                    n -> fixes.add(key ? Fixes.rename(path, right) : Fixes.set(path, right)));
            help =
                    near.isPresent()
                            ? "Did you mean `" + right + "`?"
                            : "Add the package that brings it to `packages`, or write the unit.";
        }
        String message = "nothing here brings the unit `" + written + "`";
        return Optional.of(
                new Finding(
                        DiagnosticCode.MISSING_UNIT,
                        path,
                        key ? Finding.Anchor.KEY : Finding.Anchor.VALUE,
                        Optional.empty(),
                        message,
                        help,
                        fixes));
    }

    private static boolean isOtherName(String name) {
        return SoftwareRule.SERVICES.containsKey(name.replaceFirst("\\.service$", ""));
    }

    /** The nearest unit of the spec, or one that the packages bring. */
    private static Optional<String> near(String name, RuleContext context) {
        List<String> own = new ArrayList<>(context.inventory().units().keySet());
        own.addAll(context.inventory().madeUnits().keySet());
        return Closest.to(name, own)
                .or(
                        () ->
                                context.known()
                                        .units()
                                        .near(name)
                                        .filter(
                                                n ->
                                                        context.inventory().unit(n)
                                                                == PackageUnits.Answer.BROUGHT));
    }

    private static String shorten(String unit, String written) {
        return written.contains(".") ? unit : unit.replaceFirst("\\.service$", "");
    }

    private static void clashes(RuleContext context, Consumer<Finding> findings) {
        Map<String, String> makers = new HashMap<>();
        context.inventory().units().keySet().forEach(name -> makers.put(name, "units"));
        for (Bound.Fields timer : context.root().records("timers")) {
            timer.text("name")
                    .ifPresent(
                            name -> {
                                clash(name, name.value() + ".timer", "timers", makers, findings);
                                clash(name, name.value() + ".service", "timers", makers, findings);
                            });
        }
        for (Bound.Fields container : context.root().records("containers")) {
            container
                    .text("name")
                    .ifPresent(
                            name ->
                                    clash(
                                            name,
                                            name.value() + ".service",
                                            "containers",
                                            makers,
                                            findings));
        }
    }

    private static void clash(
            Bound.Value<String> name,
            String unit,
            String maker,
            Map<String, String> makers,
            Consumer<Finding> findings) {
        String before = makers.putIfAbsent(unit, maker);
        if (before != null && !before.equals(maker)) {
            findings.accept(
                    Finding.at(
                            name.path(),
                            DiagnosticCode.UNIT_CLASH,
                            "`" + before + "` makes the unit `" + unit + "` already",
                            "Give one of the two another name."));
        }
    }
}

package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Quantities;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.schema.UnitNames;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Checks can pass. */
final class CheckRule implements Rule {

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        Set<String> masked = masked(context.root().record("services"));
        for (Bound.Fields check : context.root().records("checks")) {
            check.text("unit")
                    .filter(unit -> masked.contains(UnitNames.full(unit.value())))
                    .filter(unit -> wantsActive(check))
                    .ifPresent(unit -> findings.accept(maskedUnit(unit)));
            check.text("bootsWithin")
                    .filter(limit -> Quantities.duration(limit.value()).isZero())
                    .ifPresent(limit -> findings.accept(noTime(limit)));
        }
    }

    private static boolean wantsActive(Bound.Fields check) {
        return check.text("is").filter(is -> is.value().equals("active")).isPresent();
    }

    private static Set<String> masked(Bound.Fields services) {
        var names = new HashSet<String>();
        for (String name : services.entries().keySet()) {
            services.record(name)
                    .flag("masked")
                    .filter(Bound.Value::value)
                    .ifPresent(masked -> names.add(UnitNames.full(name)));
        }
        return names;
    }

    private static Finding maskedUnit(Bound.Value<String> unit) {
        return Finding.at(
                unit.path(),
                DiagnosticCode.CHECK_MASKED,
                "`" + unit.value() + "` is masked, so it is never active",
                "Check for `is: inactive`, or unmask the unit in `services`.");
    }

    private static Finding noTime(Bound.Value<String> limit) {
        return Finding.at(
                limit.path(),
                DiagnosticCode.BAD_DURATION,
                "nothing boots in no time",
                "Write how long a boot may take, such as 60s.");
    }
}

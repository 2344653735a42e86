package dev.coppice.model.rules.unit;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.rules.Rule;
import dev.coppice.model.rules.RuleContext;
import dev.coppice.model.schema.UnitNames;

import java.util.List;
import java.util.function.Consumer;

/** Units of one's own read like units, and systemd would take what they say. */
public final class UnitRule implements Rule {

    private final UnitCheck shape = new ShapeCheck();
    private final List<UnitCheck> checks =
            List.of(
                    new NameCheck(),
                    new ValueCheck(),
                    new ServiceCheck(),
                    new CommandCheck(),
                    new TriggerCheck(),
                    new MountCheck(),
                    new ReferenceCheck());

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        for (Bound.Fields unit : context.root().records("units")) {
            unit.text("content").ifPresent(content -> content(context, unit, content, findings));
        }
    }

    private void content(
            RuleContext context,
            Bound.Fields unit,
            Bound.Value<String> content,
            Consumer<Finding> findings) {
        String name = unit.text("name").map(Bound.Value::value).orElse("");
        boolean dropIn = unit.has("dropIn") || !unit.whole("dropIn");
        var view =
                new UnitView(
                        name,
                        name.isEmpty() ? "" : UnitNames.suffix(name),
                        dropIn,
                        UnitText.parse(content.value()),
                        context);
        var report = new UnitReport(content.path(), content.value(), findings);
        shape.check(view, report);
        if (report.isEmpty()) {
            checks.forEach(check -> check.check(view, report));
        }
    }
}

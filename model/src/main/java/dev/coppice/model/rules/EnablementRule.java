package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Units of one's own start when they mean to: what says [Install] is enabled or disabled in {@code
 * services}, and what is enabled there says [Install].
 */
final class EnablementRule implements Rule {

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        Bound.Fields services = context.root().record("services");
        Map<String, Bound.Fields> said = new HashMap<>();
        for (String name : services.entries().keySet()) {
            said.putIfAbsent(UnitNames.full(name), services.record(name));
        }
        services.wrong().forEach(name -> said.put(UnitNames.full(name), services));
        boolean allKnown = context.root().whole("services");
        for (Bound.Fields unit : context.root().records("units")) {
            boolean own = !unit.has("dropIn") && unit.whole("dropIn");
            if (own && unit.text("name").isPresent() && unit.text("content").isPresent()) {
                Bound.Value<String> name = unit.text("name").get();
                boolean install = hasInstall(unit.text("content").get().value());
                Bound.Fields service = said.get(name.value());
                if (service == null && install && allKnown) {
                    findings.accept(notEnabled(name));
                } else if (service != null && !install && enabled(service)) {
                    findings.accept(noInstall(name, service));
                }
            }
        }
    }

    private static boolean hasInstall(String content) {
        return content.lines().anyMatch(line -> line.strip().equals("[Install]"));
    }

    private static boolean enabled(Bound.Fields service) {
        return service.flag("enabled").filter(Bound.Value::value).isPresent();
    }

    private static Finding notEnabled(Bound.Value<String> name) {
        YamlPath path = YamlPath.of("services", name.value(), "enabled");
        return Finding.at(
                name.path(),
                DiagnosticCode.NOT_ENABLED,
                "`" + name.value() + "` has [Install] but nothing enables it",
                "Add it to `services`, with `enabled: true`, or with `enabled: false` to say that"
                        + " it shall wait.",
                new Fix(
                        "Enable " + name.value(),
                        List.of(new YamlOp.Set(path, new YamlValue.Bool(true)))));
    }

    private static Finding noInstall(Bound.Value<String> name, Bound.Fields service) {
        return Finding.at(
                service.path().key("enabled"),
                DiagnosticCode.NO_INSTALL,
                "`" + name.value() + "` has no [Install] section, so enabling it does nothing",
                "Add `[Install]` with `WantedBy=multi-user.target` to the unit's text.");
    }
}

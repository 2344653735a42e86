package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.rules.unit.Calendars;
import dev.coppice.model.yaml.YamlValue;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Time is set by one program, and timers have a time. */
final class ClockRule implements Rule {

    private static final Set<String> OTHERS = Set.of("chrony", "ntpsec", "openntpd", "ntp");

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        ntp(context.root(), findings);
        for (Bound.Fields timer : context.root().records("timers")) {
            timer.text("onCalendar").ifPresent(event -> calendar(event, findings));
            boolean persistent = timer.flag("persistent").filter(Bound.Value::value).isPresent();
            if (persistent && !timer.has("onCalendar") && timer.whole("onCalendar")) {
                findings.accept(
                        Finding.atKey(
                                timer.path().key("persistent"),
                                DiagnosticCode.IDLE_SETTING,
                                "`persistent` does nothing without `onCalendar`",
                                "Remove it, or say at which time the timer runs.",
                                Fixes.remove(timer.path().key("persistent"))));
            }
        }
    }

    private static void calendar(Bound.Value<String> event, Consumer<Finding> findings) {
        if (Calendars.isOne(event.value())) {
            return;
        }
        Optional<String> meant = Calendars.meant(event.value());
        findings.accept(
                Finding.at(
                        event.path(),
                        DiagnosticCode.BAD_CALENDAR,
                        "`" + event.value() + "` is not a calendar event of systemd",
                        meant.map(m -> "Did you mean `" + m + "`?").orElse(Calendars.HELP),
                        meant.map(m -> new Fix[] {Fixes.set(event.path(), m)}).orElse(new Fix[0])));
    }

    private static void ntp(Bound.Fields root, Consumer<Finding> findings) {
        Bound.Fields ntp = root.record("ntp");
        boolean off = ntp.flag("enabled").filter(e -> !e.value()).isPresent();
        if (off && !ntp.texts("servers").isEmpty()) {
            findings.accept(
                    Finding.atKey(
                            ntp.path().key("servers"),
                            DiagnosticCode.IDLE_SETTING,
                            "these servers are not asked: `ntp.enabled` is false",
                            "Turn it on, or remove the servers.",
                            Fixes.set(ntp.path().key("enabled"), new YamlValue.Bool(true)),
                            Fixes.remove(ntp.path().key("servers"))));
        }
        if (!root.has("ntp") || off) {
            return;
        }
        for (Bound.Value<String> name : root.texts("packages")) {
            if (OTHERS.contains(name.value())) {
                findings.accept(
                        Finding.at(
                                name.path(),
                                DiagnosticCode.IDLE_SETTING,
                                "`"
                                        + name.value()
                                        + "` takes the place of systemd-timesyncd, which"
                                        + " `ntp` sets up",
                                "Remove the package, or write `ntp: { enabled: false }`.",
                                Fixes.remove(name.path())));
            }
        }
    }
}

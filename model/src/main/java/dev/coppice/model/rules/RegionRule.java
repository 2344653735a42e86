package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Closest;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Time zones exist. */
final class RegionRule implements Rule {

    private static final Set<String> FIXED_OFFSETS = Set.of("Etc/UTC", "UTC", "GMT");

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        Optional<Bound.Value<String>> zone = context.root().text("timezone");
        if (zone.isEmpty() || FIXED_OFFSETS.contains(zone.get().value())) {
            return;
        }
        Set<String> known = ZoneId.getAvailableZoneIds();
        String name = zone.get().value();
        if (known.contains(name) && !name.startsWith("SystemV/")) {
            return;
        }
        Optional<String> near = Closest.to(name, known).or(() -> byCity(known, name));
        findings.accept(
                Finding.at(
                        zone.get().path(),
                        DiagnosticCode.BAD_TIMEZONE,
                        "there is no time zone `" + name + "`",
                        near.map(n -> "Did you mean `" + n + "`?")
                                .orElse(
                                        "Write a region and a city, such as Europe/London;"
                                                + " `timedatectl list-timezones` shows all."),
                        near.map(n -> new Fix[] {Fixes.set(zone.get().path(), n)})
                                .orElse(new Fix[0])));
    }

    private static Optional<String> byCity(Set<String> known, String name) {
        String city = "/" + name.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(z -> !z.startsWith("SystemV/"))
                .filter(z -> z.toLowerCase(Locale.ROOT).endsWith(city))
                .sorted()
                .findFirst();
    }
}

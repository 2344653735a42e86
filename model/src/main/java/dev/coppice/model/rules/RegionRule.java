package dev.coppice.model.rules;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.bind.Closest;
import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Time zones exist. */
final class RegionRule implements Rule {

    /** Known without a look at the database. */
    private static final Set<String> USUAL = Set.of("Etc/UTC", "UTC", "GMT");

    private static final Pattern OFFSET = Pattern.compile("(UTC|GMT|UT)[+-].*");

    @Override
    public void check(RuleContext context, Consumer<Finding> findings) {
        Optional<Bound.Value<String>> zone = context.root().text("timezone");
        if (zone.isEmpty() || USUAL.contains(zone.get().value())) {
            return;
        }
        String name = zone.get().value();
        if (exists(name)) {
            return;
        }
        Set<String> known = ZoneId.getAvailableZoneIds();
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

    /** Java knows the zones of the tz database, and offsets such as UTC+1 that are none. */
    private static boolean exists(String name) {
        if (OFFSET.matcher(name).matches()) {
            return false;
        }
        try {
            return !(ZoneId.of(name) instanceof ZoneOffset);
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static Optional<String> byCity(Set<String> known, String name) {
        String city = "/" + name.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(z -> z.toLowerCase(Locale.ROOT).endsWith(city))
                .sorted()
                .findFirst();
    }
}

package dev.coppice.model.export.debian;

import dev.coppice.model.spec.SystemSpec;

import java.util.regex.Pattern;

/** Units of the spec that do their work and end, systemd.service(5). */
public final class OneShots {

    private static final Pattern ONESHOT = Pattern.compile("(?m)^\\s*Type\\s*=\\s*oneshot\\s*$");
    private static final Pattern REMAINS =
            Pattern.compile("(?m)^\\s*RemainAfterExit\\s*=\\s*(yes|true|on|1)\\s*$");

    private OneShots() {}

    /** Whether a unit is one of them: it is never found running, and must not be asked to be. */
    public static boolean has(SystemSpec spec, String name) {
        return OwnUnits.named(spec, name)
                .anyMatch(
                        unit ->
                                ONESHOT.matcher(unit.content()).find()
                                        && !REMAINS.matcher(unit.content()).find());
    }
}

package dev.coppice.model.schema;

import java.util.Set;

/** Names of systemd units (systemd.unit(5)). */
public final class UnitNames {

    private static final Set<String> SUFFIXES =
            Set.of(
                    "service",
                    "socket",
                    "timer",
                    "path",
                    "mount",
                    "automount",
                    "target",
                    "swap",
                    "slice",
                    "device");

    private UnitNames() {}

    /** The name with its suffix: without a known one it is a service, as systemctl has it. */
    public static String full(String name) {
        return SUFFIXES.contains(suffix(name)) ? name : name + ".service";
    }

    /** What stands behind the last dot; empty without one. */
    public static String suffix(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}

package dev.coppice.model.export.debian;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.spec.Unit;

import java.util.stream.Stream;

/** Units whose files the spec itself brings, beside those of packages. */
public final class OwnUnits {

    private OwnUnits() {}

    /** Whether a unit is one of them; a drop-in alone does not make it one. */
    public static boolean has(SystemSpec spec, String name) {
        return named(spec, name).findAny().isPresent();
    }

    static Stream<Unit> named(SystemSpec spec, String name) {
        return spec.systemd().units().stream()
                .filter(unit -> unit.dropIn().isEmpty() && unit.name().equals(name));
    }
}

package dev.coppice.model.export.nixos;

import dev.coppice.model.schema.UnitNames;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** What Debian's units are on NixOS, after the resource {@code services.txt}. */
final class NixosServices {

    /**
     * A service of NixOS.
     *
     * @param option the option that switches it on; empty when NixOS always has it
     * @param unit the name of its unit on NixOS, with suffix
     */
    record Service(Optional<String> option, String unit) {}

    private final SequencedMap<String, String> rows;

    NixosServices() {
        this(NixosTable.read("services.txt"));
    }

    NixosServices(SequencedMap<String, String> rows) {
        this.rows = rows;
    }

    /** The service that a unit of Debian belongs to; empty for an unknown one. */
    Optional<Service> of(String unit) {
        return Optional.ofNullable(rows.get(shortName(unit))).map(row -> service(unit, row));
    }

    /** The units that are known, without {@code .service}. */
    List<String> names() {
        return List.copyOf(rows.keySet());
    }

    /** What the unit is called on NixOS; its own name when it is unknown. */
    String unit(String unit) {
        return of(unit).map(Service::unit).orElse(unit);
    }

    private static Service service(String unit, String row) {
        String[] words = row.split("\\s+");
        String there = words.length > 1 ? words[1] : shortName(unit);
        return new Service(
                Optional.of(words[0]).filter(option -> !option.equals("+")), UnitNames.full(there));
    }

    private static String shortName(String unit) {
        return unit.endsWith(".service")
                ? unit.substring(0, unit.length() - ".service".length())
                : unit;
    }
}

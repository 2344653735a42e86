package dev.coppice.model.complete;

import dev.coppice.model.loose.LooseFields;
import dev.coppice.model.loose.LooseNode;
import dev.coppice.model.loose.LooseNode.LooseScalar;
import dev.coppice.model.schema.UnitNames;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that a spec gives to its own things. */
final class References {

    private final LooseFields fields;

    References(LooseFields fields) {
        this.fields = fields;
    }

    List<String> users() {
        return values(fields.column("users", "name"));
    }

    List<String> groups() {
        return values(fields.column("groups", "name"));
    }

    List<String> containers() {
        return values(fields.column("containers", "name"));
    }

    List<String> packages() {
        return values(fields.texts("packages"));
    }

    List<String> interfaces() {
        return fields.entries("network", "interfaces").stream()
                .map(entry -> entry.key().value())
                .toList();
    }

    /** The units of the spec's own: written in it, or made from its timers and containers. */
    Set<String> ownUnits() {
        var names = new LinkedHashSet<>(values(fields.column("units", "name")));
        for (String timer : values(fields.column("timers", "name"))) {
            names.add(timer + ".timer");
        }
        containers().forEach(name -> names.add(name + ".service"));
        return names;
    }

    /** Units as people write them: services without their suffix. */
    static String shortUnit(String unit) {
        String suffix = ".service";
        String name =
                unit.endsWith(suffix) ? unit.substring(0, unit.length() - suffix.length()) : unit;
        return UnitNames.full(name).equals(unit) ? name : unit;
    }

    static List<String> values(Collection<LooseScalar> scalars) {
        return scalars.stream().map(LooseScalar::value).filter(v -> !v.isEmpty()).toList();
    }

    /** The keys of a mapping. */
    static List<String> keys(LooseNode.LooseMap map) {
        var keys = new ArrayList<String>();
        map.entries().forEach(entry -> keys.add(entry.key().value()));
        return keys;
    }
}

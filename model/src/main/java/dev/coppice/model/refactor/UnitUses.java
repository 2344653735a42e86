package dev.coppice.model.refactor;

import dev.coppice.model.schema.UnitNames;

import java.util.function.UnaryOperator;

/** Where systemd units, timers and containers are named; the latter two become units. */
final class UnitUses {

    /** Settings of unit files whose values name other units (systemd.unit(5), systemd.timer(5)). */
    private static final String SETTINGS =
            "After|Before|Wants|Requires|Requisite|BindsTo|PartOf|Upholds|Conflicts|OnFailure"
                    + "|OnSuccess|PropagatesReloadTo|ReloadPropagatedFrom|PropagatesStopTo"
                    + "|StopPropagatedFrom|JoinsNamespaceOf|WantedBy|RequiredBy|UpheldBy|Also"
                    + "|Unit|Service|Socket|Sockets";

    private UnitUses() {}

    /** A unit of one's own, with its drop-ins. */
    static void unit(String name, String other, Uses uses) {
        uses.values("units[].name", new Words(name).whole(other));
        uses(name, other, uses);
    }

    /** A timer and the service that it starts. */
    static void timer(String name, String other, Uses uses) {
        uses.values("timers[].name", new Words(name).whole(other));
        uses(name + ".timer", other + ".timer", uses);
        uses(name + ".service", other + ".service", uses);
    }

    /** A container and the service that runs it. */
    static void container(String name, String other, Uses uses) {
        var word = new Words(name);
        uses.values("containers[].name", word.whole(other));
        uses.values("containers[].dependsOn[]", word.whole(other));
        uses(name + ".service", other + ".service", uses);
    }

    private static void uses(String name, String other, Uses uses) {
        uses.keys("services", shortOrLong(name, other));
        uses.values("checks[].unit", shortOrLong(name, other));
        uses.values("units[].content", new Words(name).inSettings(SETTINGS, other));
    }

    /** A service may be named without its suffix, and then stays so. */
    private static UnaryOperator<String> shortOrLong(String name, String other) {
        return text -> {
            if (!UnitNames.full(text).equals(name)) {
                return text;
            }
            boolean isShort = !text.equals(name) && UnitNames.suffix(other).equals("service");
            return isShort ? other.substring(0, other.lastIndexOf('.')) : other;
        };
    }
}

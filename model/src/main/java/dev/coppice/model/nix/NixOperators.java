package dev.coppice.model.nix;

import dev.coppice.model.nix.NixData.Attrs;
import dev.coppice.model.nix.NixData.Bool;
import dev.coppice.model.nix.NixData.Items;
import dev.coppice.model.nix.NixData.PathTo;
import dev.coppice.model.nix.NixData.Placed;
import dev.coppice.model.nix.NixData.Text;

import java.util.ArrayList;
import java.util.LinkedHashMap;

/** What operators make of values that are known. */
final class NixOperators {

    private NixOperators() {}

    private static NixData unknown() {
        return new NixData.Unknown("It needs Nix.");
    }

    static NixData joined(NixData left, NixData right) {
        if (left instanceof Items some && right instanceof Items more) {
            var all = new ArrayList<Placed>(some.items());
            all.addAll(more.items());
            return new Items(all);
        }
        return unknown();
    }

    static NixData updated(NixData left, NixData right) {
        if (left instanceof Attrs some && right instanceof Attrs more) {
            var entries = new LinkedHashMap<>(some.entries());
            entries.putAll(more.entries());
            var loose = new ArrayList<>(some.loose());
            loose.addAll(more.loose());
            return new Attrs(entries, loose);
        }
        return unknown();
    }

    static NixData sum(NixData left, NixData right) {
        return switch (left) {
            case Text(String first) when right instanceof Text(String second) ->
                    new Text(first + second);
            case PathTo(String path) when right instanceof Text(String more) ->
                    new PathTo((path.equals("./.") ? "." : path) + more);
            case NixData.Int(long some) when right instanceof NixData.Int(long more) ->
                    new NixData.Int(some + more);
            default -> unknown();
        };
    }

    static NixData same(NixData left, NixData right, String operator) {
        boolean simple =
                left.isLiteral()
                        && right.isLiteral()
                        && !(left instanceof Attrs)
                        && !(left instanceof Items)
                        && !(right instanceof Attrs)
                        && !(right instanceof Items);
        return simple ? new Bool(left.equals(right) == operator.equals("==")) : unknown();
    }

    static NixData logic(NixData left, NixData right, String operator) {
        if (left instanceof Bool(boolean some)) {
            boolean decided =
                    switch (operator) {
                        case "&&" -> !some;
                        case "||" -> some;
                        default -> !some;
                    };
            if (decided) {
                return new Bool(!operator.equals("&&"));
            }
            return right instanceof Bool ? right : unknown();
        }
        return unknown();
    }

    /** Whether a value has grown beyond what anybody writes. */
    static boolean isLong(NixData data, int most) {
        return switch (data) {
            case Text(String text) -> text.length() > most * 10;
            case Items list -> list.items().size() > most;
            case Attrs attrs -> attrs.entries().size() > most;
            default -> false;
        };
    }
}

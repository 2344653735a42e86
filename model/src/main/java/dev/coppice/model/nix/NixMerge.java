package dev.coppice.model.nix;

import dev.coppice.model.nix.NixData.Attrs;
import dev.coppice.model.nix.NixData.Items;
import dev.coppice.model.nix.NixData.Placed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** What two values of one option are together, as modules of NixOS are merged. */
public final class NixMerge {

    private NixMerge() {}

    /** Sets are merged, lists joined, texts put below each other; of others the stronger stands. */
    public static Placed merge(Placed some, Placed more) {
        if (some.data() instanceof NixData.Absent) {
            return more;
        } else if (more.data() instanceof NixData.Absent) {
            return some;
        }
        if (some.data() instanceof Attrs first && more.data() instanceof Attrs second) {
            SequencedMap<String, Placed> all = new LinkedHashMap<>(first.entries());
            second.entries().forEach((name, value) -> all.merge(name, value, NixMerge::merge));
            return some.with(new Attrs(all, join(first.loose(), second.loose())));
        }
        if (some.rank() != more.rank()) {
            return some.rank() < more.rank() ? some : more;
        }
        return switch (some.data()) {
            case Items first when more.data() instanceof Items second ->
                    some.with(new Items(join(first.items(), second.items())));
            case NixData.Text first when more.data() instanceof NixData.Text second ->
                    first.equals(second)
                            ? some
                            : some.with(new NixData.Text(lines(first.text(), second.text())));
            default -> more;
        };
    }

    /** The set that a dotted path of attributes says. */
    static Placed nested(List<String> path, Placed value) {
        Placed whole = value;
        for (String name : path.reversed()) {
            var entries = new LinkedHashMap<String, Placed>();
            entries.put(name, whole);
            whole =
                    new Placed(
                            new Attrs(entries, List.of()),
                            value.file(),
                            value.start(),
                            value.end(),
                            100);
        }
        return whole;
    }

    private static String lines(String first, String second) {
        return first.endsWith("\n") ? first + second : first + "\n" + second;
    }

    private static <T> List<T> join(List<T> some, List<T> more) {
        return new ArrayList<>(Stream.concat(some.stream(), more.stream()).toList());
    }
}

package dev.coppice.model.importing;

import dev.coppice.model.nix.NixData;
import dev.coppice.model.nix.NixData.Attrs;
import dev.coppice.model.nix.NixData.Placed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What Nix has worked out of options that the reader of literals could not make out.
 *
 * @param values the values by the path of the option
 */
public record NixosAnswers(Map<List<String>, NixData> values) {

    /** No answers. */
    public static final NixosAnswers NONE = new NixosAnswers(Map.of());

    private static final int MOST = 200;

    public NixosAnswers {
        values = Map.copyOf(values);
    }

    /** A module's options with the answers in their places. */
    Placed put(Placed options) {
        return values.isEmpty() ? options : put(options, List.of());
    }

    private Placed put(Placed value, List<String> path) {
        NixData answer = values.get(path);
        if (answer != null) {
            return value.with(answer);
        }
        if (!(value.data() instanceof Attrs attrs)) {
            return value;
        }
        var entries = new LinkedHashMap<String, Placed>();
        attrs.entries().forEach((name, each) -> entries.put(name, put(each, add(path, name))));
        return value.with(new Attrs(entries, attrs.loose()));
    }

    /** The paths of options with something unknown; of lists, the list. */
    static List<List<String>> unknown(Placed options) {
        var paths = new ArrayList<List<String>>();
        collect(options, List.of(), paths);
        return paths.subList(0, Math.min(MOST, paths.size()));
    }

    private static void collect(Placed value, List<String> path, List<List<String>> paths) {
        switch (value.data()) {
            case Attrs attrs ->
                    attrs.entries().forEach((name, each) -> collect(each, add(path, name), paths));
            case NixData.Unknown _ -> paths.add(path);
            case NixData.Items list
                    when list.items().stream().anyMatch(each -> hasUnknown(each.data())) ->
                    paths.add(path);
            default -> {}
        }
    }

    private static boolean hasUnknown(NixData data) {
        return switch (data) {
            case NixData.Unknown _ -> true;
            case NixData.Items list ->
                    list.items().stream().anyMatch(each -> hasUnknown(each.data()));
            case Attrs attrs ->
                    attrs.entries().values().stream().anyMatch(each -> hasUnknown(each.data()));
            default -> false;
        };
    }

    private static List<String> add(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }
}

package dev.coppice.model.nix;

import dev.coppice.model.nix.NixData.Placed;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The names that an expression may use. Values are worked out when they are asked for. */
final class NixScope {

    private final Optional<NixScope> outer;
    private final Map<String, Supplier<Placed>> names = new HashMap<>();
    private final Map<String, Placed> known = new HashMap<>();
    private final Optional<Placed> with;

    private NixScope(Optional<NixScope> outer, Optional<Placed> with) {
        this.outer = outer;
        this.with = with;
    }

    static NixScope empty() {
        return new NixScope(Optional.empty(), Optional.empty());
    }

    NixScope inner() {
        return new NixScope(Optional.of(this), Optional.empty());
    }

    /** Where the attributes of a set are names too, weaker than all others. */
    NixScope with(Placed set) {
        return new NixScope(Optional.of(this), Optional.of(set));
    }

    void define(String name, Supplier<Placed> value) {
        names.putIfAbsent(name, value);
    }

    /** The value of a name; one that asks for itself is unknown. */
    Optional<Placed> find(String name) {
        for (NixScope scope = this; scope != null; scope = scope.outer.orElse(null)) {
            Supplier<Placed> value = scope.names.get(name);
            if (value != null) {
                Placed already = scope.known.get(name);
                if (already == null) {
                    var pending = new NixData.Unknown("It is defined by itself.");
                    scope.known.put(name, new Placed(pending, "", 0, 0, 100));
                    already = value.get();
                    scope.known.put(name, already);
                }
                return Optional.of(already);
            }
        }
        return Optional.empty();
    }

    /** The innermost set of a {@code with} that has the name, or may have it. */
    Optional<Placed> findWith(String name) {
        for (NixScope scope = this; scope != null; scope = scope.outer.orElse(null)) {
            Optional<Placed> set = scope.with.filter(each -> mayHave(each.data(), name));
            if (set.isPresent()) {
                return set;
            }
        }
        return Optional.empty();
    }

    private static boolean mayHave(NixData set, String name) {
        return switch (set) {
            case NixData.Attrs attrs -> attrs.entries().containsKey(name);
            case NixData.Symbol symbol ->
                    !symbol.path().getLast().equals("lib") || NixFunctions.isKnown(name);
            default -> true;
        };
    }
}

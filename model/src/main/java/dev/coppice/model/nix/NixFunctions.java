package dev.coppice.model.nix;

import dev.coppice.model.nix.NixData.Bool;
import dev.coppice.model.nix.NixData.Items;
import dev.coppice.model.nix.NixData.Placed;
import dev.coppice.model.nix.NixData.Text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The functions of Nix and of {@code lib} whose results can be worked out. */
final class NixFunctions {

    private static final Set<String> ONE =
            Set.of(
                    "mkDefault",
                    "mkForce",
                    "mkBefore",
                    "mkAfter",
                    "mkVMOverride",
                    "mkMerge",
                    "mkImageMediaOverride",
                    "toString",
                    "readFile",
                    "concatStrings",
                    "concatLists",
                    "id");
    private static final Set<String> TWO =
            Set.of(
                    "mkIf",
                    "mkOverride",
                    "mkOrder",
                    "optional",
                    "optionals",
                    "optionalString",
                    "optionalAttrs",
                    "concatStringsSep",
                    "recursiveUpdate");

    private NixFunctions() {}

    static boolean isKnown(String name) {
        return ONE.contains(name)
                || TWO.contains(name)
                || Set.of("types", "strings", "lists", "mkOption", "mkEnableOption").contains(name);
    }

    /** The result; empty when the function is not known, or its arguments will not do. */
    static Optional<Placed> apply(List<String> function, List<Placed> arguments, Placed place) {
        String root = function.getFirst();
        String name = function.getLast();
        boolean ours = root.equals("lib") || root.equals("builtins") || function.size() == 1;
        if (!ours) {
            return Optional.empty();
        } else if (ONE.contains(name) && arguments.size() == 1) {
            return one(name, arguments.getFirst(), place);
        } else if (TWO.contains(name) && arguments.size() == 2) {
            return two(name, arguments.getFirst(), arguments.getLast(), place);
        }
        return Optional.empty();
    }

    private static Optional<Placed> one(String name, Placed value, Placed place) {
        Placed here =
                new Placed(value.data(), place.file(), place.start(), place.end(), value.rank());
        return switch (name) {
            case "mkForce" -> Optional.of(here.ranked(50));
            case "mkVMOverride" -> Optional.of(here.ranked(10));
            case "mkImageMediaOverride" -> Optional.of(here.ranked(60));
            case "mkDefault" -> Optional.of(here.ranked(1000));
            case "mkBefore", "mkAfter", "id" -> Optional.of(here);
            case "mkMerge" ->
                    items(value).flatMap(NixFunctions::merged).map(Placed::data).map(place::with);
            case "toString" -> text(value).map(text -> place.with(new Text(text)));
            case "readFile" ->
                    value.data() instanceof NixData.PathTo(String path)
                            ? Optional.of(place.with(new NixData.ContentOf(path)))
                            : Optional.empty();
            case "concatStrings" -> joined("", value, place);
            case "concatLists" ->
                    items(value)
                            .filter(all -> all.stream().allMatch(e -> items(e).isPresent()))
                            .map(
                                    all ->
                                            place.with(
                                                    new Items(
                                                            all.stream()
                                                                    .flatMap(
                                                                            e ->
                                                                                    items(e)
                                                                                            .get()
                                                                                            .stream())
                                                                    .toList())));
            default -> Optional.empty();
        };
    }

    private static Optional<Placed> two(String name, Placed first, Placed second, Placed place) {
        Placed here =
                new Placed(second.data(), place.file(), place.start(), place.end(), second.rank());
        if (name.equals("mkOverride")) {
            return first.data() instanceof NixData.Int(long rank)
                    ? Optional.of(here.ranked(Math.clamp(rank, 0, 10_000)))
                    : Optional.empty();
        } else if (name.equals("mkOrder")) {
            return Optional.of(here);
        } else if (name.equals("concatStringsSep")) {
            return first.data() instanceof Text(String between)
                    ? joined(between, second, place)
                    : Optional.empty();
        } else if (name.equals("recursiveUpdate")) {
            return first.data() instanceof NixData.Attrs && second.data() instanceof NixData.Attrs
                    ? Optional.of(NixMerge.merge(first, second))
                    : Optional.empty();
        }
        if (!(first.data() instanceof Bool(boolean holds))) {
            return Optional.empty();
        }
        return switch (name) {
            case "mkIf" -> Optional.of(holds ? here : place.with(new NixData.Absent()));
            case "optional" ->
                    Optional.of(place.with(new Items(holds ? List.of(second) : List.of())));
            case "optionals" -> Optional.of(holds ? here : place.with(new Items(List.of())));
            case "optionalString" -> Optional.of(holds ? here : place.with(new Text("")));
            case "optionalAttrs" ->
                    Optional.of(
                            holds
                                    ? here
                                    : place.with(
                                            new NixData.Attrs(new LinkedHashMap<>(), List.of())));
            default -> Optional.empty();
        };
    }

    private static Optional<List<Placed>> items(Placed value) {
        return value.data() instanceof Items(List<Placed> items)
                ? Optional.of(items)
                : Optional.empty();
    }

    private static Optional<Placed> merged(List<Placed> all) {
        return all.stream().reduce(NixMerge::merge);
    }

    private static Optional<Placed> joined(String between, Placed list, Placed place) {
        var texts = new ArrayList<String>();
        for (Placed each : items(list).orElse(List.of())) {
            if (!(each.data() instanceof Text(String text))) {
                return Optional.empty();
            }
            texts.add(text);
        }
        return items(list).map(all -> place.with(new Text(String.join(between, texts))));
    }

    private static Optional<String> text(Placed value) {
        return switch (value.data()) {
            case Text(String text) -> Optional.of(text);
            case NixData.Int(long number) -> Optional.of(Long.toString(number));
            case Bool(boolean on) -> Optional.of(on ? "1" : "");
            case NixData.Null() -> Optional.of("");
            default -> Optional.empty();
        };
    }
}

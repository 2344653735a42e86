package dev.coppice.model.nixos;

import dev.coppice.model.nixos.NixOptions.Node;
import dev.coppice.model.nixos.OptionFinding.Kind;
import dev.coppice.model.spec.RawValue;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks raw settings for NixOS against the options of a channel, once. */
final class RawOptions {

    private static final YamlPath PLACE = YamlPath.of("targets", "nixos");

    private final NixOptions options;
    private final NixLegacy legacy;
    private final OpenKeys open;
    private final List<OptionFinding> findings = new ArrayList<>();

    RawOptions(NixOptions options, NixLegacy legacy, OpenKeys open) {
        this.options = options;
        this.legacy = legacy;
        this.open = open;
    }

    /** What is wrong with the settings, in their order. */
    List<OptionFinding> check(RawValue.Fields settings) {
        settings.fields()
                .forEach(
                        (key, value) ->
                                walk(
                                        List.of(),
                                        Optional.of(options.root()),
                                        OptionPath.parse(key),
                                        value,
                                        PLACE.key(key)));
        return List.copyOf(findings);
    }

    /**
     * @param done the names that were walked
     * @param at what the table has there
     * @param names the names that are still to go before the value
     */
    private void walk(
            List<String> done,
            Optional<Node> at,
            List<String> names,
            RawValue value,
            YamlPath place) {
        if (names.isEmpty()) {
            arrived(done, at.orElseThrow(), value, place);
            return;
        }
        String name = names.getFirst();
        List<String> path = and(done, name);
        Node node = at.orElseThrow();
        Optional<Node> next = node.child(name);
        if (next.isPresent()) {
            walk(path, next, names.subList(1, names.size()), value, place);
        } else if (node.option().filter(option -> takesNames(option.type())).isPresent()) {
            free(done, names, node.option().get(), value, place);
        } else {
            unknown(path, names.subList(1, names.size()), node, place);
        }
    }

    /** Whether keys that the table does not list may stand in an option. */
    private static boolean takesNames(NixType type) {
        return switch (type) {
            case NixType.Anything it -> true;
            case NixType.Entries it -> true;
            case NixType.Submodule it -> it.open();
            case NixType.Either it -> takesNames(it.one()) || takesNames(it.other());
            default -> false;
        };
    }

    private void free(
            List<String> done,
            List<String> names,
            NixOption option,
            RawValue value,
            YamlPath place) {
        open.check(done, names.getFirst(), place).ifPresent(findings::add);
        if (names.size() == 1 && option.type() instanceof NixType.Entries entries) {
            type(entries.value(), option, value, place);
        }
    }

    private void arrived(List<String> path, Node node, RawValue value, YamlPath place) {
        Optional<NixOption> option = node.option();
        if (option.filter(NixOption::readOnly).isPresent()) {
            add(place, Kind.READ_ONLY, OptionPath.shown(path) + " cannot be set", "Remove it.");
            return;
        }
        if (value instanceof RawValue.Fields fields
                && (!node.isEmpty() || option.filter(it -> takesNames(it.type())).isPresent())) {
            for (Map.Entry<String, RawValue> each : fields.fields().entrySet()) {
                walk(
                        path,
                        Optional.of(node),
                        List.of(each.getKey()),
                        each.getValue(),
                        place.key(each.getKey()));
            }
        } else if (option.isPresent()) {
            type(option.get().type(), option.get(), value, place);
        } else {
            add(
                    place,
                    Kind.WRONG_TYPE,
                    OptionPath.shown(path) + " is a group of options, not an option",
                    "Write a mapping of its options, for example "
                            + node.names().stream().limit(3).toList()
                            + ".");
        }
    }

    private void type(NixType type, NixOption option, RawValue value, YamlPath place) {
        if (!RawTypes.accepts(type, value)) {
            add(
                    place,
                    Kind.WRONG_TYPE,
                    option.name()
                            + " takes "
                            + option.words()
                            + ", not "
                            + RawTypes.refused(type, value),
                    RawTypes.help(type, value));
        }
    }

    private void unknown(List<String> path, List<String> rest, Node parent, YamlPath place) {
        var whole = new ArrayList<>(path);
        whole.addAll(rest);
        if (legacy.isHidden(whole) || legacy.isHidden(path)) {
            return;
        }
        Optional<OptionFinding> old =
                legacy.finding(whole, place).or(() -> legacy.finding(path, place));
        if (old.isPresent()) {
            findings.add(old.get());
            return;
        }
        Optional<String> near =
                NixOptions.near(parent, path.getLast())
                        .map(name -> OptionPath.shown(and(path.subList(0, path.size() - 1), name)));
        findings.add(
                new OptionFinding(
                        place,
                        Kind.UNKNOWN,
                        "NixOS has no option " + OptionPath.shown(path),
                        near.map(name -> "Did you mean " + name + "?")
                                .orElse("Look it up on search.nixos.org."),
                        near));
    }

    private void add(YamlPath place, Kind kind, String message, String help) {
        findings.add(new OptionFinding(place, kind, message, help, Optional.empty()));
    }

    private static List<String> and(List<String> path, String name) {
        var longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}

package dev.coppice.model.importing;

import dev.coppice.model.importing.ImportNote.Outcome;
import dev.coppice.model.nix.NixData;
import dev.coppice.model.nix.NixData.Attrs;
import dev.coppice.model.nix.NixData.Placed;
import dev.coppice.model.nixos.OptionPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options that no field says: literal ones are kept for NixOS alone, others are listed. */
final class NixosRest {

    /** Names of options: as deep as people group them. */
    private static final int DEEPEST = 3;

    private final NixosOptions options;
    private final Draft draft;
    private final Map<String, YamlValue> kept = new LinkedHashMap<>();

    NixosRest(NixosOptions options, Draft draft) {
        this.options = options;
        this.draft = draft;
    }

    void take() {
        below(List.of(), options.root());
        if (!kept.isEmpty()) {
            draft.set("targets", "nixos", Draft.record(kept));
        }
    }

    private void rest(List<String> path, Placed value) {
        if (options.isSaid(path) || value.data() instanceof NixData.Absent) {
            return;
        }
        boolean whole = !options.isSaidBelow(path) && value.data().isLiteral();
        boolean deep =
                path.size() >= DEEPEST
                        || !(value.data() instanceof Attrs attrs)
                        || attrs.entries().isEmpty();
        if (whole && deep) {
            keep(path, value);
        } else if (value.data() instanceof Attrs attrs && !attrs.entries().isEmpty()
                || value.data() instanceof Attrs more && !more.loose().isEmpty()) {
            below(path, value);
        } else {
            lost(path, value);
        }
    }

    private void below(List<String> path, Placed value) {
        if (value.data() instanceof Attrs attrs) {
            attrs.entries().forEach((name, each) -> rest(below(path, name), each));
            attrs.loose()
                    .forEach(
                            each ->
                                    options.add(
                                            path.isEmpty() ? "" : OptionPath.shown(path),
                                            each,
                                            Outcome.DROPPED,
                                            "",
                                            why(each)));
        }
    }

    private static List<String> below(List<String> path, String name) {
        return NixosOptions.below(path, name);
    }

    private void keep(List<String> path, Placed value) {
        boolean secret =
                OptionPath.shown(path).matches("(?i).*(password|passwd|secret|token|psk)$")
                        && value.data() instanceof NixData.Text;
        boolean named = path.stream().noneMatch(name -> name.contains("\"") || name.contains("\n"));
        Optional<YamlValue> said = said(value.data());
        if (secret) {
            options.dropped(path, CloudInitKeys.whyNot("password"));
        } else if (said.isEmpty() || !named) {
            options.dropped(path, "A spec cannot hold such a value.");
        } else {
            kept.put(OptionPath.shown(path), said.get());
            options.near(
                    path,
                    "targets.nixos",
                    value.rank() == 100
                            ? "It is kept as it is, for NixOS alone."
                            : "It is kept for NixOS alone, without what makes it stronger or"
                                    + " weaker than others.");
        }
    }

    private void lost(List<String> path, Placed value) {
        options.dropped(path, why(value));
    }

    private static String why(Placed value) {
        return switch (value.data()) {
            case NixData.Unknown(String why) -> why;
            case NixData.Symbol symbol when symbol.path().getFirst().equals("config") ->
                    "It depends on other options: " + String.join(".", symbol.path()) + ".";
            case NixData.Symbol symbol ->
                    "It names " + String.join(".", symbol.path()) + " of nixpkgs.";
            case NixData.PathTo(String path) -> "It names the file " + path + ".";
            case NixData.ContentOf(String path) -> "It is the text of the file " + path + ".";
            default -> "A part of it needs Nix.";
        };
    }

    /** Raw settings hold texts, whole numbers, truth values, lists and sets. */
    private static Optional<YamlValue> said(NixData data) {
        return switch (data) {
            case NixData.Text(String text) -> Optional.of(new YamlValue.Text(text));
            case NixData.Int(long number) -> Optional.of(new YamlValue.Int(number));
            case NixData.Bool(boolean on) -> Optional.of(new YamlValue.Bool(on));
            case NixData.Items(List<Placed> items) -> {
                var all = new ArrayList<YamlValue>();
                for (Placed item : items) {
                    said(item.data()).ifPresent(all::add);
                }
                yield all.size() == items.size()
                        ? Optional.of(new YamlValue.Items(all))
                        : Optional.empty();
            }
            case Attrs attrs -> {
                var all = new LinkedHashMap<String, YamlValue>();
                attrs.entries()
                        .forEach(
                                (name, value) ->
                                        said(value.data()).ifPresent(it -> all.put(name, it)));
                yield all.size() == attrs.entries().size()
                        ? Optional.of(new YamlValue.Fields(all))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }
}

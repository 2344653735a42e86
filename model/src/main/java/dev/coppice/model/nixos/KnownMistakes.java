package dev.coppice.model.nixos;

import dev.coppice.model.rules.known.Known;
import dev.coppice.model.spec.RawValue;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds mistakes in raw settings. Without a table of options these are names that NixOS had, and
 * keys that it accepts and nobody reads.
 */
public final class KnownMistakes {

    private final NixLegacy legacy = new NixLegacy();
    private final OpenKeys open;

    /** With the tables that come with the program. */
    public KnownMistakes() {
        this(new Known());
    }

    /** With tables that others use, too. */
    public KnownMistakes(Known known) {
        this.open = new OpenKeys(known);
    }

    /** What is wrong with the settings, in their order, as far as a table tells. */
    public List<OptionFinding> of(Optional<NixOptions> options, RawValue.Fields settings) {
        return options.map(table -> new RawOptions(table, legacy, open).check(settings))
                .orElseGet(() -> of(settings));
    }

    /** What is wrong with the settings, in their order, where no table is at hand. */
    public List<OptionFinding> of(RawValue.Fields settings) {
        var findings = new ArrayList<OptionFinding>();
        settings.fields()
                .forEach(
                        (key, value) -> {
                            YamlPath place = YamlPath.of("targets", "nixos", key);
                            List<String> path = OptionPath.parse(key);
                            for (int i = 0; i < path.size() - 1; i++) {
                                look(path.subList(0, i + 1), place).ifPresent(findings::add);
                            }
                            walk(path, value, place, findings);
                        });
        return findings;
    }

    private void walk(
            List<String> path, RawValue value, YamlPath place, List<OptionFinding> findings) {
        look(path, place).ifPresent(findings::add);
        if (value instanceof RawValue.Fields fields) {
            fields.fields()
                    .forEach(
                            (key, below) -> {
                                var longer = new ArrayList<>(path);
                                longer.add(key);
                                walk(longer, below, place.key(key), findings);
                            });
        }
    }

    private Optional<OptionFinding> look(List<String> path, YamlPath place) {
        return legacy.finding(path, place)
                .or(() -> open.check(path.subList(0, path.size() - 1), path.getLast(), place));
    }
}

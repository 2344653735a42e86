package dev.coppice.model.export.kairos;

import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;

/** The keys of a Kairos cloud-config by their places, for who proposes them. */
public final class KairosNames {

    private final KairosKeys table = KairosKeys.table();

    /** Reads the table that comes with the program. */
    public KairosNames() {}

    /**
     * A key.
     *
     * @param takes what its value is, in a few words
     * @param starter what a value may begin with, as it stands in YAML; possibly empty
     */
    public record Name(String key, String takes, String starter) {}

    /** The keys that Kairos reads at a place; none where any key is free. */
    public List<Name> below(YamlPath path) {
        return at(path).map(
                        place ->
                                place.keys().entrySet().stream()
                                        .filter(entry -> !entry.getKey().equals("*"))
                                        .map(entry -> name(entry.getKey(), entry.getValue()))
                                        .toList())
                .orElse(List.of());
    }

    /** Whether a place takes true or false. */
    public boolean isFlag(YamlPath path) {
        return at(path).filter(place -> place.kind() == KairosKeys.Kind.BOOL).isPresent();
    }

    private Optional<KairosKeys> at(YamlPath path) {
        Optional<KairosKeys> place = Optional.of(table);
        for (YamlPath.Step step : path.steps()) {
            place =
                    switch (step) {
                        case YamlPath.Key key -> place.flatMap(it -> it.at(key.name()));
                        case YamlPath.Index index ->
                                place.flatMap(it -> Optional.ofNullable(it.items()));
                    };
        }
        return place;
    }

    private static Name name(String key, KairosKeys place) {
        return switch (place.kind()) {
            case RECORD -> new Name(key, "keys and values", "");
            case LIST -> new Name(key, "a list", "");
            case TEXT -> new Name(key, "a text", "");
            case BOOL -> new Name(key, "true or false", "true");
            case INT -> new Name(key, "a whole number", "");
            case OCTAL -> new Name(key, "permissions in octal", "0644");
            case TEXTS -> new Name(key, "a list of texts", "[]");
            case STRINGS -> new Name(key, "keys and texts", "");
            case ANY -> new Name(key, "anything", "");
        };
    }
}

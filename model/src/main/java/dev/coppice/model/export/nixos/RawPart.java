package dev.coppice.model.export.nixos;

import static dev.coppice.model.export.nixos.NixValue.code;
import static dev.coppice.model.export.nixos.NixValue.of;

import dev.coppice.model.export.Phrase;
import dev.coppice.model.nixos.KnownMistakes;
import dev.coppice.model.nixos.OptionPath;
import dev.coppice.model.spec.RawValue;
import dev.coppice.model.yaml.YamlPath;

import java.util.LinkedHashMap;
import java.util.List;

/**
 * The raw settings of the spec. A key at the top is an option's path, with quotes around names that
 * have dots of their own; keys below are names as they stand.
 */
final class RawPart {

    private final NixConfig config;

    private final KnownMistakes mistakes;

    RawPart(NixConfig config, KnownMistakes mistakes) {
        this.config = config;
        this.mistakes = mistakes;
    }

    /** To be called last: a raw setting stands instead of one that a field makes. */
    void write() {
        config.spec()
                .targets()
                .nixos()
                .fields()
                .forEach(
                        (key, value) ->
                                config.part(NixSection.RAW)
                                        .set(
                                                OptionPath.parse(key),
                                                value(value),
                                                List.of(YamlPath.of("targets", "nixos", key))));
        mistakes.of(config.spec().targets().nixos())
                .forEach(
                        finding ->
                                config.report()
                                        .approximated(
                                                top(finding.path()),
                                                "as it stands: "
                                                        + Phrase.of(
                                                                finding.message(),
                                                                finding.help())));
    }

    /** The report speaks of whole settings. */
    private static YamlPath top(YamlPath path) {
        YamlPath up = path;
        while (up.steps().size() > 3) {
            up = up.parent();
        }
        return up;
    }

    static NixValue value(RawValue raw) {
        return switch (raw) {
            case RawValue.Scalar(RawValue.Type type, String text) -> scalar(type, text);
            case RawValue.Items(List<RawValue> items) ->
                    NixValue.list(items.stream().map(RawPart::value).toList());
            case RawValue.Fields fields -> {
                var entries = new LinkedHashMap<String, NixValue>();
                fields.fields().forEach((name, value) -> entries.put(name, value(value)));
                yield new NixValue.Attrs(entries);
            }
        };
    }

    private static NixValue scalar(RawValue.Type type, String text) {
        return switch (type) {
            case NULL -> code("null");
            case BOOL -> of(text.equalsIgnoreCase("true"));
            case INT -> NixValue.numberOr(text);
            case FLOAT -> text.matches("-?[0-9]+\\.[0-9]+") ? code(text) : of(text);
            case TEXT -> of(text);
        };
    }
}

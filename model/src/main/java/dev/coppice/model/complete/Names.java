package dev.coppice.model.complete;

import dev.coppice.model.region.Keyboards;
import dev.coppice.model.region.Locales;
import dev.coppice.model.region.Named;
import dev.coppice.model.region.TimeZones;
import dev.coppice.model.yaml.YamlPath;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Names that exist without a spec, as words to propose. */
final class Names {

    /** locale(7): the categories that a system may set one by one. */
    private static final List<String> CATEGORIES =
            List.of(
                    "LC_ADDRESS",
                    "LC_COLLATE",
                    "LC_CTYPE",
                    "LC_IDENTIFICATION",
                    "LC_MEASUREMENT",
                    "LC_MESSAGES",
                    "LC_MONETARY",
                    "LC_NAME",
                    "LC_NUMERIC",
                    "LC_PAPER",
                    "LC_TELEPHONE",
                    "LC_TIME");

    private final Keyboards keyboards = new Keyboards();
    private final List<Word> zones =
            new TimeZones().all().stream().map(zone -> Word.value(zone, "")).toList();
    private final List<Word> locales = words(new Locales().all());
    private final List<Word> layouts = words(keyboards.layouts());

    List<Word> timeZones() {
        return zones;
    }

    List<Word> locales() {
        return locales;
    }

    List<Word> layouts() {
        return layouts;
    }

    List<Word> keyboardModels() {
        return words(keyboards.models());
    }

    List<Word> variants(String layout) {
        return words(keyboards.variants(layout.isEmpty() ? "us" : layout));
    }

    List<Word> keyboardOptions() {
        return words(keyboards.options());
    }

    List<Word> groups() {
        return List.of();
    }

    /** Units of packages when the list of packages does not tell. */
    Set<String> units(Collection<String> packages) {
        return Set.of();
    }

    /** The values of other fields. */
    List<Word> values(String field, YamlPath path) {
        return List.of();
    }

    /** The keys of other mappings of names. */
    List<Word> keys(String field) {
        return field.equals("localeSettings")
                ? CATEGORIES.stream().map(c -> Word.value(c, "")).toList()
                : List.of();
    }

    private static List<Word> words(List<Named> named) {
        return named.stream().map(n -> Word.value(n.value(), n.title())).toList();
    }
}

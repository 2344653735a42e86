package dev.coppice.model.complete;

import dev.coppice.model.complete.Proposal.Kind;
import dev.coppice.model.region.Keyboards;
import dev.coppice.model.region.Locales;
import dev.coppice.model.region.Named;
import dev.coppice.model.region.TimeZones;
import dev.coppice.model.rules.known.Known;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
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

    private final Known known = new Known();
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

    /** The groups of the base system. */
    List<Word> groups() {
        return known.accounts().baseGroups().stream()
                .sorted()
                .map(group -> Word.value(group, "of the base system"))
                .toList();
    }

    /** Units that packages bring, then those of the base system. */
    List<Word> units(Set<String> packages) {
        var words = new ArrayList<Word>();
        known.units().of(packages).forEach(u -> words.add(unit(u, "")));
        known.units().ofBase().forEach(u -> words.add(unit(u, "of the base system")));
        return words;
    }

    private static Word unit(String name, String detail) {
        return new Word(References.shortUnit(name), Kind.UNIT, detail, "");
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

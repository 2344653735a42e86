package dev.coppice.model.complete;

import dev.coppice.model.complete.Proposal.Kind;
import dev.coppice.model.region.Keyboards;
import dev.coppice.model.region.Locales;
import dev.coppice.model.region.Named;
import dev.coppice.model.region.TimeZones;
import dev.coppice.model.rules.known.Known;
import dev.coppice.model.rules.known.SshdKeywords;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    /** The tables that rules look things up in. */
    Known known() {
        return known;
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
        return switch (field) {
            case "sshd.*" ->
                    sshd(path).stream()
                            .flatMap(keyword -> keyword.words().stream())
                            .map(word -> Word.value(word, ""))
                            .toList();
            case "kernel.modules[]" ->
                    known.modules().all().stream().map(m -> Word.value(m, "")).toList();
            default -> List.of();
        };
    }

    /** Whether a field takes nothing else than its values. */
    boolean closed(String field, YamlPath path) {
        return field.equals("sshd.*") && sshd(path).filter(k -> !k.words().isEmpty()).isPresent();
    }

    private Optional<SshdKeywords.Keyword> sshd(YamlPath path) {
        return path.steps().getLast() instanceof YamlPath.Key key
                ? known.sshd().find(key.name())
                : Optional.empty();
    }

    /** The keys of other mappings of names. */
    List<Word> keys(String field) {
        return switch (field) {
            case "localeSettings" -> CATEGORIES.stream().map(c -> Word.value(c, "")).toList();
            case "sshd" ->
                    known.sshd().all().stream().map(k -> Word.value(k.name(), takes(k))).toList();
            case "kernel.sysctl" ->
                    known.variables().all().stream().flatMap(this::variable).toList();
            default -> List.of();
        };
    }

    private static String takes(SshdKeywords.Keyword keyword) {
        return switch (keyword.kind()) {
            case "int" -> "number";
            case "text" -> "";
            default -> String.join(", ", keyword.kind().split("\\|"));
        };
    }

    /** Instead of for one interface people set a variable for all, or for those to come. */
    private Stream<Word> variable(String name) {
        String detail = known.variables().isNumber(name) ? "number" : "";
        return (name.contains("*") ? Stream.of("all", "default") : Stream.of(""))
                .map(face -> Word.value(name.replace("*", face), detail));
    }

    private static List<Word> words(List<Named> named) {
        return named.stream().map(n -> Word.value(n.value(), n.title())).toList();
    }
}

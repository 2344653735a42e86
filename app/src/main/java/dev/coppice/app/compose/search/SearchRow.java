package dev.coppice.app.compose.search;

import dev.coppice.model.schema.Field;
import dev.coppice.model.search.Hit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The words of a hit.
 *
 * @param title what it is
 * @param path where it stands, or would stand
 * @param about what it does
 * @param elsewhere what other systems call it
 * @param action what choosing it does, in a word or two
 * @param adds whether choosing it changes the spec
 */
record SearchRow(
        String title, String path, String about, String elsewhere, String action, boolean adds) {

    private static final int MOST_NAMES = 3;

    static SearchRow of(Hit hit) {
        return switch (hit) {
            case Hit.OfField field -> ofField(field);
            case Hit.OfValue value ->
                    new SearchRow(
                            value.value(),
                            value.path().toString(),
                            value.title(),
                            "",
                            "In the spec",
                            false);
        };
    }

    private static SearchRow ofField(Hit.OfField hit) {
        Field field = hit.field();
        boolean there = hit.there().isPresent();
        return new SearchRow(
                field.title(),
                hit.there().map(Object::toString).orElse(field.path()),
                firstSentence(field.text().documentation()),
                names(hit),
                there ? "In the spec" : "Add",
                !there);
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    /** The names of other systems, that which was found first. */
    private static String names(Hit.OfField hit) {
        Map<String, List<String>> bySystem = new LinkedHashMap<>();
        if (!hit.system().isEmpty()) {
            bySystem.computeIfAbsent(hit.system(), s -> new ArrayList<>()).add(hit.name());
        }
        for (Field.Elsewhere each : hit.field().elsewhere()) {
            List<String> names = bySystem.computeIfAbsent(each.system(), s -> new ArrayList<>());
            if (names.size() < MOST_NAMES && !names.contains(each.name())) {
                names.add(each.name());
            }
        }
        return bySystem.entrySet().stream()
                .map(e -> e.getKey() + "  " + String.join(", ", e.getValue()))
                .collect(Collectors.joining("   ·   "));
    }

    /** All of it for a screen reader. */
    String spoken() {
        return title + ", " + path + ", " + action + (about.isEmpty() ? "" : ". " + about);
    }
}

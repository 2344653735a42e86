package dev.coppice.model.rules.known;

import dev.coppice.model.bind.Words;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The keywords of sshd_config(5); their case does not matter. */
public final class SshdKeywords {

    private final Map<String, Keyword> keywords = new HashMap<>();

    private final Words words;

    SshdKeywords() {
        for (String row : TableFile.rows("sshd-keywords.txt")) {
            String[] columns = row.split("\t");
            keywords.put(columns[0].toLowerCase(Locale.ROOT), new Keyword(columns[0], columns[1]));
        }
        words = new Words(keywords.values().stream().map(Keyword::name).toList());
    }

    /**
     * A keyword.
     *
     * @param name as the manual writes it
     * @param kind words separated by bars, {@code int}, {@code time}, {@code port}, {@code text},
     *     {@code old NAME} for one with a new name, {@code gone} for one without effect
     */
    public record Keyword(String name, String kind) {

        /** The new name of an old keyword. */
        public Optional<String> newName() {
            return kind.startsWith("old ") ? Optional.of(kind.substring(4)) : Optional.empty();
        }

        /** Whether sshd reads it and does nothing. */
        public boolean gone() {
            return kind.equals("gone");
        }

        /** The words that it takes; empty when it takes others. */
        public List<String> words() {
            return kind.contains("|") ? List.of(kind.split("\\|")) : List.of();
        }
    }

    /** The keywords that do something, in the order of their names. */
    public List<Keyword> all() {
        return keywords.values().stream()
                .filter(keyword -> !keyword.gone() && keyword.newName().isEmpty())
                .sorted(Comparator.comparing(Keyword::name))
                .toList();
    }

    /** A keyword by its name in any case. */
    public Optional<Keyword> find(String name) {
        return Optional.ofNullable(keywords.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The nearest keyword. */
    public Optional<String> near(String name) {
        return words.near(name);
    }
}

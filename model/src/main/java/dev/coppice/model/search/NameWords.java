package dev.coppice.model.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name taken apart, once, so that many searches are quick.
 *
 * @param words its words in lower case; a hump of a camel starts one
 * @param whole the words in one
 * @param last what stands behind the last dot, in one; {@code <name>}, {@code *} and {@code []} do
 *     not count
 */
record NameWords(List<String> words, String whole, String last) {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ANY_NAME = Pattern.compile("\\.?(<[^>]*>|\\*|\\[])");

    static NameWords of(String name) {
        List<String> words = split(name);
        String bare = ANY_NAME.matcher(name).replaceAll("");
        String last = bare.substring(bare.lastIndexOf('.') + 1);
        return new NameWords(words, String.join("", words), String.join("", split(last)));
    }

    private static List<String> split(String name) {
        String apart = HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
        return BETWEEN.splitAsStream(apart).filter(word -> !word.isEmpty()).toList();
    }

    /** Whether each of some words starts a word of the name. */
    boolean startWith(List<String> typed) {
        return typed.stream().allMatch(t -> words.stream().anyMatch(word -> word.startsWith(t)));
    }
}

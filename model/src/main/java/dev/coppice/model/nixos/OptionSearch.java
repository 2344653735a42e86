package dev.coppice.model.nixos;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds options by words of their names. */
final class OptionSearch {

    private final List<String> words;

    OptionSearch(String typed) {
        this.words =
                Stream.of(typed.toLowerCase(Locale.ROOT).split("[\\s.]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    private record Hit(NixOption option, int quality) {}

    /** The best first; without any word nothing is found. */
    List<NixOption> among(Collection<NixOption> options, int limit) {
        if (words.isEmpty()) {
            return List.of();
        }
        return options.stream()
                .filter(option -> !option.readOnly())
                .map(option -> new Hit(option, quality(option.name())))
                .filter(hit -> hit.quality() >= 0)
                .sorted(
                        Comparator.comparingInt(Hit::quality)
                                .thenComparingInt(hit -> depth(hit.option().name()))
                                .thenComparing(hit -> hit.option().name()))
                .limit(limit)
                .map(Hit::option)
                .toList();
    }

    /** Smaller is better; negative for a name that lacks a word or has names of one's own. */
    private int quality(String name) {
        if (name.indexOf('<') >= 0 || name.indexOf('*') >= 0) {
            return -1;
        }
        String low = name.toLowerCase(Locale.ROOT);
        int quality = 0;
        for (String word : words) {
            int at = low.indexOf(word);
            if (at < 0) {
                return -1;
            }
            quality += fit(low, word, at);
        }
        return quality;
    }

    /** 0 for a whole step of the name, 1 for its beginning, 2 for any other part. */
    private static int fit(String name, String word, int first) {
        int best = 2;
        for (int at = first; at >= 0 && best > 0; at = name.indexOf(word, at + 1)) {
            if (at == 0 || name.charAt(at - 1) == '.') {
                int end = at + word.length();
                best = Math.min(best, end == name.length() || name.charAt(end) == '.' ? 0 : 1);
            }
        }
        return best;
    }

    private static int depth(String name) {
        return (int) name.chars().filter(c -> c == '.').count();
    }
}

package dev.coppice.model.export;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings sentences into the style of {@link FieldSupport#text()}. */
public final class Phrase {

    private static final Set<String> NAMES = Set.of("Coppice", "Debian", "Kairos", "Podman");

    private static final Pattern BETWEEN = Pattern.compile("(?<=[.?]) +(?=[A-Z])");

    private Phrase() {}

    /** Whole sentences, such as those of a finding, as one phrase, parted by semicolons. */
    public static String of(String... sentences) {
        return Stream.of(sentences)
                .flatMap(BETWEEN::splitAsStream)
                .map(Phrase::begin)
                .map(each -> each.endsWith(".") ? each.substring(0, each.length() - 1) : each)
                .collect(Collectors.joining("; "));
    }

    private static String begin(String sentence) {
        String first = sentence.split("[ ,:;]", 2)[0];
        return first.matches("[A-Z][a-z]*") && !NAMES.contains(first)
                ? sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1)
                : sentence;
    }
}

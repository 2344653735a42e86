package dev.coppice.model.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Spoils texts the way that people, merges and broken programs do: characters, words, lines. */
final class Mutator {

    private static final Pattern WORD = Pattern.compile("[\\w./@-]+|[ \\t]+|\\R|.", Pattern.DOTALL);

    private static final String[] SCRAPS = {
        "\t",
        "\n",
        "\r",
        "\r\n",
        "\n\n\n",
        ": ",
        ":\n",
        "- ",
        "{",
        "}",
        "[",
        "]",
        ",",
        "\"",
        "'",
        "|",
        "|+2\n",
        ">-\n",
        "&a ",
        "*a",
        "<<: *a\n",
        "<<: ",
        "!!str ",
        "!!binary ",
        "!<x> ",
        "# ",
        "~",
        "null",
        "true",
        "no",
        "0",
        "-1",
        "99999999999999999999",
        "1e9",
        "0x1F",
        ".nan",
        "2026-11-24",
        "\u0000",
        "\u0007",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "é",
        "日本",
        "🌳",
        "\uD83C",
        "\uDF33",
        "/",
        "..",
        "$6$",
        "8080:80",
        "users",
        "name",
        "checks",
        "services",
        "includes: [common.yaml]\n",
        "includes: [round.yaml]\n",
        "includes: [deep1.yaml]\n",
        "%YAML 1.2\n---\n",
        "%TAG ! x:\n",
        "...\n",
        "---\n",
        "? ",
        "=",
        "-----BEGIN PRIVATE KEY-----",
        "::",
        "10.0.0.1/99",
        "1000000h",
        "9999999G",
        "\\",
        "`",
        "%n%s"
    };

    private final Random random;
    private final List<String> donors;

    /**
     * A mutator.
     *
     * @param random what decides
     * @param donors texts whose words and lines turn up in others
     */
    Mutator(Random random, List<String> donors) {
        this.random = random;
        this.donors = donors;
    }

    /** The text, spoilt one to four times. */
    String mutate(String text) {
        String now = text;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            now =
                    switch (random.nextInt(3)) {
                        case 0 -> characters(now);
                        case 1 -> words(now);
                        default -> lines(now);
                    };
        }
        return now;
    }

    private String characters(String text) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(12));
        return switch (random.nextInt(7)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(at);
            case 2 -> text.substring(0, at) + text.substring(to);
            case 3 -> text.substring(0, to) + text.substring(at);
            case 4 -> text.replace("\n", random.nextBoolean() ? "\r\n" : "\r");
            default ->
                    text.substring(0, at)
                            + one(SCRAPS)
                            + text.substring(random.nextBoolean() ? at : to);
        };
    }

    private String words(String text) {
        List<String> words = split(text);
        if (words.isEmpty()) {
            return one(SCRAPS);
        }
        int at = random.nextInt(words.size());
        switch (random.nextInt(5)) {
            case 0 -> words.add(at, words.get(at));
            case 1 -> words.remove(at);
            case 2 -> swap(words, at, random.nextInt(words.size()));
            case 3 ->
                    words.set(at, SpecCorpus.VALUES.get(random.nextInt(SpecCorpus.VALUES.size())));
            default -> {
                List<String> others = split(donor());
                words.set(at, others.isEmpty() ? "" : others.get(random.nextInt(others.size())));
            }
        }
        return String.join("", words);
    }

    private String lines(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n)", -1)));
        int at = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(9)) {
            case 0 -> lines.add(at, line);
            case 1 -> lines.remove(at);
            case 2 -> swap(lines, at, other);
            case 3 -> lines.set(at, " ".repeat(1 + random.nextInt(4)) + line);
            case 4 -> lines.set(at, line.replaceFirst("^ {1," + (1 + random.nextInt(4)) + "}", ""));
            case 5 -> lines.set(at, "\t" + line);
            case 6 -> lines.set(at, line.stripTrailing());
            case 7 -> lines.add(other, lines.remove(at));
            default -> {
                String[] others = donor().split("(?<=\n)", -1);
                lines.add(at, others[random.nextInt(others.length)]);
            }
        }
        return String.join("", lines);
    }

    private String donor() {
        return donors.get(random.nextInt(donors.size()));
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }

    private static List<String> split(String text) {
        return new ArrayList<>(WORD.matcher(text).results().map(MatchResult::group).toList());
    }

    private static void swap(List<String> list, int one, int other) {
        String first = list.get(one);
        list.set(one, list.get(other));
        list.set(other, first);
    }
}

package dev.coppice.model.bind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The quick ways to a distance and to the nearest word find what the slow and plain ones find. */
class WordsTest {

    private static final int ROUNDS = 20_000;
    private static final String[] PARTS = {
        "a", "b", "c", "ab", "ba", "-", "_", "A", "x1", "net", "ten", "work", ".service", ".timer"
    };

    private final Random random = new Random(20261124);

    @Test
    void countsTheDistanceOfTheTextbook() {
        for (int round = 0; round < ROUNDS; round++) {
            String one = word();
            String other = random.nextBoolean() ? word() : spoilt(one);
            int right = plain(one, other);
            int most = random.nextInt(4);
            int found = EditDistance.between(one, other, most);
            if (right <= most) {
                assertThat(found).as("%s %s", one, other).isEqualTo(right);
            } else {
                assertThat(found).as("%s %s", one, other).isGreaterThan(most);
            }
        }
    }

    @Test
    void findsTheNearestWord() {
        for (int round = 0; round < ROUNDS / 10; round++) {
            List<String> words = new ArrayList<>();
            for (int i = random.nextInt(20); i >= 0; i--) {
                words.add(word());
            }
            String meant = words.get(random.nextInt(words.size()));
            String written = random.nextInt(4) == 0 ? word() : spoilt(meant);
            assertThat(new Words(words).near(written))
                    .as("%s in %s", written, words)
                    .isEqualTo(nearest(written, words));
        }
    }

    private static Optional<String> nearest(String written, List<String> words) {
        String normal = Words.normal(written);
        int bound = written.length() <= 3 ? 1 : written.length() <= 6 ? 2 : 3;
        int best = Math.min(bound, normal.length() - 1) + 1;
        Optional<String> found = Optional.empty();
        for (String word : words) {
            int distance = plain(normal, Words.normal(word));
            if (distance < best) {
                best = distance;
                found = Optional.of(word);
            }
        }
        return found;
    }

    private String word() {
        var word = new StringBuilder();
        for (int parts = 1 + random.nextInt(5); parts > 0; parts--) {
            word.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return word.toString();
    }

    private String spoilt(String word) {
        var spoilt = new StringBuilder(word);
        for (int times = random.nextInt(4); times > 0 && spoilt.length() > 1; times--) {
            int at = random.nextInt(spoilt.length() - 1);
            switch (random.nextInt(4)) {
                case 0 -> spoilt.deleteCharAt(at);
                case 1 -> spoilt.insert(at, 'b');
                case 2 -> spoilt.setCharAt(at, 'c');
                default -> spoilt.insert(at, spoilt.charAt(at + 1)).deleteCharAt(at + 2);
            }
        }
        return spoilt.toString();
    }

    /** Optimal string alignment over the whole table. */
    private static int plain(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
                boolean swapped =
                        i > 1
                                && j > 1
                                && a.charAt(i - 1) == b.charAt(j - 2)
                                && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}

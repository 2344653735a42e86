package dev.coppice.runner.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class LineDiffTest {

    @Test
    void showsOnlyWhatDiffers() {
        assertThat(LineDiff.of("", "")).isEmpty();
        assertThat(LineDiff.of("a\nb\n", "a\nb")).isEmpty();
        assertThat(LineDiff.of("a\nb\nc\n", "a\nc\nd\n")).containsExactly("-b", "+d");
        assertThat(LineDiff.of("", "a\n")).containsExactly("+a");
    }

    @Test
    void accountsForEveryLineOfRandomTexts() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<String> old = lines(random);
            List<String> fresh = lines(random);
            List<String> diff = LineDiff.of(String.join("\n", old), String.join("\n", fresh));
            long removed = diff.stream().filter(line -> line.startsWith("-")).count();
            long added = diff.stream().filter(line -> line.startsWith("+")).count();
            assertThat(old.size() - removed).isEqualTo(fresh.size() - added);
        }
    }

    @Test
    void staysQuickOnLargeTexts() {
        String old = "x\n".repeat(1) + "a\n".repeat(30_000);
        String fresh = "y\n".repeat(1) + "b\n".repeat(30_000);
        assertThat(LineDiff.of(old, fresh)).hasSize(60_002);
    }

    private static List<String> lines(Random random) {
        var lines = new ArrayList<String>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            lines.add(String.valueOf((char) ('a' + random.nextInt(4))));
        }
        return lines;
    }
}

package dev.coppice.app.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Random;

class AnsiTextTest {

    private static String of(String input) {
        var text = new AnsiText(10_000);
        text.append(input.getBytes(StandardCharsets.UTF_8));
        return text.toString();
    }

    @Test
    void coloursTitlesAndCharsetsAreLeftOut() {
        assertThat(of("\u001b[1;32m[  OK  ]\u001b[0m Started \u001b]0;title\u0007it.\r\n"))
                .isEqualTo("[  OK  ] Started it.\n");
        assertThat(of("\u001b(B\u001b]8;;x\u001b\\link\u001b[?25h\u001b=")).isEqualTo("link");
    }

    @Test
    void carriageReturnWritesOver() {
        assertThat(of("10%\r20%\r100%")).isEqualTo("100%");
        assertThat(of("a long line\rshort\u001b[K")).isEqualTo("short");
        assertThat(of("wrong\b\b\b\b\bright")).isEqualTo("right");
        assertThat(of("abc\u001b[2Dx")).isEqualTo("axc");
    }

    @Test
    void tabsAndErasing() {
        assertThat(of("a\tb")).isEqualTo("a       b");
        assertThat(of("one\r\ntwo\u001b[2K\rxy")).isEqualTo("one\nxy ");
    }

    @Test
    void aSystemdTickerLeavesOneLine() {
        String ticker =
                "[\u001b[0;31m*\u001b[0m     ] Job running (1s)\r"
                        + "\u001b[K[ \u001b[0;31m*\u001b[0m    ] Job running (2s)\r\u001b[K";
        assertThat(of(ticker + "[  OK  ] Finished.\r\n")).isEqualTo("[  OK  ] Finished.\n");
    }

    @Test
    void piecesMayBeCutAnywhere() {
        String input =
                "caf\u00e9 \u001b[1;31mred\u001b[0m \ud83d\ude00 x\r\ny\u001b]2;t\u001b\\z\r\n";
        byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var text = new AnsiText(10_000);
            var view = new StringBuilder();
            for (int at = 0; at < bytes.length; ) {
                int end = Math.min(bytes.length, at + 1 + random.nextInt(5));
                apply(view, text.append(java.util.Arrays.copyOfRange(bytes, at, end)));
                at = end;
            }
            assertThat(text.toString()).isEqualTo("caf\u00e9 red \ud83d\ude00 x\nyz\n");
            assertThat(view).hasToString(text.toString());
        }
    }

    private static void apply(StringBuilder view, AnsiText.Change change) {
        view.setLength(change.keep());
        view.append(change.tail());
    }

    @Test
    void theOldestLinesGoFirstAndTheViewFollows() {
        var text = new AnsiText(500);
        var view = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            apply(view, text.append("line %d\r\n".formatted(i).getBytes(StandardCharsets.UTF_8)));
            assertThat(view).hasToString(text.toString());
        }
        assertThat(text.toString()).hasSizeLessThanOrEqualTo(500).startsWith("line ");
        assertThat(text.toString()).endsWith("line 299\n");
    }

    @Test
    void noiseIsNeverAnError() {
        var random = new Random(11);
        for (int round = 0; round < 300; round++) {
            var text = new AnsiText(400);
            var view = new StringBuilder();
            for (int piece = 0; piece < 20; piece++) {
                byte[] bytes = new byte[random.nextInt(60)];
                random.nextBytes(bytes);
                for (int i = 0; i < bytes.length; i += 3) {
                    bytes[i] = (byte) "\u001b[\r\n\b;KJHCDG]1".charAt(random.nextInt(14));
                }
                apply(view, text.append(bytes));
                assertThat(view).hasToString(text.toString());
            }
        }
    }
}

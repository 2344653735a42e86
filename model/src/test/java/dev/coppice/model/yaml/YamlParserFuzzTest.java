package dev.coppice.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextRange;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;

/** Damaged texts: no exception, no hang, every place inside the text. */
class YamlParserFuzzTest {

    private static final int INPUTS = 30_000;

    private static final String SEED_TEXT =
            """
            # A spec
            spec: 1
            name: &n web-01 # \uD83D\uDE00
            base: { distribution: debian, release: "bookworm", 'x': [1, 2.5, ~] }
            users:
              - name: alice
                groups: [sudo, *n]
                keys:
                - "ssh \\u00e9 \\
                  more"
              - &b
                name: bob
                <<: {shell: /bin/sh}
            files:
              - path: /etc/motd
                content: |2-
                    indented
                  text
              - { path: x, content: >+
                 folded, mode: !!str 0644 }

            ? explicit
            : value
            kernel:   # none
            """;

    private static final String[] SCRAPS = {
        ":",
        ": ",
        "-",
        "- ",
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "  ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        " #",
        "&",
        "&a ",
        "*",
        "*a",
        "!",
        "!!str ",
        "!<",
        "|",
        "|+",
        ">",
        "'",
        "\"",
        "%",
        "%YAML 9",
        "@",
        "`",
        "?",
        "? ",
        "---",
        "\n---\n",
        "...",
        "\n...\n",
        "<<",
        "<<: ",
        "\\",
        "\\U00110000",
        "\\x",
        "~",
        "0",
        "9",
        "a",
        "\uD83D\uDE00",
        "\uD83D",
        "\uDE00",
        "\u0000",
        "\u0007",
        "\u007F",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "\uFFFF",
        "\u00A0",
        "|99",
        "%TAG ! tag:x,2000:\n---\n"
    };

    private final YamlParser parser = new YamlParser();

    @Test
    void everyTruncationIsRead() {
        assertTimeoutPreemptively(
                Duration.ofMinutes(3),
                () -> {
                    for (int i = 0; i <= SEED_TEXT.length(); i++) {
                        check(SEED_TEXT.substring(0, i));
                        check(SEED_TEXT.substring(i));
                    }
                });
    }

    @Test
    void everyMutationIsRead() {
        assertTimeoutPreemptively(
                Duration.ofMinutes(5),
                () -> {
                    var random = new Random(20_261_122);
                    for (int i = 0; i < INPUTS; i++) {
                        check(mutate(random));
                    }
                });
    }

    private static String mutate(Random random) {
        String base = random.nextInt(4) == 0 ? SEED_TEXT.replace("\n", "\r\n") : SEED_TEXT;
        int from = random.nextInt(3) == 0 ? random.nextInt(base.length()) : 0;
        var text = new StringBuilder(base.substring(from));
        for (int n = 1 + random.nextInt(6); n > 0; n--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(random.nextInt(8) == 0 ? 60 : 3));
            String scrap = random.nextInt(4) == 0 ? "" : SCRAPS[random.nextInt(SCRAPS.length)];
            text.replace(at, end, scrap);
        }
        return text.toString();
    }

    private void check(String text) {
        ParsedYaml parsed;
        try {
            parsed = parser.parse(new SpecText(text));
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("threw on: " + text, e);
        }
        for (Diagnostic problem : parsed.problems()) {
            inside(problem.range(), text);
            assertThat(problem.start())
                    .isEqualTo(new SpecText(text).positionAt(problem.range().start()));
        }
        parsed.root().ifPresent(root -> inside(root, text));
    }

    private static void inside(YNode node, String text) {
        inside(node.range(), text);
        switch (node) {
            case YNode.YScalar scalar -> assertThat(scalar.value()).isNotNull();
            case YNode.YSeq seq -> seq.items().forEach(item -> inside(item, text));
            case YNode.YMap map ->
                    map.entries()
                            .forEach(
                                    entry -> {
                                        inside(entry.key(), text);
                                        inside(entry.value(), text);
                                    });
        }
    }

    private static void inside(TextRange range, String text) {
        if (range.end() > text.length()) {
            throw new AssertionError(range + " is outside of: " + text);
        }
    }
}

package dev.coppice.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.DiagnosticPrinter;
import dev.coppice.model.examples.Example;
import dev.coppice.model.examples.Examples;
import dev.coppice.model.text.SpecText;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Whatever is typed: no exception, and every place inside the text. */
class AnalysisFuzzTest {

    /** {@code -Dcoppice.rounds=100000} for more. */
    private static final int ROUNDS = Integer.getInteger("coppice.rounds", 24_000);

    private static final long SEED = 20261122;

    private static final String[] SCRAPS = {
        "\t",
        "\n",
        "\r\n",
        ": ",
        "- ",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "'",
        "|",
        ">",
        "&a ",
        "*a",
        "<<: ",
        "!!str ",
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
        "\u0000",
        "\u0007",
        "\uFEFF",
        "é",
        "日本",
        "🌳",
        "\uD83C",
        "/",
        "..",
        "$6$",
        "8080:80",
        "users",
        "name",
        "checks",
        "services",
        "%YAML 1.2\n---\n",
        "...\n",
        "---\n",
        "? ",
        "=",
        "-----BEGIN PRIVATE KEY-----",
        "::",
        "10.0.0.1/99",
        "1000000h",
        "9999999G"
    };

    @Test
    void isTotal() {
        List<String> seeds = seeds();
        var random = new Random(SEED);
        var printer = new DiagnosticPrinter(true);
        for (int round = 0; round < ROUNDS; round++) {
            String text = mutate(seeds.get(random.nextInt(seeds.size())), random);
            List<Diagnostic> found;
            try {
                Analysis analysis = Specs.analyze(text);
                found = analysis.diagnostics();
                assertThat(analysis.spec().isPresent() || analysis.hasErrors())
                        .as("a spec or an error, round %d", round)
                        .isTrue();
                printer.print("system.yaml", new SpecText(text), found);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("round " + round + ", text:\n" + text, e);
            }
            for (Diagnostic d : found) {
                assertThat(d.range().end()).isLessThanOrEqualTo(text.length());
                assertThat(d.start())
                        .as("round %d: %s", round, d)
                        .isEqualTo(new SpecText(text).positionAt(d.range().start()));
            }
        }
    }

    private static List<String> seeds() {
        var seeds = new ArrayList<String>();
        new Examples().all().stream().map(Example::spec).forEach(seeds::add);
        Cases.all().forEach(one -> seeds.add(one.text()));
        Cases.all().forEach(one -> seeds.add(one.good()));
        return seeds;
    }

    private static String mutate(String seed, Random random) {
        String text = seed;
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(12));
            text =
                    switch (random.nextInt(6)) {
                        case 0 -> text.substring(0, at);
                        case 1 -> text.substring(0, at) + text.substring(to);
                        case 2 ->
                                text.substring(0, at) + text.substring(at, to) + text.substring(at);
                        case 3 -> text.replace("\n", "\r\n");
                        default ->
                                text.substring(0, at)
                                        + SCRAPS[random.nextInt(SCRAPS.length)]
                                        + text.substring(random.nextBoolean() ? at : to);
                    };
        }
        return text;
    }
}

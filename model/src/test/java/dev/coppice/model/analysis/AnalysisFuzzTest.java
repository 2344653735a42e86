package dev.coppice.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.DiagnosticPrinter;
import dev.coppice.model.text.SpecText;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whatever is typed, 100,000 texts and more: no exception, no hang, and a spec or an error, with
 * every place inside the text.
 */
class AnalysisFuzzTest {

    /** {@code -Dcoppice.rounds=1000000} for more. */
    private static final int ROUNDS = Integer.getInteger("coppice.rounds", 50_000);

    private static final long SEED = 20261122;

    /** As many are looked at under one watch, which starts a thread. */
    private static final int BATCH = 100;

    /** A thousand times as long as a batch takes: longer is a hang, on any computer. */
    private static final Duration HANG = Duration.ofSeconds(60);

    private final DiagnosticPrinter printer = new DiagnosticPrinter(true);

    @Test
    void isTotalWhereverASpecEnds() {
        List<String> seeds = new ArrayList<>(SpecCorpus.seeds());
        seeds.addAll(HardTexts.small());
        seeds.sort(Comparator.naturalOrder());
        String before = "";
        int count = 0;
        for (String seed : seeds) {
            int known = Math.min(mismatch(before, seed), seed.length());
            lookAt(
                    IntStream.rangeClosed(known, seed.length())
                            .mapToObj(to -> seed.substring(0, to)));
            count += seed.length() - known;
            before = seed;
        }
        assertThat(count).isGreaterThan(50_000);
    }

    /** How many characters two texts begin with in common. */
    private static int mismatch(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    @Test
    void isTotalWhateverIsSpoilt() {
        List<String> seeds = new ArrayList<>(SpecCorpus.seeds());
        seeds.addAll(HardTexts.small());
        var random = new Random(SEED);
        var mutator = new Mutator(random, seeds);
        lookAt(
                IntStream.range(0, ROUNDS)
                        .mapToObj(i -> mutator.mutate(seeds.get(random.nextInt(seeds.size())))));
    }

    @Test
    void isTotalWhateverItsSize() {
        List<String> large = HardTexts.large();
        var mutator = new Mutator(new Random(SEED), SpecCorpus.seeds());
        for (String text : large) {
            lookAt(Stream.of(text));
            lookAt(IntStream.range(0, ROUNDS / 3000).mapToObj(i -> mutator.mutate(text)));
        }
    }

    private void lookAt(Stream<String> texts) {
        var batch = new ArrayList<String>();
        texts.forEach(
                text -> {
                    batch.add(text);
                    if (batch.size() == BATCH) {
                        watch(batch);
                        batch.clear();
                    }
                });
        watch(batch);
    }

    private void watch(List<String> batch) {
        var current = new AtomicReference<>("");
        assertTimeoutPreemptively(
                HANG,
                () -> {
                    for (String text : batch) {
                        current.set(text);
                        try {
                            lookAt(text);
                        } catch (Exception | StackOverflowError | AssertionError e) {
                            throw new AssertionError("text:\n" + shown(text), e);
                        }
                    }
                },
                () -> "this text takes too long:\n" + shown(current.get()));
    }

    private void lookAt(String content) {
        Analysis analysis = Specs.analyze(content);
        List<Diagnostic> found = analysis.diagnostics();
        if (analysis.spec().isEmpty() && !analysis.hasErrors()) {
            throw new AssertionError("neither a spec nor an error");
        }
        var text = new SpecText(content);
        for (Diagnostic d : found) {
            boolean inside =
                    d.range().start() >= 0
                            && d.range().start() <= d.range().end()
                            && d.range().end() <= content.length()
                            && d.start().equals(text.positionAt(d.range().start()));
            if (!inside || d.message().isBlank()) {
                throw new AssertionError("wrong place: " + d);
            }
        }
        printer.print("system.yaml", text, found);
    }

    private static String shown(String text) {
        return text.length() > 5000 ? text.substring(0, 5000) + "..." : text;
    }
}

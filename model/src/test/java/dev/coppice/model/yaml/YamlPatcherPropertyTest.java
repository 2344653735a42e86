package dev.coppice.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.yaml.OracleModel.Pair;
import dev.coppice.model.yaml.OracleModel.Pairs;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A hundred thousand random edits of random documents, judged by an oracle: each is right, or
 * refused with a reason. {@code -Dcoppice.edits=1000000} makes a million, {@code -Dcoppice.seed=N}
 * others.
 */
class YamlPatcherPropertyTest {

    private static final int EDITS = Integer.getInteger("coppice.edits", 100_000);
    private static final long SEED = Long.getLong("coppice.seed", 20_261_122L);
    private static final int EDITS_PER_DOCUMENT = 8;
    private static final double MOST_REFUSALS = 0.002;
    private static final double MOST_REFUSED_MOVES = 0.03;

    /** Findings that do not stop an edit. */
    private static final Set<String> HARMLESS =
            Set.of(DiagnosticCode.DUPLICATE_KEY.id(), DiagnosticCode.YAML_TAG.id());

    /** How many edits of a kind there were. */
    private static final class Count {
        private int patched;
        private int refused;
        private int refusedPlain;
        private int plain;
    }

    private final YamlPatcher patcher = new YamlPatcher();
    private final YamlParser parser = new YamlParser();
    private final Map<String, Count> kinds = new TreeMap<>();
    private final Map<String, Integer> reasons = new HashMap<>();
    private int documents;
    private int edits;
    private long touched;

    /** The same by hand, for many more edits than a build has time for. */
    public static void main(String[] args) {
        new YamlPatcherPropertyTest().randomEditsAreRightOrRefused();
    }

    @Test
    void randomEditsAreRightOrRefused() {
        var random = new Random(SEED);
        while (edits < EDITS) {
            var yaml = new RandomYaml(new Random(random.nextLong()));
            String text = yaml.document();
            boolean plain = !yaml.hasAnchors() && !yaml.hasTags() && !yaml.hasDuplicates();
            documents++;
            edit(new SpecText(text), plain, new Random(random.nextLong()));
        }
        report();
        kinds.forEach(
                (kind, count) -> {
                    double refused = (double) count.refusedPlain / Math.max(1, count.plain);
                    if (kind.equals("Move") || kind.equals("Reorder")) {
                        assertThat(refused).as(kind).isLessThan(MOST_REFUSED_MOVES);
                    } else if (!kind.equals("Reshape")) {
                        assertThat(refused).as(kind).isLessThan(MOST_REFUSALS);
                    }
                });
        assertThat(kinds.keySet())
                .containsExactly(
                        "Insert",
                        "Move",
                        "Remove",
                        "RemoveDuplicate",
                        "Rename",
                        "Reorder",
                        "Reshape",
                        "Set");
    }

    private void edit(SpecText start, boolean plain, Random random) {
        SpecText text = start;
        Object before = OracleModel.load(text.content());
        assertThat(OracleModel.sameInOrder(parsed(text), before)).as(text.content()).isTrue();
        var ops = new RandomOps(random);
        for (int i = 0; i < EDITS_PER_DOCUMENT; i++) {
            YamlOp op = ops.op(before);
            Count count = kinds.computeIfAbsent(op.getClass().getSimpleName(), k -> new Count());
            count.plain += plain ? 1 : 0;
            edits++;
            switch (patcher.patch(text, "edit", List.of(op))) {
                case PatchResult.Refused(String reason) -> {
                    assertThat(reason).isNotBlank().endsWith(".");
                    count.refused++;
                    count.refusedPlain += plain ? 1 : 0;
                    String kind = op.getClass().getSimpleName();
                    reasons.merge(kind + ": " + general(reason), 1, Integer::sum);
                }
                case PatchResult.Patched done -> {
                    count.patched++;
                    PatcherTrial.judge(text, op, done.batch());
                    for (TextEdit edit : done.batch().edits()) {
                        touched += Math.max(edit.range().length(), edit.replacement().length());
                    }
                    text = text.apply(done.batch());
                    before = OracleModel.load(text.content());
                }
            }
        }
    }

    private static String general(String reason) {
        return reason.replaceAll("(?s)\"(?:[^\"]|\"(?=[^ .,:]))*\"", "\"...\"")
                .replaceAll("\\d+", "N");
    }

    private void report() {
        int patched = kinds.values().stream().mapToInt(c -> c.patched).sum();
        System.out.printf(
                "documents %d, edits %d, patched %d, refused %d, wrong 0, characters touched %.1f"
                        + " on average%n",
                documents, edits, patched, edits - patched, (double) touched / patched);
        kinds.forEach(
                (kind, c) ->
                        System.out.printf(
                                "  %-16s patched %7d, refused %6d (in plain documents %d of %d)%n",
                                kind, c.patched, c.refused, c.refusedPlain, c.plain));
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(30)
                .forEach(e -> System.out.printf("  %6d  %s%n", e.getValue(), e.getKey()));
    }

    /** The document by our own parser, as the oracle gives it. */
    private Object parsed(SpecText text) {
        ParsedYaml parsed = parser.parse(text);
        assertThat(parsed.problems())
                .extracting(Diagnostic::code)
                .as(text.content())
                .isSubsetOf(HARMLESS);
        assertThat(parsed.complete()).isTrue();
        return parsed.root().map(YamlPatcherPropertyTest::plain).orElse(null);
    }

    private static Object plain(YNode node) {
        return switch (node) {
            case YNode.YScalar scalar -> scalar(scalar);
            case YNode.YSeq seq ->
                    OracleModel.list(seq.items().stream().map(i -> plain(i)).toList());
            case YNode.YMap map ->
                    new Pairs(
                            map.entries().stream()
                                    .map(e -> new Pair(e.key().value(), plain(e.value()), false))
                                    .toList());
        };
    }

    private static Object scalar(YNode.YScalar scalar) {
        return switch (scalar.type()) {
            case NULL -> null;
            case BOOL -> Boolean.valueOf(scalar.value());
            case INT -> scalar.asLong().orElseThrow();
            case FLOAT -> Double.valueOf(scalar.value());
            case STRING -> scalar.value();
        };
    }
}

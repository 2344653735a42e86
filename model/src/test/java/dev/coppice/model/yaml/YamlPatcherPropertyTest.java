package dev.coppice.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hundred thousand random edits of random documents: each result must load as the oracle says,
 * keep all comments but those of what was removed, and be undone to the very same text.
 */
class YamlPatcherPropertyTest {

    private static final int EDITS = Integer.getInteger("coppice.edits", 100_000);
    private static final int EDITS_PER_DOCUMENT = 8;
    private static final double MOST_REFUSALS = 0.002;
    private static final Pattern COMMENT = Pattern.compile("#~(\\d+)~");

    private final YamlPatcher patcher = new YamlPatcher();
    private final YamlParser parser = new YamlParser();
    private int documents;
    private int patched;
    private int refusedPlain;
    private int refusedAnchored;
    private int plainEdits;
    private long touched;
    private final Map<String, Integer> reasons = new TreeMap<>();

    @Test
    void randomEditsAreRightAndSmall() {
        var random = new Random(20_261_122);
        while (patched < EDITS) {
            var yaml = new RandomYaml(new Random(random.nextLong()));
            String text = yaml.document();
            documents++;
            edit(new SpecText(text), yaml.hasAnchors(), new Random(random.nextLong()));
        }
        double rate = (double) refusedPlain / plainEdits;
        System.out.printf(
                "documents %d, edits patched %d, wrong 0, refused without anchors %d (%.4f %%),"
                        + " refused with anchors %d, characters touched %.1f on average%n",
                documents,
                patched,
                refusedPlain,
                rate * 100,
                refusedAnchored,
                (double) touched / patched);
        assertThat(rate).as("refused %s", reasons).isLessThan(MOST_REFUSALS);
    }

    private void edit(SpecText start, boolean anchored, Random random) {
        SpecText text = start;
        Object before = OracleModel.load(text.content());
        assertThat(toJava(text)).as(text.content()).isEqualTo(before);
        var ops = new RandomOps(random);
        for (int i = 0; i < EDITS_PER_DOCUMENT; i++) {
            YamlOp op = ops.op(before);
            Object expected = OracleModel.apply(OracleModel.copy(before), op);
            plainEdits += anchored ? 0 : 1;
            switch (patcher.patch(text, "edit", List.of(op))) {
                case PatchResult.Refused refused -> refuse(refused, anchored, text, op);
                case PatchResult.Patched done -> {
                    SpecText after = text.apply(done.batch());
                    check(text, op, done.batch(), after, before, expected);
                    text = after;
                    before = OracleModel.load(after.content());
                }
            }
        }
    }

    private void refuse(PatchResult.Refused refused, boolean anchored, SpecText text, YamlOp op) {
        if (anchored) {
            refusedAnchored++;
            return;
        }
        refusedPlain++;
        if (refusedPlain <= 3) {
            System.out.println("refused: " + op + "\n" + text.content() + "\n-- " + refused);
        }
        reasons.merge(op.getClass().getSimpleName(), 1, Integer::sum);
    }

    private void check(
            SpecText text,
            YamlOp op,
            EditBatch batch,
            SpecText after,
            Object before,
            Object expected) {
        patched++;
        String story = op + "\n" + text.content() + "\n-- becomes\n" + after.content();
        Object actual = load(after, story);
        boolean gone = expected instanceof Map<?, ?> map && map.isEmpty() && actual == null;
        if (!gone) {
            assertThat(actual).as(story).isEqualTo(expected);
            sameOrder(before, actual, story);
        }
        assertThat(after.apply(text.inverse(batch))).as(story).isEqualTo(text);
        commentsStay(text, op, after, story);
        lineBreaksStay(text, op, after, story);
        for (TextEdit edit : batch.edits()) {
            touched += Math.max(edit.range().length(), edit.replacement().length());
        }
    }

    private static Object load(SpecText text, String story) {
        try {
            return OracleModel.load(text.content());
        } catch (RuntimeException e) {
            throw new AssertionError(story, e);
        }
    }

    /** What both have stands in the same order. */
    private static void sameOrder(Object before, Object after, String story) {
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            List<Object> kept = new ArrayList<>(old.keySet());
            kept.retainAll(now.keySet());
            List<Object> found = new ArrayList<>(now.keySet());
            found.retainAll(old.keySet());
            assertThat(found).as(story).isEqualTo(kept);
            kept.forEach(key -> sameOrder(old.get(key), now.get(key), story));
        }
    }

    private static List<String> comments(String text) {
        var found = new ArrayList<String>();
        Matcher matcher = COMMENT.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private void commentsStay(SpecText text, YamlOp op, SpecText after, String story) {
        List<String> lost = comments(text.content());
        List<String> kept = comments(after.content());
        if (lost.equals(kept)) {
            return;
        }
        List<String> order = new ArrayList<>(lost);
        order.retainAll(kept);
        assertThat(kept).as(story).isEqualTo(order);
        lost.removeAll(kept);
        String removed = RemovedText.of(text, op);
        assertThat(comments(removed)).as(story).containsAll(lost);
    }

    private static void lineBreaksStay(SpecText text, YamlOp op, SpecText after, String story) {
        boolean crLf = text.content().contains("\r\n") && !op.toString().contains("\r");
        if (crLf) {
            assertThat(after.content().replace("\r\n", "")).as(story).doesNotContain("\n");
        }
    }

    /** The document by our own parser, as snakeyaml's loader gives it. */
    private Object toJava(SpecText text) {
        ParsedYaml parsed = parser.parse(text);
        assertThat(parsed.problems()).as(text.content()).isEmpty();
        assertThat(parsed.complete()).isTrue();
        return parsed.root().map(YamlPatcherPropertyTest::toJava).orElse(null);
    }

    private static Object toJava(YNode node) {
        return switch (node) {
            case YNode.YScalar scalar -> scalar(scalar);
            case YNode.YSeq seq ->
                    new ArrayList<>(seq.items().stream().map(i -> toJava(i)).toList());
            case YNode.YMap map -> {
                var fields = new LinkedHashMap<String, Object>();
                map.entries().forEach(e -> fields.put(e.key().value(), toJava(e.value())));
                yield fields;
            }
        };
    }

    private static Object scalar(YNode.YScalar scalar) {
        return switch (scalar.type()) {
            case NULL -> null;
            case BOOL -> Boolean.valueOf(scalar.value());
            case INT -> (int) scalar.asLong().orElseThrow();
            case FLOAT -> Double.valueOf(scalar.value());
            case STRING -> scalar.value();
        };
    }
}

package dev.coppice.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.yaml.OracleModel.Pair;
import dev.coppice.model.yaml.OracleModel.Pairs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges edits of the patcher by an oracle that shares no code with it: what the changed text
 * means, the order of what stays, its comments, its line breaks, and that it can be undone.
 */
final class PatcherTrial {

    private static final Pattern COMMENT = Pattern.compile("#~(\\d+)~");

    private PatcherTrial() {}

    /** Fails unless an edit did what it should and nothing else. */
    static void judge(SpecText text, YamlOp op, EditBatch batch) {
        SpecText after = text.apply(batch);
        String story = op + "\n" + text.content() + "\n-- becomes\n" + after.content();
        Object before = OracleModel.load(text.content());
        Object expected = OracleOps.apply(before, op);
        Object actual = load(after, story);
        boolean gone = expected instanceof Pairs map && map.pairs().isEmpty() && actual == null;
        if (op.isAboutForm()) {
            assertThat(OracleModel.sameInOrder(actual, expected)).as(story).isTrue();
        } else if (!gone) {
            assertThat(OracleModel.same(actual, expected)).as(story).isTrue();
            sameOrder(before, actual, story);
        }
        assertThat(after.apply(text.inverse(batch))).as(story).isEqualTo(text);
        commentsStay(text, op, after, story);
        lineBreaksStay(text, op, batch, story);
    }

    private static Object load(SpecText text, String story) {
        try {
            return OracleModel.load(text.content());
        } catch (RuntimeException e) {
            throw new AssertionError(story, e);
        }
    }

    /** What both have of their own, each key once, stands in the same order. */
    private static void sameOrder(Object before, Object after, String story) {
        if (before instanceof Pairs old && after instanceof Pairs now) {
            List<String> kept = own(old).stream().filter(own(now)::contains).toList();
            List<String> found = own(now).stream().filter(own(old)::contains).toList();
            assertThat(found).as(story).isEqualTo(kept);
            kept.forEach(key -> sameOrder(old.get(key), now.get(key), story));
        }
    }

    private static List<String> own(Pairs map) {
        List<String> keys = map.pairs().stream().filter(p -> !p.merged()).map(Pair::key).toList();
        return keys.stream().filter(k -> Collections.frequency(keys, k) == 1).toList();
    }

    private static List<String> comments(String text) {
        var found = new ArrayList<String>();
        Matcher matcher = COMMENT.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static void commentsStay(SpecText text, YamlOp op, SpecText after, String story) {
        List<String> lost = comments(text.content());
        List<String> kept = comments(after.content());
        if (op.isAboutForm()) {
            assertThat(kept).as(story).containsExactlyInAnyOrderElementsOf(lost);
            if (!(op instanceof YamlOp.Reshape)) {
                linesTravelWhole(text, op, after, story);
            }
            return;
        }
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

    /** In lists and mappings of lines, a comment stays on the line that it stood on. */
    private static void linesTravelWhole(SpecText text, YamlOp op, SpecText after, String story) {
        YamlPath collection =
                op instanceof YamlOp.Move move
                        ? move.path().parent()
                        : ((YamlOp.Reorder) op).list();
        if (OracleModel.hasLines(text.content(), collection)) {
            assertThat(linesOf(after)).as(story).isEqualTo(linesOf(text));
        }
    }

    /** The words on the line of each comment, without the dashes that a line may start with. */
    private static Map<String, String> linesOf(SpecText text) {
        var lines = new HashMap<String, String>();
        for (String line : text.content().split("\\R")) {
            Matcher matcher = COMMENT.matcher(line);
            if (matcher.find()) {
                lines.put(matcher.group(), line.replaceFirst("^[-\\s\\uFEFF]+", "").strip());
            }
        }
        return lines;
    }

    private static void lineBreaksStay(SpecText text, YamlOp op, EditBatch batch, String story) {
        String content = text.content();
        boolean ownBreaks = op.toString().contains("\r");
        boolean cr = content.contains("\r");
        boolean crOnly = cr && !content.contains("\n");
        for (TextEdit edit : batch.edits()) {
            String added = edit.replacement().replace("\r\n", "");
            if (cr && !ownBreaks && !crOnly) {
                assertThat(added).as(story).doesNotContain("\n");
            } else if (crOnly) {
                assertThat(edit.replacement()).as(story).doesNotContain("\n");
            } else if (!cr && !ownBreaks) {
                assertThat(added).as(story).doesNotContain("\r");
            }
        }
    }
}

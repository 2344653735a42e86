package dev.coppice.model.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Everything but one value stands in a text as it stood before, character by character.
 *
 * @param before the text before
 * @param after the text after
 * @param edited the path of the value
 */
record Untouched(String before, String after, YamlPath edited) {

    private static final Pattern COMMENT = Pattern.compile("#~[0-9]+~");

    /** Compares two trees of the texts, leaving out what was edited. */
    void check(YNode old, YNode now, YamlPath path, String what) {
        if (path.equals(edited)) {
            return;
        }
        switch (old) {
            case YNode.YScalar scalar ->
                    assertThat(words(after, now.range()))
                            .as("%s: %s", path, what)
                            .isEqualTo(words(before, scalar.range()));
            case YNode.YSeq seq -> {
                List<YNode> items = ((YNode.YSeq) now).items();
                boolean fewer = items.size() < seq.items().size();
                for (int i = 0; i < seq.items().size(); i++) {
                    YamlPath item = path.index(i);
                    boolean gone = fewer && item.equals(edited);
                    boolean behind = fewer && edited.parent().equals(path) && i > index();
                    if (!gone) {
                        check(seq.items().get(i), items.get(behind ? i - 1 : i), item, what);
                    }
                }
            }
            case YNode.YMap map -> {
                for (YNode.Entry entry : map.entries()) {
                    YamlPath below = path.key(entry.key().value());
                    if (!below.equals(edited)) {
                        YNode same = ((YNode.YMap) now).get(entry.key().value()).orElseThrow();
                        check(entry.value(), same, below, what);
                    }
                }
            }
        }
    }

    private int index() {
        return ((YamlPath.Index) edited.steps().getLast()).index();
    }

    /** No comment is lost. */
    void comments(String what) {
        COMMENT.matcher(before)
                .results()
                .forEach(comment -> assertThat(after).as(what).contains(comment.group()));
    }

    private static String words(String text, TextRange range) {
        return text.substring(range.start(), range.end());
    }
}

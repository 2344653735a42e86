package dev.coppice.app.compose.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.compose.editor.Finder.Found;
import dev.coppice.app.compose.editor.Finder.Query;
import dev.coppice.app.compose.editor.Finder.Replaced;
import dev.coppice.app.compose.editor.Finder.Unusable;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;

import org.junit.jupiter.api.Test;

class FinderTest {

    private static final String TEXT = "User: alice\nuser: bob\nusers:\n  - Alice\n";

    private static int count(String words, boolean matchCase, boolean wholeWord, boolean regex) {
        return ((Found) Finder.find(TEXT, new Query(words, matchCase, wholeWord, regex)))
                .places()
                .size();
    }

    private static String replaced(Query query, String by) {
        var edits = ((Replaced) Finder.replace(TEXT, query, by)).edits();
        return new SpecText(TEXT).apply(new EditBatch("Replace all", edits)).content();
    }

    @Test
    void caseAndWordsAsChosen() {
        assertThat(count("user", false, false, false)).isEqualTo(3);
        assertThat(count("user", true, false, false)).isEqualTo(2);
        assertThat(count("user", false, true, false)).isEqualTo(2);
        assertThat(count("alice.*", false, false, false)).isZero();
        assertThat(count("", false, false, false)).isZero();
    }

    @Test
    void patternsGoLineByLine() {
        assertThat(count("^user.*$", false, false, true)).isEqualTo(3);
        assertThat(count("x*", false, false, true)).as("nothing is no place").isZero();
    }

    @Test
    void whatCannotBeFoundSaysWhy() {
        assertThat(Finder.find(TEXT, new Query("(", false, false, true)))
                .isInstanceOf(Unusable.class);
        String wild = "a".repeat(60) + "!";
        assertThat(Finder.find(wild, new Query("(a|aa)+(b)?\\2$", false, false, true)))
                .isEqualTo(new Unusable("This regular expression takes too long."));
        assertThat(Finder.replace(TEXT, new Query("user", false, false, true), "$7"))
                .isInstanceOf(Unusable.class);
    }

    @Test
    void replacementsKnowGroupsInPatternsOnly() {
        assertThat(replaced(new Query("(u)ser", false, false, true), "$1x"))
                .isEqualTo("Ux: alice\nux: bob\nuxs:\n  - Alice\n");
        assertThat(replaced(new Query("alice", false, true, false), "$1"))
                .isEqualTo("User: $1\nuser: bob\nusers:\n  - $1\n");
    }
}

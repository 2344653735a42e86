package dev.coppice.app.compose.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.session.SpecFile;
import dev.coppice.app.session.SpecSession;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.text.TextRange;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class FindModelTest {

    private static final String TEXT = "# one\r\nname: one\r\ndescription: One two\r\n";

    private final SpecSession session =
            new SpecSession(
                    new SpecFile(Path.of("/nowhere/system.yaml")),
                    TEXT,
                    text -> new Analyzer().analyze(text, ProjectFiles.NONE),
                    Runnable::run,
                    Runnable::run);
    private final EditorViewModel editor = new EditorViewModel(session);
    private final List<TextRange> painted = new ArrayList<>();
    private final FindModel finds = new FindModel(editor, painted::addAll);

    FindModelTest() {
        session.observe(editor);
        editor.onSelect(range -> editor.selected(range.start(), range.end()));
    }

    private String selected() {
        TextRange range = editor.selection();
        return session.text().content().substring(range.start(), range.end());
    }

    @Test
    void typingLooksFromWhereItBegan() {
        editor.selected(3, 3);
        finds.open("");
        finds.words.set("o");
        finds.words.set("on");
        finds.words.set("one");
        assertThat(finds.statusProperty().get()).isEqualTo("2 of 3");
        assertThat(selected()).isEqualTo("one");
        finds.step(false);
        assertThat(selected()).isEqualTo("One");
        finds.step(false);
        assertThat(finds.statusProperty().get()).isEqualTo("1 of 3");
        finds.step(true);
        assertThat(finds.statusProperty().get()).isEqualTo("3 of 3");
        assertThat(painted).isNotEmpty();
        assertThat(finds.overlays()).hasSize(3);
        finds.close();
        assertThat(finds.overlays()).isEmpty();
    }

    @Test
    void whatIsNotThereFails() {
        finds.open("three");
        assertThat(finds.failedProperty().get()).isTrue();
        assertThat(finds.statusProperty().get()).isEqualTo("Nothing found");
        finds.regex.set(true);
        finds.words.set("(");
        assertThat(finds.failedProperty().get()).isTrue();
        finds.words.set("");
        assertThat(finds.failedProperty().get()).isFalse();
    }

    @Test
    void replacingOneGoesOn() {
        finds.open("one");
        finds.replacement.set("1");
        finds.replaceOne();
        assertThat(session.text().content()).startsWith("# 1\r\nname: one");
        assertThat(selected()).isEqualTo("one");
        finds.replaceOne();
        assertThat(session.text().content()).startsWith("# 1\r\nname: 1\r\n");
        assertThat(session.undoLabel()).contains("Replace");
    }

    @Test
    void replacingAllIsOneStep() {
        finds.open("");
        finds.regex.set(true);
        finds.words.set("(one)$");
        finds.replacement.set("$1\nmore");
        finds.replaceAll();
        assertThat(session.text().content())
                .isEqualTo("# one\r\nmore\r\nname: one\r\nmore\r\ndescription: One two\r\n");
        assertThat(finds.statusProperty().get()).isEqualTo("2 replaced");
        session.undo();
        assertThat(session.text().content()).isEqualTo(TEXT);
    }
}

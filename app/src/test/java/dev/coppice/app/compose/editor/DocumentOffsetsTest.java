package dev.coppice.app.compose.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.session.SpecFile;
import dev.coppice.app.session.SpecSession;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextRange;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

class DocumentOffsetsTest {

    @Test
    void crlfCountsOnceInTheEditor() {
        var offsets = new DocumentOffsets("a\r\nb\r\n\r\nc");
        assertThat(DocumentOffsets.document("a\r\nb\r\n\r\nc")).isEqualTo("a\nb\n\nc");
        assertThat(offsets.toDocument(0)).isZero();
        assertThat(offsets.toDocument(1)).isEqualTo(1);
        assertThat(offsets.toDocument(3)).isEqualTo(2);
        assertThat(offsets.toDocument(8)).isEqualTo(5);
        assertThat(offsets.toText(1)).isEqualTo(1);
        assertThat(offsets.toText(2)).isEqualTo(3);
        assertThat(offsets.toText(5)).isEqualTo(8);
        assertThat(offsets.forFile("x\ny")).isEqualTo("x\r\ny");
    }

    @Test
    void theWaysThereAndBackAgree() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            String content = content(random);
            String document = DocumentOffsets.document(content);
            var offsets = new DocumentOffsets(content);
            for (int at = 0; at <= document.length(); at++) {
                int inText = offsets.toText(at);
                assertThat(offsets.toDocument(inText)).isEqualTo(at);
                assertThat(DocumentOffsets.document(content.substring(0, inText)))
                        .isEqualTo(document.substring(0, at));
            }
        }
    }

    @Test
    void editsInTheEditorAreTheSameEditsInTheText() {
        var random = new Random(8);
        var analyzer = new Analyzer();
        for (int round = 0; round < 400; round++) {
            String content = content(random);
            var session =
                    new SpecSession(
                            new SpecFile(Path.of("/nowhere/system.yaml")),
                            content,
                            text -> analyzer.analyze(text, ProjectFiles.NONE),
                            Runnable::run,
                            Runnable::run);
            var model = new EditorViewModel(session);
            session.observe(model);
            var shown = new StringBuilder(model.document());
            model.onEdit(
                    change ->
                            change.edits()
                                    .reversed()
                                    .forEach(
                                            e ->
                                                    shown.replace(
                                                            e.start(), e.end(), e.replacement())));
            for (int i = 0; i < 10; i++) {
                int start = random.nextInt(shown.length() + 1);
                int end = start + random.nextInt(Math.min(3, shown.length() - start) + 1);
                String typed = "x\n".substring(0, random.nextInt(3));
                String removed = shown.substring(start, end);
                shown.replace(start, end, typed);
                model.typed(start, removed, typed, false);
                assertThat(model.document()).isEqualTo(shown.toString());
            }
            session.undo();
            session.redo();
            session.undo();
            session.undo();
            assertThat(model.document()).isEqualTo(shown.toString());
        }
    }

    @Test
    void anEditIsFoundNearItselfOnly() {
        var random = new Random(9);
        for (int round = 0; round < 20_000; round++) {
            String content = content(random);
            int start = random.nextInt(content.length() + 1);
            int end = start + random.nextInt(Math.min(4, content.length() - start) + 1);
            var edit = new TextEdit(new TextRange(start, end), content(random).substring(0, 1));
            var text = new SpecText(content);
            String after = text.apply(new EditBatch("Type", List.of(edit))).content();
            var near = new DocumentOffsets(content).after(content, edit, after);
            var whole = new DocumentOffsets(after);
            assertThat(near.forFile("\n")).isEqualTo(whole.forFile("\n"));
            for (int at = 0; at <= after.length(); at++) {
                assertThat(near.toDocument(at)).isEqualTo(whole.toDocument(at));
            }
        }
    }

    private static String content(Random random) {
        String[] pieces = {"a", "key: ", "\r\n", "\n", "\r\n", "é", "😀", "#"};
        var content = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            content.append(pieces[random.nextInt(pieces.length)]);
        }
        return content.toString();
    }
}

package dev.coppice.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class SpecSessionTest {

    private static final String TEXT = "spec: 1\r\nname: web\r\nhostname: web # here\r\n";

    private final List<EditBatch> edits = new ArrayList<>();
    private final List<Boolean> modified = new ArrayList<>();
    private final List<Analysis> analysed = new ArrayList<>();
    @TempDir private Path folder;

    private SpecSession session() throws IOException {
        Files.writeString(folder.resolve("system.yaml"), TEXT);
        SpecFile file = SpecFile.of(folder);
        var analyzer = new Analyzer();
        var session =
                new SpecSession(
                        file,
                        file.read(),
                        text -> analyzer.analyze(text, ProjectFiles.NONE),
                        Runnable::run,
                        Runnable::run);
        session.observe(
                new ProjectSession.Observer() {
                    @Override
                    public void textChanged(SpecText before, EditBatch edit, SpecText after) {
                        assertThat(before.apply(edit)).isEqualTo(after);
                        edits.add(edit);
                    }

                    @Override
                    public void modifiedChanged(boolean now) {
                        modified.add(now);
                    }

                    @Override
                    public void analysed(Analysis analysis) {
                        analysed.add(analysis);
                    }
                });
        return session;
    }

    private static EditBatch edit(String label, int start, int end, String text) {
        return new EditBatch(label, List.of(new TextEdit(new TextRange(start, end), text)));
    }

    @Test
    void editsUndoAndRedoAreToldAndAnalysed() throws IOException {
        SpecSession session = session();
        session.apply(edit("Change name", 15, 18, "mail"));
        assertThat(session.text().content()).contains("name: mail\r\n");
        assertThat(session.analysis().text()).isEqualTo(session.text());
        assertThat(session.undoLabel()).contains("Change name");

        session.undo();
        assertThat(session.text().content()).isEqualTo(TEXT);
        session.redo();
        assertThat(session.text().content()).contains("name: mail\r\n");
        assertThat(edits).hasSize(3);
        assertThat(analysed).hasSize(3);
        assertThat(modified).containsExactly(true, false, true);
    }

    @Test
    void replacingTouchesOnlyWhatDiffersAndKeepsLineEndsWhole() throws IOException {
        SpecSession session = session();
        session.replace(
                "Roll back", TEXT.replace("name: web\r\n", "name: web\r\nlocale: C.UTF-8\r\n"));

        TextEdit edit = edits.getFirst().edits().getFirst();
        assertThat(edit.replacement()).isEqualTo("locale: C.UTF-8\r\n");
        assertThat(edit.range().length()).isZero();
        session.undo();
        assertThat(session.text().content()).isEqualTo(TEXT);
    }

    @Test
    void savingReplacesTheFileAndKeepsItsPermissions() throws IOException {
        SpecSession session = session();
        Path path = folder.resolve("system.yaml");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));
        session.apply(edit("Change name", 15, 18, "mail"));
        session.file().write(session.text().content());
        session.saved(session.text().content());

        assertThat(session.modified()).isFalse();
        assertThat(Files.readString(path)).isEqualTo(session.text().content());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-rw----");
        assertThat(folder.toFile().list()).containsExactly("system.yaml");
    }

    @Test
    void aSymbolicLinkStaysOne() throws IOException {
        Path real = folder.resolve("elsewhere.yaml");
        Files.writeString(real, "spec: 1\n");
        Path link = Files.createSymbolicLink(folder.resolve("system.yaml"), real);

        new SpecFile(link).write("spec: 1\nname: a\n");

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(real)).isEqualTo("spec: 1\nname: a\n");
    }

    @Test
    void aFileThatIsNotTextIsRefusedWithWords() throws IOException {
        Files.write(folder.resolve("system.yaml"), new byte[] {'a', (byte) 0xff, 'b'});
        assertThatThrownBy(() -> SpecFile.of(folder).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not UTF-8 text. Save it as UTF-8");
        assertThatThrownBy(() -> SpecFile.of(folder.resolve("nowhere")).read())
                .isInstanceOf(IOException.class);
    }

    @Test
    void changesByAnotherProgramAreToldOnceForEachContent() throws IOException {
        SpecSession session = session();
        var told = new ArrayList<String>();
        var outside = new OutsideChanges(session, Runnable::run, Runnable::run, told::add);
        outside.look();
        assertThat(told).isEmpty();

        Files.writeString(folder.resolve("system.yaml"), "");
        outside.look();
        Files.writeString(folder.resolve("system.yaml"), "spec: 1\n");
        outside.look();
        assertThat(told).as("it may still be written").isEmpty();
        outside.look();
        outside.look();
        assertThat(told).containsExactly("spec: 1\n");

        session.keepOver("spec: 1\n");
        assertThat(session.modified()).isTrue();
        session.takeFromDisk("spec: 1\n");
        assertThat(session.modified()).isFalse();
        session.undo();
        assertThat(session.text().content()).isEqualTo(TEXT);
    }

    @Test
    void severalStepsAreUndoneAtOnceByTheirLabels() throws IOException {
        SpecSession session = session();
        session.replace("First", "a\n");
        session.replace("Second", "b\n");
        session.replace("Third", "c\n");
        assertThat(session.undoLabels()).containsExactly("Third", "Second", "First");
        session.undo(2);
        assertThat(session.text().content()).isEqualTo("a\n");
        assertThat(session.redoLabels()).containsExactly("Second", "Third");
        session.redo(2);
        assertThat(session.text().content()).isEqualTo("c\n");
        session.undo(9);
        assertThat(session.text().content()).isEqualTo(TEXT);
    }

    @Test
    void settingsSurviveARestart() throws IOException {
        var file = new UserSettingsFile(folder.resolve("config").resolve("window.properties"));
        assertThat(file.load()).isEqualTo(UserSettings.FIRST);
        var settings =
                UserSettings.FIRST
                        .with(UserSettings.Look.DARK)
                        .with(new UserSettings.Bounds(1, 2, 1280, 800), true)
                        .opened(folder.resolve("old"), Instant.parse("2026-01-02T03:04:05Z"))
                        .opened(folder, Instant.parse("2026-05-06T07:08:09Z"));
        file.save(settings);
        assertThat(file.load()).isEqualTo(settings);

        // An older version kept folders alone.
        Files.writeString(file.path(), "recent.0=/home/a/web\n");
        assertThat(file.load().recent())
                .containsExactly(new UserSettings.Recent(Path.of("/home/a/web"), Optional.empty()));

        Files.writeString(file.path(), "look=\\u00");
        assertThat(file.load()).isEqualTo(UserSettings.FIRST);
    }
}

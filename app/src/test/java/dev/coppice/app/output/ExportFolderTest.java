package dev.coppice.app.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coppice.app.output.FolderPlan.State;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Language;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.yaml.YamlPath;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

class ExportFolderTest {

    private static final String TARGET = "nixos";

    @TempDir Path temporary;
    private Path out;
    private ExportFolder folder;

    @BeforeEach
    void start() throws IOException {
        Path project = Files.createDirectory(temporary.resolve("project"));
        Files.writeString(project.resolve("motd"), "hello\n");
        out = temporary.resolve("out");
        folder = new ExportFolder(out, project);
    }

    private static ExportedFile text(String path, String content) {
        return new TextWriter("  ").line(content).file(path, Language.PLAIN);
    }

    private ExportFolder.Outcome write(ExportedFile... files) throws IOException {
        return folder.write(TARGET, Arrays.asList(files), List.of());
    }

    private static State state(FolderPlan plan, String path) {
        return plan.changes().stream()
                .filter(change -> change.path().equals(path))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void writesTextsProgramsAndCopies() throws IOException {
        ExportedFile program =
                new TextWriter("").line("#!/bin/sh").program("bin/go", Language.SHELL);
        ExportedFile copy = new ExportedFile.Copy("files/motd", "motd", YamlPath.of("files", 0));

        assertThat(write(text("a.nix", "{ }"), program, copy).written()).isTrue();

        assertThat(out.resolve("a.nix")).hasContent("{ }\n");
        assertThat(out.resolve("files/motd")).hasContent("hello\n");
        assertThat(Files.isExecutable(out.resolve("bin/go"))).isTrue();
        assertThat(Files.isExecutable(out.resolve("a.nix"))).isFalse();
        assertThat(Files.readString(out.resolve(".coppice-export.json")))
                .contains("nixos", "bin/go", "files/motd");
        try (Stream<Path> all = Files.walk(out)) {
            assertThat(all.filter(each -> each.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    @Test
    void replacesWhatItWroteAndLeavesTheSameAlone() throws IOException {
        write(text("a", "1"), text("b", "1"));
        var time = Files.getLastModifiedTime(out.resolve("b"));

        FolderPlan plan = write(text("a", "2"), text("b", "1")).plan();

        assertThat(state(plan, "a")).isEqualTo(State.UPDATED);
        assertThat(state(plan, "b")).isEqualTo(State.SAME);
        assertThat(out.resolve("a")).hasContent("2\n");
        assertThat(Files.getLastModifiedTime(out.resolve("b"))).isEqualTo(time);
        assertThat(folder.plan(TARGET, List.of(text("a", "2"), text("b", "1"))).nothingToDo())
                .isTrue();
    }

    @Test
    void neverReplacesAForeignFileUnasked() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("a"), "mine");

        ExportFolder.Outcome refused = write(text("a", "1"), text("b", "1"));

        assertThat(refused.written()).isFalse();
        assertThat(refused.plan().questions()).containsExactly("a");
        assertThat(out.resolve("a")).hasContent("mine");
        assertThat(out.resolve("b")).doesNotExist();

        folder.write(TARGET, List.of(text("a", "1")), List.of("a"));
        assertThat(out.resolve("a")).hasContent("1\n");
    }

    @Test
    void aForeignFileWithTheSameContentIsNoQuestion() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("a"), "1\n");
        assertThat(write(text("a", "1")).written()).isTrue();
        assertThat(write(text("a", "2")).written()).isTrue();
    }

    @Test
    void neverReplacesWhatSomebodyChangedSince() throws IOException {
        write(text("a", "1"));
        Files.writeString(out.resolve("a"), "1, and mine");

        ExportFolder.Outcome refused = write(text("a", "2"));

        assertThat(refused.written()).isFalse();
        assertThat(state(refused.plan(), "a")).isEqualTo(State.EDITED);
        assertThat(out.resolve("a")).hasContent("1, and mine");
    }

    @Test
    void removesWhatItNoLongerMakesWhenNobodyChangedIt() throws IOException {
        write(text("a", "1"), text("sub/old", "1"), text("kept", "1"));
        Files.writeString(out.resolve("kept"), "mine now");

        FolderPlan plan = write(text("a", "1")).plan();

        assertThat(state(plan, "sub/old")).isEqualTo(State.REMOVED);
        assertThat(state(plan, "kept")).isEqualTo(State.LEFT);
        assertThat(out.resolve("sub")).doesNotExist();
        assertThat(out.resolve("kept")).hasContent("mine now");
        assertThat(folder.plan(TARGET, List.of(text("a", "1"))).changes()).hasSize(1);
    }

    @Test
    void targetsInOneFolderDoNotTouchEachOther() throws IOException {
        write(text("a", "nixos"), text("README.md", "nixos"));

        ExportFolder.Outcome other =
                folder.write("kairos", List.of(text("README.md", "kairos")), List.of());

        assertThat(other.written()).isFalse();
        folder.write("kairos", List.of(text("cloud-config.yaml", "x")), List.of());
        assertThat(out.resolve("a")).exists();
        assertThat(write(text("a", "2"), text("README.md", "2")).written()).isTrue();
    }

    @Test
    void neverWritesThroughALink() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createDirectories(out);
        Files.createSymbolicLink(out.resolve("sub"), elsewhere);
        Files.writeString(temporary.resolve("secret"), "secret");
        Files.createSymbolicLink(out.resolve("a"), temporary.resolve("secret"));

        assertThatThrownBy(() -> write(text("sub/x", "1")))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("is no folder");
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(write(text("a", "1")).plan().questions()).containsExactly("a");
        folder.write(TARGET, List.of(text("a", "1")), List.of("a"));
        assertThat(temporary.resolve("secret")).hasContent("secret");
        assertThat(Files.isSymbolicLink(out.resolve("a"))).isFalse();
    }

    @Test
    void aFolderInTheWayAndAMissingSourceAreFailures() throws IOException {
        Files.createDirectories(out.resolve("a"));
        assertThatThrownBy(() -> write(text("a", "1"))).hasMessageContaining("is a folder");
        ExportedFile copy = new ExportedFile.Copy("x", "gone", YamlPath.of("files", 0));
        assertThatThrownBy(() -> write(copy)).hasMessageContaining("the project has no file gone");
    }

    /** A crash in between leaves files of which the manifest knows both contents. */
    @Test
    void aManifestThatKnowsBothContentsTakesEither() throws IOException {
        write(text("a", "1"));
        var both =
                new Manifest(
                        java.util.Map.of(
                                TARGET,
                                java.util.Map.of(
                                        "a",
                                        java.util.Set.of(
                                                Digests.of("1\n".getBytes()),
                                                Digests.of("2\n".getBytes())))));
        Files.writeString(out.resolve(Manifest.NAME), both.json());
        Files.writeString(out.resolve("a"), "2\n");
        assertThat(write(text("a", "3")).written()).isTrue();
    }

    @Test
    void aDamagedManifestMakesEveryFileForeign() throws IOException {
        write(text("a", "1"));
        Files.writeString(out.resolve(Manifest.NAME), "{ no");
        assertThat(write(text("a", "2")).plan().questions()).containsExactly("a");
        Files.writeString(out.resolve(Manifest.NAME), "{\"targets\": {\"nixos\": [1]}}");
        assertThat(write(text("a", "2")).plan().questions()).containsExactly("a");
    }
}

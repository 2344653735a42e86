package dev.coppice.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.FolderFiles;
import dev.coppice.model.analysis.Analyzer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A spec means something else once a file that it includes is another one. */
class OutsideIncludesTest {

    private static final String TEXT =
            """
            spec: 1
            name: web
            base: { distribution: debian, release: bookworm }
            includes: [common.yaml]
            """;

    @TempDir private Path folder;

    @Test
    void anIncludedFileIsFollowed() throws IOException {
        Files.writeString(folder.resolve("system.yaml"), TEXT);
        SpecFile file = SpecFile.of(folder);
        var analyzer = new Analyzer();
        var session =
                new SpecSession(
                        file,
                        file.read(),
                        text -> analyzer.analyze(text, new FolderFiles(folder)),
                        Runnable::run,
                        Runnable::run);
        var outside = new OutsideChanges(session, Runnable::run, Runnable::run, content -> {});
        assertThat(session.analysis().diagnostics()).hasSize(1);

        Path common = Files.writeString(folder.resolve("common.yaml"), "timezone: Asia/Tokyo\n");
        outside.look();
        assertThat(session.analysis().spec().orElseThrow().region().timezone())
                .isEqualTo("Asia/Tokyo");

        Files.writeString(common, "timezone: Europe/Paris\n");
        outside.look();
        assertThat(session.analysis().spec().orElseThrow().region().timezone())
                .isEqualTo("Europe/Paris");

        Files.delete(common);
        outside.look();
        assertThat(session.analysis().hasErrors()).isTrue();
    }
}

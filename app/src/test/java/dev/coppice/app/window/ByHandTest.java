package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.ExampleProject;
import dev.coppice.app.Ui;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;
import dev.coppice.model.examples.Example;
import dev.coppice.model.examples.Examples;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode.YMap;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Examples made anew from an empty file, in the form only: once by keyboard alone, once with every
 * command by mouse. What comes out is the system that the example describes.
 */
@Tag("window")
class ByHandTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"web-server", "dev-box"})
    void byKeyboardAlone(String id) throws Exception {
        make(id, KeyboardPerson::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web-server", "dev-box"})
    void byMouse(String id) throws Exception {
        make(id, MousePerson::new);
    }

    private void make(String id, Function<OpenProject, Person> somebody) throws Exception {
        Example example =
                new Examples()
                        .all().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
        Path project = folder.resolve(id);
        ExampleProject.create(example, project);
        Files.writeString(project.resolve("system.yaml"), "spec: 1\n");
        ProjectFiles any = path -> Optional.of(1L);
        var wanted = new Analyzer().analyze(new SpecText(example.spec()), any);
        try (var open = new OpenProject(project)) {
            new Filler(open, somebody.apply(open)).fill((YMap) wanted.tree().orElseThrow());
            open.settle();
            var made = Ui.fx(() -> open.fixture.session.analysis());
            assertThat(made.diagnostics()).as(made.text().content()).isEmpty();
            assertThat(made.spec()).isEqualTo(wanted.spec());
        }
    }
}

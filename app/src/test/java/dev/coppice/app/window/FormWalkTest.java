package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.ExampleProject;
import dev.coppice.app.TabWalk;
import dev.coppice.app.Ui;
import dev.coppice.model.examples.Example;
import dev.coppice.model.examples.Examples;
import dev.coppice.model.schema.Section;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * Every form of every example can be walked with Tab from its first input to its last and back, and
 * every stop has a name for screen readers.
 */
@Tag("window")
class FormWalkTest {

    @TempDir private Path folder;

    @Test
    void ofAllExamples() throws Exception {
        for (Example example : new Examples().all()) {
            Path project = folder.resolve(example.id());
            ExampleProject.create(example, project);
            walk(example.id(), project);
        }
    }

    @Test
    void ofASpecWithEverythingAndErrors() throws Exception {
        walk("every form", everything("every"));
    }

    private Path everything(String name) throws IOException {
        Path project = Files.createDirectories(folder.resolve(name));
        try (InputStream in = FormWalkTest.class.getResourceAsStream("every-form.yaml")) {
            Files.write(project.resolve("system.yaml"), in.readAllBytes());
        }
        return project;
    }

    @Test
    void ofTheWholeWindow() throws Exception {
        // With errors, so that the list of problems is there.
        Path project = everything("whole");
        try (var open = new OpenProject(project)) {
            open.show(Section.USERS);
            Ui.run(
                    () -> {
                        var walk = TabWalk.of("the window", open.stage.getScene().getRoot());
                        assertThat(walk.stops())
                                .contains(
                                        open.node("#project-menu"),
                                        open.node("#outline"),
                                        open.node("#spec-text"),
                                        open.node("#problems"));
                        walk.assertNamed().assertInOrder().assertWalked();
                    });
        }
    }

    private static void walk(String name, Path project) throws Exception {
        try (var open = new OpenProject(project)) {
            for (Section section : Section.values()) {
                open.show(section);
                Ui.fx(
                        () -> {
                            openCards(open.node(".form-pane"));
                            return null;
                        });
                open.settle();
                Ui.pulse();
                String where = name + ", " + section.title();
                Ui.run(
                        () -> {
                            var walk = TabWalk.of(where, open.node(".form-scroll"));
                            assertThat(walk.stops()).as("inputs of %s", where).isNotEmpty();
                            walk.assertNamed().assertInOrder().assertWalked().assertLeft();
                        });
            }
        }
    }

    private static void openCards(Node node) {
        if (node instanceof ToggleButton head && head.getStyleClass().contains("item-head")) {
            head.setSelected(true);
        }
        if (node instanceof Parent parent) {
            new ArrayList<>(parent.getChildrenUnmodifiable()).forEach(FormWalkTest::openCards);
        }
    }
}

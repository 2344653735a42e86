package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Ui;
import dev.coppice.model.schema.Section;

import javafx.scene.control.Label;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rows of the form say what an included file gives them, and follow the text. */
@Tag("window")
class InheritedWindowTest {

    private static final String SPEC =
            """
            spec: 1
            name: web
            base: { distribution: debian, release: bookworm }
            includes: [common.yaml]
            timezone: Europe/Vienna
            packages: [nginx]
            users: [{ name: bob }]
            """;

    @TempDir private Path folder;

    @Test
    void valuesListsAndRecordsSayWhatTheyInherit() throws Exception {
        Path project = Files.createDirectories(folder.resolve("web"));
        Files.writeString(project.resolve("system.yaml"), SPEC);
        Files.writeString(
                project.resolve("common.yaml"),
                """
                timezone: Asia/Tokyo
                locale: de_AT.UTF-8
                packages: [curl, vim, nginx]
                users: [{ name: alice, fullName: Alice }]
                """);
        try (var open = new OpenProject(project)) {
            open.show(Section.REGION);
            assertThat(notes(open))
                    .containsExactly(
                            "Instead of \u201cAsia/Tokyo\u201d from common.yaml",
                            "\u201cde_AT.UTF-8\u201d from common.yaml");
            open.show(Section.PACKAGES);
            assertThat(notes(open)).containsExactly("Also from common.yaml: curl, vim, nginx");
            open.show(Section.USERS);
            assertThat(notes(open)).containsExactly("Also from common.yaml: alice");

            Ui.fx(
                    () -> {
                        open.fixture.session.replace(
                                "Type",
                                SPEC.replace("timezone: Europe/Vienna\n", "")
                                        .replace("packages: [nginx]\n", ""));
                        return null;
                    });
            open.show(Section.REGION);
            assertThat(notes(open)).contains("\u201cAsia/Tokyo\u201d from common.yaml");
            open.show(Section.PACKAGES);
            assertThat(notes(open)).containsExactly("From common.yaml: curl, vim, nginx");
        }
    }

    /** The notes that can be seen. */
    private static List<String> notes(OpenProject open) {
        return Ui.fx(
                () ->
                        open.node(".form-pane").lookupAll(".inherited").stream()
                                .filter(node -> node.isVisible() && node.isManaged())
                                .map(node -> ((Label) node).getText())
                                .toList());
    }
}

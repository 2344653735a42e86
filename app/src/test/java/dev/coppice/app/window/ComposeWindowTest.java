package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.ExampleProject;
import dev.coppice.app.Hands;
import dev.coppice.app.Ui;
import dev.coppice.model.examples.Examples;
import dev.coppice.model.schema.Section;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** The story of a person who composes a spec, in the real window. */
@Tag("window")
class ComposeWindowTest {

    private final Hands hands = new Hands();
    @TempDir private Path folder;
    private Path project;
    private OpenProject open;
    private Stage stage;
    private WindowFixture fixture;
    private String original;

    @BeforeEach
    void openProject() throws Exception {
        project = folder.resolve("web");
        ExampleProject.create(new Examples().standard(), project);
        original = Files.readString(project.resolve("system.yaml"));
        open = new OpenProject(project);
        stage = open.stage;
        fixture = open.fixture;
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    @Test
    void aFormEditChangesOnlyItsCharacters() {
        type("#field-hostname", "mail-02");

        assertThat(text()).isEqualTo(original.replace("hostname: web-01\n", "hostname: mail-02\n"));
        assertThat(area().getText()).isEqualTo(text());
        assertThat(label("#undo")).startsWith("Undo: change host name");

        hands.push(KeyCode.CONTROL, KeyCode.Z);
        settle();
        assertThat(text()).isEqualTo(original);
        assertThat(this.<TextField>node("#field-hostname").getText()).isEqualTo("web-01");
    }

    @Test
    void brokenTextLeavesTheFormWithItsLastGoodState() {
        int at = original.indexOf("web-01");
        fx(
                () -> {
                    area().requestFocus();
                    area().replaceText(at, at + 6, "[web-01");
                    return null;
                });
        settle();

        assertThat(node("#form-banner").isVisible()).isTrue();
        assertThat(this.<TextField>node("#field-hostname").getText()).isEqualTo("web-01");
        assertThat(node("#field-hostname").isDisabled()).isTrue();
        assertThat(fixture.session.analysis().hasErrors()).isTrue();
        assertThat(node("#build-boot").isDisabled()).isTrue();
        var problem = fixture.session.analysis().diagnostics().getFirst();
        String marked = waves("wave-error");
        assertThat(marked)
                .as("%s at %s", problem.message(), problem.start())
                .isEqualTo(
                        text().substring(problem.range().start(), problem.range().end())
                                .replace("\n", ""));

        hands.push(KeyCode.CONTROL, KeyCode.Z);
        settle();
        assertThat(text()).isEqualTo(original);
        assertThat(node("#form-banner").isVisible()).isFalse();
        assertThat(node("#field-hostname").isDisabled()).isFalse();
        assertThat(waves("wave-error")).isEmpty();
    }

    @Test
    void formAndTextAreUndoneInOneOrder() {
        type("#field-hostname", "mail-02");
        fx(
                () -> {
                    area().requestFocus();
                    area().replaceText(0, 0, "# mine\n");
                    return null;
                });
        settle();
        type("#field-description", "Letters");
        assertThat(text()).startsWith("# mine\n").contains("description: Letters\n");

        clickUndo();
        assertThat(text()).startsWith("# mine\n").contains("description: A web server");
        clickUndo();
        assertThat(text()).doesNotContain("# mine").contains("mail-02");
        clickUndo();
        assertThat(text()).isEqualTo(original);
    }

    @Test
    void theCursorOfTheTextChoosesTheFormAndTheFormShowsItsLine() {
        fx(
                () -> {
                    area().requestFocus();
                    area().moveTo(original.indexOf("nginx  "));
                    return null;
                });
        settle();
        assertThat(fx(() -> this.<Label>node(".form-title").getText())).isEqualTo("Packages");
        assertThat(node("#field-packages-0").getScene()).isNotNull();

        fx(
                () -> {
                    node("#field-packages-1").requestFocus();
                    return null;
                });
        settle();
        int line = original.substring(0, original.indexOf("- openssh")).split("\n", -1).length - 1;
        assertThat(fx(() -> area().getParagraph(line).getParagraphStyle()))
                .containsExactly("revealed");
    }

    @Test
    void listsGrowAndShrinkInTheForm() {
        fx(
                () -> {
                    area().requestFocus();
                    area().moveTo(original.indexOf("packages:"));
                    return null;
                });
        settle();
        hands.clickOn(() -> node("#field-packages-add"));
        fx(
                () -> {
                    this.<TextField>node("#field-packages-add").setText("htop");
                    return null;
                });
        hands.push(KeyCode.ENTER);
        settle();
        assertThat(text()).isEqualTo(original.replace("  - sudo\n", "  - sudo\n  - htop\n"));
        clickUndo();
        assertThat(text()).isEqualTo(original);
    }

    @Test
    void carriageReturnsStay() throws Exception {
        Files.writeString(project.resolve("system.yaml"), original.replace("\n", "\r\n"));
        fx(
                () -> {
                    fixture.window.open(project);
                    return null;
                });
        Ui.await(() -> fixture.session.text().content().contains("\r\n"));
        settle();
        type("#field-hostname", "mail-02");
        fx(
                () -> {
                    area().requestFocus();
                    area().appendText("# end\n");
                    return null;
                });
        settle();
        assertThat(text())
                .isEqualTo(
                        (original.replace("hostname: web-01", "hostname: mail-02") + "# end\n")
                                .replace("\n", "\r\n"));
        hands.push(KeyCode.CONTROL, KeyCode.S);
        Ui.await(() -> !fixture.session.modified());
        assertThat(Files.readString(project.resolve("system.yaml"))).isEqualTo(text());
    }

    @Test
    void buildAndBootTakesTheTextAsItIs() {
        type("#field-hostname", "mail-02");
        hands.clickOn(() -> node("#build-boot"));
        settle();
        assertThat(fixture.built).hasSize(1);
        assertThat(fixture.built.getFirst().text().content()).contains("mail-02");
        assertThat(fixture.session.modified()).isTrue();
    }

    @Test
    void arrowsInTheRailMarkNoPlaceThatIsNotShown() {
        fx(
                () -> {
                    node("#rail-compose").requestFocus();
                    return null;
                });
        hands.push(2, KeyCode.DOWN);
        settle();
        assertThat(fx(() -> this.<ToggleButton>node("#rail-compose").isSelected())).isTrue();
        assertThat(fx(() -> this.<ToggleButton>node("#rail-build").isSelected())).isFalse();
    }

    @Test
    void everyControlHasANameForScreenReaders() {
        for (int section = 0; section < Section.values().length; section++) {
            int index = section;
            fx(
                    () -> {
                        this.<javafx.scene.control.ListView<?>>node("#outline")
                                .getSelectionModel()
                                .select(index);
                        return null;
                    });
            settle();
            for (Node node : fx(() -> stops(stage.getScene().getRoot()))) {
                String name =
                        node instanceof javafx.scene.control.Labeled labeled
                                        && node.getAccessibleText() == null
                                ? labeled.getText()
                                : node.getAccessibleText();
                assertThat(name).as("name of %s in section %s", node, section).isNotBlank();
            }
        }
    }

    private static List<Node> stops(Node root) {
        return Ui.seen(root).stream().filter(Node::isFocusTraversable).toList();
    }

    private void type(String field, String text) {
        fx(
                () -> {
                    TextField input = node(field);
                    input.requestFocus();
                    input.selectAll();
                    input.replaceSelection(text);
                    return null;
                });
        settle();
    }

    private void clickUndo() {
        fx(
                () -> {
                    this.<Button>node("#undo").fire();
                    return null;
                });
        settle();
    }

    private String waves(String style) {
        return fx(
                () -> {
                    var marked = new StringBuilder();
                    for (int i = 0; i < area().getLength(); i++) {
                        if (area().getStyleOfChar(i).contains(style)) {
                            marked.append(area().getText(i, i + 1).replace("\n", ""));
                        }
                    }
                    return marked.toString();
                });
    }

    private String label(String id) {
        return fx(() -> node(id).getAccessibleText());
    }

    private CodeArea area() {
        return node("#spec-text");
    }

    private String text() {
        return fx(() -> fixture.session.text().content());
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T node(String id) {
        return (T) stage.getScene().lookup(id);
    }

    private static <T> T fx(Callable<T> action) {
        return Ui.fx(action);
    }

    private void settle() {
        open.settle();
    }
}

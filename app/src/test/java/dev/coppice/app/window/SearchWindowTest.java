package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.ExampleProject;
import dev.coppice.app.Hands;
import dev.coppice.app.Ui;
import dev.coppice.model.examples.Examples;
import dev.coppice.model.schema.Section;

import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
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
import java.util.concurrent.Callable;

/** The search over everything, in the real window. */
@Tag("window")
class SearchWindowTest {

    private final Hands hands = new Hands();
    @TempDir private Path folder;
    private OpenProject open;
    private Stage stage;
    private WindowFixture fixture;
    private String original;

    @BeforeEach
    void openProject() throws Exception {
        Path project = folder.resolve("web");
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
    void aFieldIsAddedUnderTheNameOfAnotherSystem() {
        search("networking.nameservers");
        press(KeyCode.ENTER);

        assertThat(text()).contains("\n  nameservers:");
        assertThat(fx(() -> node("#search").isVisible())).isFalse();
        CodeArea area = node("#spec-text");
        assertThat(fx(() -> area.getParagraph(area.getCurrentParagraph()).getText()))
                .startsWith("  nameservers:");
        ListView<?> outline = node("#outline");
        assertThat(fx(() -> outline.getSelectionModel().getSelectedItem()))
                .isEqualTo(Section.NETWORK);
        assertThat(fx(() -> node("#undo").getAccessibleText()))
                .startsWith("Undo: add name servers");

        hands.push(KeyCode.CONTROL, KeyCode.Z);
        settle();
        assertThat(text()).as("one step").isEqualTo(original);
    }

    @Test
    void isOpenedFromEveryPage() {
        hands.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        settle();
        assertThat(fx(() -> stage.getScene().lookup("#search"))).isNull();
        hands.push(KeyCode.CONTROL, KeyCode.K);
        settle();
        assertThat(fx(() -> node("#search").isVisible())).isTrue();
        assertThat(fx(() -> stage.getScene().getFocusOwner().getId())).isEqualTo("search-field");
    }

    @Test
    void aValueIsFoundAndGoneTo() {
        search("/etc/motd");
        press(KeyCode.ENTER);

        CodeArea area = node("#spec-text");
        assertThat(fx(() -> area.getParagraph(area.getCurrentParagraph()).getText()))
                .contains("/etc/motd");
        assertThat(text()).isEqualTo(original);
    }

    @Test
    void arrowsChooseAndEscapeLeavesEverythingAsItIs() {
        search("host");
        ListView<?> hits = node("#search-hits");
        assertThat(fx(() -> hits.getSelectionModel().getSelectedIndex())).isZero();
        press(KeyCode.DOWN);
        assertThat(fx(() -> hits.getSelectionModel().getSelectedIndex())).isOne();
        assertThat(fx(() -> stage.getScene().getFocusOwner().getId())).isEqualTo("search-field");
        press(KeyCode.ESCAPE);
        assertThat(fx(() -> node("#search").isVisible())).isFalse();
        assertThat(fx(() -> stage.getScene().getFocusOwner().getId())).isEqualTo("spec-text");
        assertThat(text()).isEqualTo(original);
    }

    @Test
    void theMouseIsEnough() {
        hands.clickOn(() -> node("#search-everything"));
        Ui.await(
                "the search",
                () ->
                        stage.getScene().getFocusOwner() instanceof Node focused
                                && "search-field".equals(focused.getId()));
        hands.write("fontsize");
        settle();
        Ui.await("a hit", () -> hit().getAccessibleText().contains("console.fontSize"));
        assertThat(fx(() -> hit().getAccessibleText())).contains("Add");
        hands.clickOn(SearchWindowTest::hit);
        Ui.await("the field", () -> !text().equals(original));
        settle();
        assertThat(text()).contains("\nconsole:").contains("fontSize: ");
    }

    private static Node hit() {
        return Ui.find(n -> n instanceof IndexedCell<?> cell && isHit(cell)).orElseThrow();
    }

    private static boolean isHit(IndexedCell<?> cell) {
        return cell.getStyleClass().contains("search-cell") && cell.getIndex() == 0;
    }

    private void search(String words) {
        hands.clickOn(() -> node("#spec-text"));
        hands.push(KeyCode.CONTROL, KeyCode.K);
        settle();
        hands.write(words);
        settle();
    }

    private void press(KeyCode key) {
        hands.push(key);
        settle();
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

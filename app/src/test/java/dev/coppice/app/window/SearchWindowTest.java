package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.ExampleProject;
import dev.coppice.model.examples.Examples;
import dev.coppice.model.schema.Section;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** The search over everything, in the real window. */
@Tag("window")
class SearchWindowTest {

    private final FxRobot robot = new FxRobot();
    @TempDir private Path folder;
    private Stage stage;
    private WindowFixture fixture;
    private String original;

    @BeforeEach
    void open() throws Exception {
        String display = System.getenv("DISPLAY");
        Assumptions.assumeTrue(
                display != null && !display.isEmpty(),
                "no DISPLAY: window tests need one, Xvfb with a window manager will do");
        Path project = folder.resolve("web");
        ExampleProject.create(new Examples().standard(), project);
        original = Files.readString(project.resolve("system.yaml"));
        FxToolkit.registerPrimaryStage();
        stage = fx(Stage::new);
        fixture = fx(() -> new WindowFixture(stage, project, folder.resolve("window.properties")));
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> fx(() -> stage.isShowing() && stage.isFocused()));
        settle();
    }

    @AfterEach
    void close() {
        if (fixture != null) {
            Platform.runLater(stage::hide);
            fixture.close();
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

        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        settle();
        assertThat(text()).as("one step").isEqualTo(original);
    }

    @Test
    void isOpenedFromEveryPage() {
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT4).release(KeyCode.DIGIT4, KeyCode.CONTROL);
        settle();
        assertThat(fx(() -> stage.getScene().lookup("#search"))).isNull();
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
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
        robot.clickOn("#search-everything");
        settle();
        robot.write("fontsize");
        settle();
        IndexedCell<?> cell =
                robot.lookup((Node n) -> n instanceof IndexedCell<?> c && isHit(c)).query();
        assertThat(cell.getAccessibleText()).contains("console.fontSize").contains("Add");
        robot.clickOn(cell);
        settle();
        assertThat(text()).contains("\nconsole:").contains("fontSize: ");
    }

    private static boolean isHit(IndexedCell<?> cell) {
        return cell.getStyleClass().contains("search-cell") && cell.getIndex() == 0;
    }

    private void search(String words) {
        robot.clickOn("#spec-text");
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        settle();
        robot.write(words);
        settle();
    }

    private void press(KeyCode key) {
        robot.press(key).release(key);
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
        return WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    }

    /** Until the analysis has come back and what it changed has been laid out. */
    private void settle() {
        for (int i = 0; i < 5; i++) {
            WaitForAsyncUtils.sleep(60, TimeUnit.MILLISECONDS);
            WaitForAsyncUtils.waitForFxEvents();
        }
        WaitForAsyncUtils.waitForAsyncFx(
                20_000, () -> assertThat(fixture.session.upToDate()).isTrue());
    }
}

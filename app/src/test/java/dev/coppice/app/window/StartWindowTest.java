package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.session.UserSettings;
import dev.coppice.app.session.UserSettingsFile;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * A person's first minute with the program: the start page, by mouse alone and by keyboard alone.
 */
@Tag("window")
class StartWindowTest {

    private final FxRobot robot = new FxRobot();
    @TempDir private Path folder;
    private Stage stage;
    private WindowFixture fixture;

    @BeforeEach
    void open() throws Exception {
        String display = System.getenv("DISPLAY");
        Assumptions.assumeTrue(
                display != null && !display.isEmpty(),
                "no DISPLAY: window tests need one, Xvfb with a window manager will do");
        Path settings = folder.resolve("window.properties");
        new UserSettingsFile(settings)
                .save(
                        UserSettings.FIRST
                                .with(new UserSettings.Bounds(0, 0, 1280, 800), false)
                                .opened(folder.resolve("gone"), Instant.EPOCH));
        FxToolkit.registerPrimaryStage();
        stage = fx(Stage::new);
        fixture = fx(() -> new WindowFixture(stage, Optional.empty(), settings));
        await(() -> stage.isShowing() && stage.isFocused());
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
    void byMouseAlone() {
        assertThat(node("#rail-compose").isDisabled()).isTrue();
        robot.clickOn("#example-database");
        settle();
        assertThat(this.<Label>node("#example-detail-title").getText()).isEqualTo("Database");
        assertThat(preview()).startsWith("# A PostgreSQL server");

        robot.clickOn("#create-project");
        opened("database");
        assertThat(folder.resolve("projects/database/system.yaml")).isNotEmptyFile();
        assertThat(node("#rail-compose").isDisabled()).isFalse();

        robot.clickOn("#rail-start");
        settle();
        assertThat(fx(() -> stage.getScene().lookup("#start-page"))).isNotNull();
        robot.clickOn("#rail-compose");
        settle();
        assertThat(fx(() -> stage.getScene().lookup("#start-page"))).isNull();
        assertThat(fx(() -> stage.getScene().lookup("#spec-text"))).isNotNull();
    }

    @Test
    void byKeyboardAlone() throws Exception {
        // A letter on the cards looks for it; Down leads back, Enter to the name.
        robot.write("tls");
        settle();
        assertThat(this.<TextField>node("#example-search").getText()).isEqualTo("tls");
        assertThat(this.<Label>node("#example-detail-title").getText())
                .isEqualTo("TLS reverse proxy");
        push(KeyCode.DOWN);
        push(KeyCode.ENTER);
        assertThat(node("#project-name").isFocused()).isTrue();
        robot.write("Bad");
        settle();
        assertThat(node("#create-project").isDisabled()).isTrue();
        assertThat(this.<Label>node("#create-note").getText()).contains("lower-case letters");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("front");
        push(KeyCode.ENTER);
        opened("front");
        assertThat(Files.readString(folder.resolve("projects/front/system.yaml")))
                .contains("\nname: front\n");

        robot.push(KeyCode.CONTROL, KeyCode.N);
        settle();
        await(() -> stage.getScene().lookup("#start-page") != null);
        await(() -> fixture.window.recentProjects().size() == 2);
        push(KeyCode.ESCAPE);
        assertThat(fx(() -> stage.getScene().lookup("#start-page"))).isNull();
    }

    @Test
    void theArrowsLeadThroughTheCards() {
        String title = "#example-detail-title";
        push(KeyCode.RIGHT);
        assertThat(this.<Label>node(title).getText()).isEqualTo("Database");
        push(KeyCode.DOWN);
        assertThat(this.<Label>node(title).getText()).isEqualTo("Container host");
        push(KeyCode.LEFT);
        assertThat(this.<Label>node(title).getText()).isEqualTo("TLS reverse proxy");
        push(KeyCode.UP);
        assertThat(this.<Label>node(title).getText()).isEqualTo("Web server");
        push(KeyCode.END);
        assertThat(this.<Label>node("#example-detail-title").getText()).isEqualTo("Minimal");
        assertThat(node("#example-minimal").isFocused()).isTrue();
    }

    @Test
    void theEmptyFileGuides() throws Exception {
        robot.clickOn("#start-empty");
        settle();
        assertThat(preview()).contains("Every system needs these three");
        push(KeyCode.ENTER);
        opened("my-machine");
        assertThat(fixture.session.analysis().diagnostics()).isEmpty();
    }

    @Test
    void aFileIsImportedByMouse() throws Exception {
        Path file = cloudConfig();
        robot.clickOn("#start-import");
        settle();
        assertThat(node("#import-choose").isFocused()).isTrue();
        assertThat(node("#create-project").getParent().getParent().isVisible()).isFalse();
        robot.clickOn("#import-file").write(file.toString());
        settle();
        await(() -> stage.getScene().lookup("#import-notes").isVisible());
        assertThat(fx(() -> this.<ListView<?>>found("#import-notes").getItems())).hasSize(3);
        assertThat(row(2).getAccessibleText()).contains("power_state dropped", "line 4");

        robot.clickOn("#import-copy");
        String copied = fx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).contains("2 taken, 0 approximated, 1 dropped", "power_state");
        robot.clickOn("#import-spec-tab");
        settle();
        assertThat(preview("#import-detail")).contains("hostname: web-01");

        robot.clickOn("#create-project");
        opened("user-data");
        assertThat(Files.readString(folder.resolve("projects/user-data/system.yaml")))
                .contains("packages:");
        assertThat(fixture.session.analysis().diagnostics()).isEmpty();
    }

    @Test
    void aFileIsImportedByKeyboard() throws Exception {
        Path file = cloudConfig();
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        for (int i = 0; i < 12 && !fx(() -> found("#start-import").isFocused()); i++) {
            robot.push(KeyCode.SHIFT, KeyCode.TAB);
        }
        push(KeyCode.ENTER);
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(node("#import-file").isFocused()).isTrue();
        robot.write(file.toString());
        settle();
        for (int i = 0; i < 12 && !fx(() -> found("#project-name").isFocused()); i++) {
            push(KeyCode.TAB);
        }
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("taken-over");
        push(KeyCode.ENTER);
        opened("taken-over");
        assertThat(folder.resolve("projects/taken-over/system.yaml")).isNotEmptyFile();
    }

    private Path cloudConfig() throws IOException {
        return Files.writeString(
                folder.resolve("user-data"),
                """
                #cloud-config
                hostname: web-01
                packages: [nginx]
                power_state: { mode: reboot }
                """);
    }

    private Node row(int index) {
        return robot.lookup(".import-row").queryAllAs(ListCell.class).stream()
                .filter(cell -> cell.getIndex() == index)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aProjectThatIsGoneIsShownAndCanBeTakenOut() {
        robot.clickOn("not found");
        settle();
        assertThat(fx(() -> stage.getScene().lookup("#start-page"))).isNotNull();
        push(KeyCode.DELETE);
        assertThat(fixture.window.recentProjects()).isEmpty();
    }

    @Test
    void everyControlHasAName() {
        List<Node> controls =
                robot.lookup(n -> n.isFocusTraversable() && n.isVisible()).queryAll().stream()
                        .filter(n -> n.getScene() == stage.getScene())
                        .toList();
        assertThat(controls).hasSizeGreaterThan(8);
        for (Node node : controls) {
            String name =
                    node instanceof Labeled labeled && node.getAccessibleText() == null
                            ? labeled.getText()
                            : node.getAccessibleText();
            assertThat(name).as("name of %s", node).isNotBlank();
        }
    }

    private void opened(String name) {
        await(() -> stage.getTitle().startsWith(name));
        settle();
    }

    private String preview() {
        return preview("#example-text");
    }

    private String preview(String where) {
        return fx(() -> this.<CodeArea>found(where + " .code-area").getText());
    }

    private void push(KeyCode key) {
        robot.push(key);
        settle();
    }

    private <T extends Node> T node(String id) {
        return fx(() -> found(id));
    }

    /** Call it in the FX thread. */
    @SuppressWarnings("unchecked")
    private <T extends Node> T found(String id) {
        return (T) stage.getScene().lookup(id);
    }

    private static <T> T fx(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    }

    private static void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> fx(condition));
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("waited in vain", e);
        }
    }

    private static void settle() {
        WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }
}

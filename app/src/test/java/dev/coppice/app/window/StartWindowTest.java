package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Hands;
import dev.coppice.app.Ui;
import dev.coppice.app.session.UserSettings;
import dev.coppice.app.session.UserSettingsFile;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A person's first minute with the program: the start page, by mouse alone and by keyboard alone.
 */
@Tag("window")
class StartWindowTest {

    private final Hands hands = new Hands();
    @TempDir private Path folder;
    private OpenProject open;
    private Stage stage;
    private WindowFixture fixture;

    @BeforeEach
    void openProject() throws Exception {
        Path settings = folder.resolve("window.properties");
        new UserSettingsFile(settings)
                .save(
                        UserSettings.FIRST
                                .with(new UserSettings.Bounds(0, 0, 1280, 800), false)
                                .opened(folder.resolve("gone"), Instant.EPOCH));
        open = new OpenProject(Optional.empty(), settings);
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
    void byMouseAlone() {
        assertThat(node("#rail-compose").isDisabled()).isTrue();
        hands.clickOn(() -> node("#example-database"));
        settle();
        assertThat(this.<Label>node("#example-detail-title").getText()).isEqualTo("Database");
        assertThat(preview()).startsWith("# A PostgreSQL server");

        hands.clickOn(() -> node("#create-project"));
        opened("database");
        assertThat(folder.resolve("projects/database/system.yaml")).isNotEmptyFile();
        assertThat(node("#rail-compose").isDisabled()).isFalse();

        hands.clickOn(() -> node("#rail-start"));
        settle();
        assertThat(fx(() -> stage.getScene().lookup("#start-page"))).isNotNull();
        hands.clickOn(() -> node("#rail-compose"));
        settle();
        assertThat(fx(() -> stage.getScene().lookup("#start-page"))).isNull();
        assertThat(fx(() -> stage.getScene().lookup("#spec-text"))).isNotNull();
    }

    @Test
    void byKeyboardAlone() throws Exception {
        // A letter on the cards looks for it; Down leads back, Enter to the name.
        hands.write("tls");
        settle();
        assertThat(this.<TextField>node("#example-search").getText()).isEqualTo("tls");
        assertThat(this.<Label>node("#example-detail-title").getText())
                .isEqualTo("TLS reverse proxy");
        push(KeyCode.DOWN);
        push(KeyCode.ENTER);
        assertThat(node("#project-name").isFocused()).isTrue();
        hands.write("Bad");
        settle();
        assertThat(node("#create-project").isDisabled()).isTrue();
        assertThat(this.<Label>node("#create-note").getText()).contains("lower-case letters");
        hands.push(KeyCode.CONTROL, KeyCode.A);
        hands.write("front");
        push(KeyCode.ENTER);
        opened("front");
        assertThat(Files.readString(folder.resolve("projects/front/system.yaml")))
                .contains("\nname: front\n");

        hands.push(KeyCode.CONTROL, KeyCode.N);
        settle();
        Ui.await(() -> stage.getScene().lookup("#start-page") != null);
        Ui.await(() -> fixture.window.recentProjects().size() == 2);
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
        hands.clickOn(() -> node("#start-empty"));
        settle();
        assertThat(preview()).contains("Every system needs these three");
        push(KeyCode.ENTER);
        opened("my-machine");
        assertThat(fixture.session.analysis().diagnostics()).isEmpty();
    }

    @Test
    void aFileIsImportedByMouse() throws Exception {
        Path file = cloudConfig();
        hands.clickOn(() -> node("#start-import"));
        settle();
        assertThat(node("#import-choose").isFocused()).isTrue();
        assertThat(node("#create-project").getParent().getParent().isVisible()).isFalse();
        hands.clickOn(() -> node("#import-file")).write(file.toString());
        settle();
        Ui.await(() -> stage.getScene().lookup("#import-notes").isVisible());
        assertThat(fx(() -> this.<ListView<?>>found("#import-notes").getItems())).hasSize(3);
        Ui.await(
                "the row of what is lost",
                () -> row(2).getAccessibleText().contains("power_state dropped"));
        assertThat(fx(() -> row(2).getAccessibleText())).contains("line 4");

        hands.clickOn(() -> node("#import-copy"));
        String copied = fx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).contains("2 taken, 0 approximated, 1 dropped", "power_state");
        hands.clickOn(() -> node("#import-spec-tab"));
        settle();
        assertThat(preview("#import-detail")).contains("hostname: web-01");

        hands.clickOn(() -> node("#create-project"));
        opened("user-data");
        assertThat(Files.readString(folder.resolve("projects/user-data/system.yaml")))
                .contains("packages:");
        assertThat(fixture.session.analysis().diagnostics()).isEmpty();
    }

    @Test
    void aFileIsImportedByKeyboard() throws Exception {
        Path file = cloudConfig();
        hands.push(KeyCode.SHIFT, KeyCode.TAB);
        for (int i = 0; i < 12 && !fx(() -> found("#start-import").isFocused()); i++) {
            hands.push(KeyCode.SHIFT, KeyCode.TAB);
        }
        push(KeyCode.ENTER);
        hands.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(node("#import-file").isFocused()).isTrue();
        hands.write(file.toString());
        settle();
        // The name can be reached once there is something to name.
        Ui.await("the report", () -> found("#import-notes").isVisible());
        for (int i = 0; i < 12 && !fx(() -> found("#project-name").isFocused()); i++) {
            push(KeyCode.TAB);
        }
        assertThat(node("#project-name").isFocused()).isTrue();
        hands.push(KeyCode.CONTROL, KeyCode.A);
        hands.write("taken-over");
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
        return Ui.seen(stage.getScene().getRoot()).stream()
                .filter(n -> n.getStyleClass().contains("import-row"))
                .map(ListCell.class::cast)
                .filter(cell -> cell.getIndex() == index)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aProjectThatIsGoneIsShownAndCanBeTakenOut() {
        hands.clickOn(
                () ->
                        Ui.find(
                                        n ->
                                                n instanceof Label label
                                                        && "not found".equals(label.getText()))
                                .orElseThrow());
        settle();
        assertThat(fx(() -> stage.getScene().lookup("#start-page"))).isNotNull();
        push(KeyCode.DELETE);
        assertThat(fixture.window.recentProjects()).isEmpty();
    }

    @Test
    void everyControlHasAName() {
        List<Node> controls =
                fx(() -> Ui.seen(stage.getScene().getRoot())).stream()
                        .filter(Node::isFocusTraversable)
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
        Ui.await(() -> stage.getTitle().startsWith(name));
        settle();
    }

    private String preview() {
        return preview("#example-text");
    }

    private String preview(String where) {
        return fx(() -> this.<CodeArea>found(where + " .code-area").getText());
    }

    private void push(KeyCode key) {
        hands.push(key);
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
        return Ui.fx(action);
    }

    private void settle() {
        open.settle();
    }
}

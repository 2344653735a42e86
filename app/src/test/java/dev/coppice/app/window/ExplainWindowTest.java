package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Hands;
import dev.coppice.app.Ui;
import dev.coppice.app.session.UserSettings.Look;
import dev.coppice.model.schema.Section;

import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;

import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

/**
 * The explanation beside the text: opened, moved and closed by keys alone. With {@code
 * -Dcoppice.pictures=FOLDER} it leaves pictures, light and dark.
 */
@Tag("window")
class ExplainWindowTest {

    private static final String SPEC =
            """
            spec: 1
            name: web
            base: { distribution: debian, release: bookworm }
            hostname: gate
            network:
              hosts: { 10.0.0.2: [db] }
            packages: [nginx]
            """;

    private final Hands hands = new Hands();
    @TempDir private Path folder;
    private OpenProject open;

    @BeforeEach
    void openProject() throws Exception {
        Path project = Files.createDirectories(folder.resolve("web"));
        Files.writeString(project.resolve("system.yaml"), SPEC);
        open = new OpenProject(project);
        caret("hostname");
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    @Test
    void opensWithAKeyAndMovesWithTheCursor() throws Exception {
        assertThat(open.node("#explain-pane")).isNull();
        explainKey();

        says("Host name");
        says("$ hostnamectl --static");
        assertThat(words())
                .contains("hostname", "/etc/hostname", "gate", "$ hostnamectl --static")
                .contains("networking.hostName");
        picture("set");

        caret("[nginx]");
        says("$ dpkg-query -W nginx");
        assertThat(words()).contains("Packages").doesNotContain("networking.hostName");

        open.show(Section.REGION);
        focus("#field-timezone");
        says("It is not set here.");
        picture("not-set");
    }

    @Test
    void staysWithTheTextWhileItIsTyped() throws Exception {
        explainKey();
        says("gate");
        Ui.fx(
                () -> {
                    CodeArea area = (CodeArea) open.node("#spec-text");
                    int at = area.getText().indexOf("gate");
                    area.requestFocus();
                    area.selectRange(at, at + 4);
                    area.replaceSelection("door");
                    return null;
                });
        says("door");
        assertThat(words()).doesNotContain("gate");
    }

    @Test
    void withoutAMachineTheButtonSaysWhy() throws Exception {
        explainKey();
        Ui.await(() -> open.node("#explain-run") != null);
        assertThat(Ui.fx(() -> open.node("#explain-run").isDisabled())).isTrue();
        assertThat(words())
                .contains("No machine of this project is running. Build & boot starts one.");
    }

    @Test
    void keysReachItAndLeaveIt() throws Exception {
        explainKey();
        says("Host name");
        hands.push(KeyCode.F6);
        assertThat(holdsFocus("#explain-pane")).isTrue();
        hands.push(KeyCode.TAB);
        assertThat(holdsFocus("#explain-pane")).as("its buttons are reached").isTrue();

        hands.push(KeyCode.ESCAPE);
        open.settle();

        assertThat(open.node("#explain-pane")).isNull();
        assertThat(holdsFocus("#spec-text")).isTrue();
        explainKey();
        Ui.await(() -> open.node("#explain-pane") != null);
        explainKey();
        Ui.await(() -> open.node("#explain-pane") == null);
    }

    @Test
    void everyStopHasAName() throws Exception {
        explainKey();
        says("Host name");
        for (Node node : Ui.fx(() -> all(open.node("#explain-pane")))) {
            if (node.isFocusTraversable()) {
                String said = node.getAccessibleText();
                String name = said == null && node instanceof Labeled l ? l.getText() : said;
                assertThat(name).as("name of %s", node).isNotBlank();
            }
        }
    }

    @Test
    void standsBesideTheTextWhereThereIsRoom() throws Exception {
        explainKey();
        says("Host name");
        assertThat(orientation()).isEqualTo(Orientation.VERTICAL);
        Ui.fx(
                () -> {
                    open.stage.setWidth(2200);
                    return null;
                });
        Ui.await(() -> orientation() == Orientation.HORIZONTAL);
    }

    private Orientation orientation() {
        return Ui.fx(() -> ((SplitPane) open.node(".explain-side")).getOrientation());
    }

    private void explainKey() {
        hands.push(KeyCode.CONTROL, KeyCode.E);
        open.settle();
    }

    private void caret(String text) {
        Ui.fx(
                () -> {
                    CodeArea area = (CodeArea) open.node("#spec-text");
                    area.requestFocus();
                    area.moveTo(area.getText().indexOf(text) + 1);
                    return null;
                });
        open.settle();
    }

    private void focus(String field) {
        Ui.fx(
                () -> {
                    open.node(field).requestFocus();
                    return null;
                });
        open.settle();
    }

    private boolean holdsFocus(String id) {
        return Ui.fx(
                () -> {
                    Node owner = open.stage.getScene().getFocusOwner();
                    while (owner != null && owner != open.node(id)) {
                        owner = owner.getParent();
                    }
                    return owner != null;
                });
    }

    /** All that the pane says, label by label. */
    private List<String> words() {
        return Ui.fx(
                () ->
                        all(open.node("#explain-pane")).stream()
                                .filter(node -> node instanceof Labeled && node.isVisible())
                                .map(node -> ((Labeled) node).getText())
                                .toList());
    }

    private static List<Node> all(Node node) {
        var found = new ArrayList<Node>();
        if (node != null) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(all(child)));
        }
        return found;
    }

    private void says(String words) {
        Ui.await(
                () -> {
                    assertThat(words()).contains(words);
                    return true;
                });
    }

    private void picture(String name) throws IOException {
        String target = System.getProperty("coppice.pictures", "");
        if (target.isEmpty()) {
            return;
        }
        for (Look look : List.of(Look.DARK, Look.LIGHT)) {
            WritableImage image =
                    Ui.fx(
                            () -> {
                                open.fixture.theme.lookProperty().set(look);
                                return open.stage.getScene().snapshot(null);
                            });
            String file = "explain-" + name + "-" + look.name().toLowerCase(Locale.ROOT) + ".png";
            ImageIO.write(
                    SwingFXUtils.fromFXImage(image, null), "png", Path.of(target, file).toFile());
        }
    }
}

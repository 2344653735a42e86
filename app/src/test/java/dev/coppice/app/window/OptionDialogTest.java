package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Locale.ROOT;

import dev.coppice.app.Ui;
import dev.coppice.app.options.OptionState;
import dev.coppice.app.session.UserSettings.Look;
import dev.coppice.model.nixos.NixOption;
import dev.coppice.model.schema.Section;

import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import javax.imageio.ImageIO;

/**
 * The dialog that looks through the options of NixOS. With {@code -Dcoppice.pictures=FOLDER} it
 * leaves a picture, with {@code -Dcoppice.pictures.look=dark} a dark one.
 */
@Tag("window")
class OptionDialogTest {

    private static final String LOOK = System.getProperty("coppice.pictures.look", "light");

    private static final String SPEC =
            "spec: 1\nname: web\nbase: { distribution: debian, release: bookworm }\n"
                    + "targets:\n  nixos: {} # raw\n";

    private static final String TABLE =
            """
            {
              "services.openssh.openFirewall": {"type": "boolean",
                "description": "Whether to open the ports in the firewall.",
                "default": {"_type": "literalExpression", "text": "true"},
                "loc": ["services", "openssh", "openFirewall"]},
              "services.openssh.ports": {
                "type": "list of 16 bit unsigned integer; between 0 and 65535 (both inclusive)",
                "description": "Specifies on which ports the SSH daemon listens.",
                "default": {"_type": "literalExpression", "text": "[ 22 ]"},
                "loc": ["services", "openssh", "ports"]},
              "networking.hostName": {"type": "string", "loc": ["networking", "hostName"]}
            }
            """;

    @TempDir Path folder;

    private OpenProject open;

    @BeforeEach
    void openProject() throws Exception {
        Path project = Files.createDirectories(folder.resolve("web"));
        Files.writeString(project.resolve("system.yaml"), SPEC);
        open = new OpenProject(project);
        Ui.run(() -> open.fixture.theme.lookProperty().set(Look.valueOf(LOOK.toUpperCase(ROOT))));
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    @Test
    void anOptionIsFoundByWordsOfItsNameAndAdded() throws Exception {
        Path table = Files.writeString(folder.resolve("options.json"), TABLE);
        Ui.run(() -> open.fixture.options.load(table));
        Ui.await(
                "the options",
                () -> open.fixture.options.stateProperty().get() instanceof OptionState.Ready);
        ask();
        TextField input = Ui.fx(() -> (TextField) dialog().lookup(".text-field"));
        assertThat(Ui.fx(input::getAccessibleText)).isEqualTo("Search options of NixOS");
        Ui.run(() -> input.setText("openssh"));
        Ui.await("two options", () -> names().size() == 2);
        pictures();

        Ui.run(() -> input.fireEvent(down()));
        assertThat(Ui.fx(OptionDialogTest::chosen)).isEqualTo("services.openssh.ports");
        assertThat(Ui.fx(OptionDialogTest::words))
                .anyMatch(text -> text.contains("on which ports the SSH daemon listens"));
        Ui.run(() -> input.setText("no such thing"));
        Ui.await("no option", () -> names().isEmpty());
        assertThat(Ui.fx(() -> button("Add option").isDisabled())).isTrue();
        assertThat(Ui.fx(OptionDialogTest::words))
                .contains("No option has all of these words in its name.");

        Ui.run(() -> input.setText("ssh port"));
        Ui.await("one option", () -> names().equals(List.of("services.openssh.ports")));
        Ui.await("the button", () -> !button("Add option").isDisabled());
        // The dialog has a loop of its own, so nobody waits for what closes it.
        Platform.runLater(() -> button("Add option").fire());
        Ui.await("the dialog to be gone", () -> dialog() == null);
        Ui.await("the setting", () -> text().contains("services.openssh.ports"));
        assertThat(text()).contains("# raw");
        Ui.run(() -> open.fixture.session.undo());
        assertThat(text()).isEqualTo(SPEC);
    }

    @Test
    void withoutOptionsItSaysSoAndNothingIsAdded() {
        Ui.await(
                "the failure",
                () -> open.fixture.options.stateProperty().get() instanceof OptionState.Failed);
        ask();
        assertThat(Ui.fx(OptionDialogTest::words))
                .contains("The options of NixOS are not here yet.");
        assertThat(Ui.fx(() -> button("Add option").isDisabled())).isTrue();
        Platform.runLater(() -> button("Cancel").fire());
        Ui.await("the dialog to be gone", () -> dialog() == null);
        assertThat(text()).isEqualTo(SPEC);
    }

    private void ask() {
        Ui.run(
                () ->
                        ((ListView<?>) open.stage.getScene().lookup("#outline"))
                                .getSelectionModel()
                                .select(Section.TARGETS.ordinal()));
        String browse = "#field-targets-nixos-browse";
        Ui.await("the button", () -> open.stage.getScene().lookup(browse) != null);
        Platform.runLater(() -> ((Button) open.stage.getScene().lookup(browse)).fire());
        Ui.await("the dialog", () -> dialog() != null && list() != null);
    }

    private void pictures() throws Exception {
        String target = System.getProperty("coppice.pictures", "");
        if (target.isEmpty()) {
            return;
        }
        Path pictures = Files.createDirectories(Path.of(target));
        WritableImage image = Ui.fx(() -> dialog().getScene().snapshot(null));
        Path file = pictures.resolve("options-" + LOOK + ".png");
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    }

    private String text() {
        return Ui.fx(() -> open.fixture.session.text().content());
    }

    private static KeyEvent down() {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false);
    }

    private static List<String> names() {
        return list().getItems().stream().map(NixOption::name).toList();
    }

    private static String chosen() {
        return list().getSelectionModel().getSelectedItem().name();
    }

    @SuppressWarnings("unchecked")
    private static ListView<NixOption> list() {
        return (ListView<NixOption>) dialog().lookup(".list-view");
    }

    private static List<String> words() {
        return dialog().lookupAll(".label").stream().map(it -> ((Label) it).getText()).toList();
    }

    private static Button button(String text) {
        return dialog().lookupAll(".button-bar .button").stream()
                .map(Button.class::cast)
                .filter(it -> it.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static Node dialog() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(".package-dialog"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}

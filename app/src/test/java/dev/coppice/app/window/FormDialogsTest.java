package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Hands;
import dev.coppice.app.Ui;
import dev.coppice.model.schema.Section;
import dev.coppice.model.schema.Shape;

import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import javax.imageio.ImageIO;

/** What the form asks in windows of its own, and what lists do with mouse and keys. */
@Tag("window")
class FormDialogsTest {

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKtu2zvzTHbPIZ3mZ8yP1zYjjUa0FdVSwYBaZPdLC5Yv a@b";

    private static final String SPEC =
            "spec: 1\nname: web\nbase: { distribution: debian, release: bookworm }\n"
                    + "users:\n  # the first\n  - name: alice\n    hashedPassword: hunter2\n"
                    + "  - name: bob   # the second\n"
                    + "packages: [nginx, git, vim]\n"
                    + "files:\n  - path: /etc/motd\n    source: files/none\n";

    @TempDir private Path folder;
    private final Hands hands = new Hands();

    @Test
    void aPasswordBecomesAHash() throws Exception {
        try (var open = project()) {
            open.show(Section.USERS);
            click(open, "#field-users-1-name");
            press(open, "Set password");
            type("#password-first", "correct horse battery");
            type("#password-again", "correct horse");
            assertThat(Ui.fx(() -> dialog().lookup("#password-set").isDisabled())).isTrue();
            type("#password-again", "correct horse battery");
            picture("password");
            hands.push(KeyCode.ENTER);
            Ui.await(() -> open.text().contains("hashedPassword: $") || hash(open).startsWith("$"));
            assertThat(Shape.PASSWORD_HASH.matches(hash(open))).isTrue();
            assertThat(open.text()).doesNotContain("horse");
        }
    }

    @Test
    void aPasswordInClearIsHashedAtAClickInTheForm() throws Exception {
        hashed(".fix-link");
    }

    @Test
    void aPasswordInClearIsHashedAtAClickInTheListOfProblems() throws Exception {
        hashed(".problem-fix");
    }

    private void hashed(String button) throws Exception {
        try (var open = project()) {
            open.show(Section.USERS);
            ButtonBase fix =
                    Ui.fx(
                            () ->
                                    open.stage.getScene().getRoot().lookupAll(button).stream()
                                            .map(ButtonBase.class::cast)
                                            .filter(each -> says(each, "Hash this password"))
                                            .findFirst()
                                            .orElseThrow());
            Platform.runLater(fix::fire);
            Ui.await(() -> !open.text().contains("hunter2"));
            assertThat(open.text()).contains("# the first\n  - name: alice\n    hashedPassword: ");
        }
    }

    @Test
    void keysArePastedAndPrivateOnesRefused() throws Exception {
        Path ssh = Files.createDirectories(folder.resolve("ssh"));
        Files.writeString(ssh.resolve("id_laptop.pub"), KEY.replace("a@b", "alice@laptop") + "\n");
        try (var open = project()) {
            open.show(Section.USERS);
            press(open, "#field-users-0-sshAuthorizedKeys-add");
            type("#keys-paste", "-----BEGIN OPENSSH PRIVATE KEY-----\n");
            assertThat(Ui.fx(() -> dialog().lookup("#keys-add").isDisabled())).isTrue();
            type("#keys-paste", KEY);
            Ui.await("the keys of this computer", () -> box() != null);
            Ui.fx(
                    () -> {
                        box().fire();
                        return null;
                    });
            Ui.await("the keys", () -> !dialog().lookup("#keys-add").isDisabled());
            picture("keys");
            hands.clickOn(() -> dialog().lookup("#keys-add"));
            open.settle();
            Ui.await(() -> open.text().contains(KEY));
            assertThat(open.text()).contains("alice@laptop").doesNotContain("PRIVATE");
        }
    }

    @Test
    void aFileFromElsewhereIsCopiedIntoTheProject() throws Exception {
        Path outside = Files.writeString(folder.resolve("motd.txt"), "Welcome\n");
        try (var open = project()) {
            open.fixture.chosen = Optional.of(outside);
            open.show(Section.FILES);
            press(open, "Choose a file");
            Ui.awaitFocus("the question", FormDialogsTest::question);
            picture("copy");
            hands.push(KeyCode.ENTER);
            Ui.await(() -> open.text().contains("source: files/motd.txt"));
            assertThat(folder.resolve("web/files/motd.txt")).hasContent("Welcome");
        }
    }

    @Test
    void itemsAreMovedWithKeysAndByDragging() throws Exception {
        try (var open = project()) {
            open.show(Section.PACKAGES);
            click(open, "#field-packages-2");
            hands.push(KeyCode.ALT, KeyCode.LEFT);
            Ui.await(() -> open.text().contains("[nginx, vim, git]"));
            open.settle();
            hands.push(KeyCode.DELETE);
            Ui.await(() -> !open.text().contains("vim"));
            open.show(Section.USERS);
            closeCards(open);
            hands.drag(() -> handle(open, 1), () -> open.node(".form-title"));
            Ui.await(() -> open.text().indexOf("bob") < open.text().indexOf("alice"));
            assertThat(open.text()).contains("bob   # the second").contains("# the first");
            Ui.fx(
                    () -> {
                        open.fixture.session.undo();
                        return null;
                    });
            Ui.await(() -> open.text().indexOf("alice") < open.text().indexOf("bob"));
        }
    }

    private OpenProject project() throws Exception {
        Path project = Files.createDirectories(folder.resolve("web"));
        Files.writeString(project.resolve("system.yaml"), SPEC);
        return new OpenProject(project);
    }

    /** So that the handles of all can be seen. */
    private static void closeCards(OpenProject open) {
        Ui.run(
                () -> {
                    open.stage.getScene().getRoot().lookupAll(".item-head").stream()
                            .map(ToggleButton.class::cast)
                            .forEach(head -> head.setSelected(false));
                    ((ScrollPane) open.node(".form-scroll")).setVvalue(0);
                });
        open.settle();
    }

    private static Node handle(OpenProject open, int index) {
        return open.stage.getScene().getRoot().lookupAll(".drag-handle").stream()
                .filter(Node::isVisible)
                .skip(index)
                .findFirst()
                .orElseThrow();
    }

    private static String hash(OpenProject open) {
        return Ui.fx(
                () -> {
                    var field = (TextInputControl) open.node("#field-users-1-hashedPassword");
                    return field == null ? "" : field.getText();
                });
    }

    private static CheckBox box() {
        return (CheckBox) dialog().lookup(".own-keys .check-box");
    }

    /** The root of the window that asks. */
    private static Parent dialog() {
        return question().map(Window::getScene).map(Scene::getRoot).orElseThrow();
    }

    private static Optional<Window> question() {
        return Window.getWindows().stream()
                .filter(each -> each.getScene().getRoot().getStyleClass().contains("dialog-pane"))
                .findFirst();
    }

    private void type(String id, String text) throws Exception {
        Ui.await(id, () -> dialog().lookup(id) != null);
        Ui.fx(
                () -> {
                    var field = (TextInputControl) dialog().lookup(id);
                    field.requestFocus();
                    field.setText(text);
                    return null;
                });
        Ui.pulse();
    }

    /** Presses the last visible button with an id or accessible text, without waiting for it. */
    private static void press(OpenProject open, String what) {
        Node node =
                Ui.fx(
                        () ->
                                what.startsWith("#")
                                        ? open.node(what)
                                        : open.stage.getScene().getRoot().lookupAll("*").stream()
                                                .filter(n -> says(n, what))
                                                .filter(Node::isVisible)
                                                .reduce((a, b) -> b)
                                                .orElseThrow());
        Platform.runLater(((ButtonBase) node)::fire);
        Ui.pulse();
    }

    private static boolean says(Node node, String what) {
        return node instanceof ButtonBase button
                && (what.equals(button.getAccessibleText()) || what.equals(button.getText()));
    }

    private void click(OpenProject open, String id) {
        ScrollPane scroll = (ScrollPane) open.node(".form-scroll");
        for (int i = 0; i < 60; i++) {
            boolean seen =
                    Ui.fx(
                            () ->
                                    scroll.localToScene(scroll.getLayoutBounds())
                                            .contains(
                                                    open.node(id)
                                                            .localToScene(
                                                                    open.node(id)
                                                                            .getLayoutBounds())));
            if (seen) {
                break;
            }
            hands.moveTo(Ui.fx(() -> scroll.localToScreen(8, 40)));
            hands.scroll(1);
        }
        hands.clickOn(() -> open.node(id));
    }

    private static void picture(String name) throws Exception {
        String target = System.getProperty("coppice.pictures", "");
        if (!target.isEmpty()) {
            Ui.pulse();
            WritableImage image = Ui.fx(() -> dialog().getScene().snapshot(null));
            Files.createDirectories(Path.of(target));
            ImageIO.write(
                    SwingFXUtils.fromFXImage(image, null),
                    "png",
                    Path.of(target, "dialog-" + name + ".png").toFile());
        }
    }
}

package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.model.schema.Section;
import dev.coppice.model.schema.Shape;

import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.VerticalDirection;
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
import javafx.scene.input.MouseButton;
import javafx.stage.Window;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

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
    private final FxRobot robot = new FxRobot();

    @Test
    void aPasswordBecomesAHash() throws Exception {
        try (var open = project()) {
            open.show(Section.USERS);
            click(open, "#field-users-1-name");
            press(open, "Set password");
            type("#password-first", "correct horse battery");
            type("#password-again", "correct horse");
            assertThat(OpenProject.fx(() -> dialog().lookup("#password-set").isDisabled()))
                    .isTrue();
            type("#password-again", "correct horse battery");
            picture("password");
            robot.type(KeyCode.ENTER);
            await(() -> open.text().contains("hashedPassword: $") || hash(open).startsWith("$"));
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
                    OpenProject.fx(
                            () ->
                                    open.stage.getScene().getRoot().lookupAll(button).stream()
                                            .map(ButtonBase.class::cast)
                                            .filter(each -> says(each, "Hash this password"))
                                            .findFirst()
                                            .orElseThrow());
            Platform.runLater(fix::fire);
            await(() -> !open.text().contains("hunter2"));
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
            assertThat(OpenProject.fx(() -> dialog().lookup("#keys-add").isDisabled())).isTrue();
            type("#keys-paste", KEY);
            WaitForAsyncUtils.waitFor(
                    20, TimeUnit.SECONDS, () -> OpenProject.fx(() -> box() != null));
            OpenProject.fx(
                    () -> {
                        box().fire();
                        return null;
                    });
            picture("keys");
            robot.clickOn(OpenProject.fx(() -> dialog().lookup("#keys-add")));
            open.settle();
            await(() -> open.text().contains(KEY));
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
            picture("copy");
            robot.type(KeyCode.ENTER);
            await(() -> open.text().contains("source: files/motd.txt"));
            assertThat(folder.resolve("web/files/motd.txt")).hasContent("Welcome");
        }
    }

    @Test
    void itemsAreMovedWithKeysAndByDragging() throws Exception {
        try (var open = project()) {
            open.show(Section.PACKAGES);
            click(open, "#field-packages-2");
            robot.press(KeyCode.ALT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.ALT);
            await(() -> open.text().contains("[nginx, vim, git]"));
            robot.type(KeyCode.DELETE);
            await(() -> !open.text().contains("vim"));
            open.show(Section.USERS);
            robot.drag(handle(open, 1), MouseButton.PRIMARY)
                    .moveBy(0, -40)
                    .dropTo(OpenProject.fx(() -> open.node(".form-title")));
            await(() -> open.text().indexOf("bob") < open.text().indexOf("alice"));
            assertThat(open.text()).contains("bob   # the second").contains("# the first");
            OpenProject.fx(
                    () -> {
                        open.fixture.session.undo();
                        return null;
                    });
            await(() -> open.text().indexOf("alice") < open.text().indexOf("bob"));
        }
    }

    private OpenProject project() throws Exception {
        Path project = Files.createDirectories(folder.resolve("web"));
        Files.writeString(project.resolve("system.yaml"), SPEC);
        return new OpenProject(project);
    }

    /** The handle of a card, with all cards closed so that it can be seen. */
    private static Node handle(OpenProject open, int index) {
        OpenProject.fx(
                () -> {
                    open.stage.getScene().getRoot().lookupAll(".item-head").stream()
                            .map(ToggleButton.class::cast)
                            .forEach(head -> head.setSelected(false));
                    ((ScrollPane) open.node(".form-scroll")).setVvalue(0);
                    return null;
                });
        open.settle();
        WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
        return OpenProject.fx(
                () ->
                        open.stage.getScene().getRoot().lookupAll(".drag-handle").stream()
                                .filter(Node::isVisible)
                                .skip(index)
                                .findFirst()
                                .orElseThrow());
    }

    private static String hash(OpenProject open) {
        return OpenProject.fx(
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
        return Window.getWindows().stream()
                .map(Window::getScene)
                .map(Scene::getRoot)
                .filter(root -> root.getStyleClass().contains("dialog-pane"))
                .findFirst()
                .orElseThrow();
    }

    private void type(String id, String text) throws Exception {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () ->
                        OpenProject.fx(
                                () ->
                                        Window.getWindows().stream()
                                                .anyMatch(
                                                        w ->
                                                                w.getScene().getRoot().lookup(id)
                                                                        != null)));
        OpenProject.fx(
                () -> {
                    var field = (TextInputControl) dialog().lookup(id);
                    field.requestFocus();
                    field.setText(text);
                    return null;
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Presses the last visible button with an id or accessible text, without waiting for it. */
    private static void press(OpenProject open, String what) {
        Node node =
                OpenProject.fx(
                        () ->
                                what.startsWith("#")
                                        ? open.node(what)
                                        : open.stage.getScene().getRoot().lookupAll("*").stream()
                                                .filter(n -> says(n, what))
                                                .filter(Node::isVisible)
                                                .reduce((a, b) -> b)
                                                .orElseThrow());
        Platform.runLater(((ButtonBase) node)::fire);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean says(Node node, String what) {
        return node instanceof ButtonBase button
                && (what.equals(button.getAccessibleText()) || what.equals(button.getText()));
    }

    private void click(OpenProject open, String id) {
        ScrollPane scroll = (ScrollPane) open.node(".form-scroll");
        for (int i = 0; i < 60; i++) {
            boolean seen =
                    OpenProject.fx(
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
            robot.moveTo(OpenProject.fx(() -> scroll.localToScreen(8, 40)));
            robot.scroll(1, VerticalDirection.DOWN);
        }
        robot.clickOn(open.node(id));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    }

    private static void picture(String name) throws Exception {
        String target = System.getProperty("coppice.pictures", "");
        if (!target.isEmpty()) {
            WaitForAsyncUtils.sleep(400, TimeUnit.MILLISECONDS);
            WritableImage image = OpenProject.fx(() -> dialog().getScene().snapshot(null));
            Files.createDirectories(Path.of(target));
            ImageIO.write(
                    SwingFXUtils.fromFXImage(image, null),
                    "png",
                    Path.of(target, "dialog-" + name + ".png").toFile());
        }
    }
}

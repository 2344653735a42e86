package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Ui;
import dev.coppice.app.packages.ListState;
import dev.coppice.model.schema.Section;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
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
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** The dialog that looks through the packages, where the list cannot be had. */
@Tag("window")
class PackageDialogTest {

    private static final String SPEC =
            "spec: 1\nname: web\nbase: { distribution: debian, release: bookworm }\n"
                    + "packages: [htop]\n";

    @TempDir Path folder;

    private OpenProject open;
    private Stage stage;
    private WindowFixture fixture;

    @BeforeEach
    void openProject() throws Exception {
        Path project = Files.createDirectories(folder.resolve("web"));
        Files.writeString(project.resolve("system.yaml"), SPEC);
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
    void withoutTheListItSaysWhyAndTriesAgain() throws Exception {
        Ui.await(() -> fixture.list.stateProperty().get() instanceof ListState.Failed);
        Platform.runLater(
                () ->
                        ((ListView<?>) stage.getScene().lookup("#outline"))
                                .getSelectionModel()
                                .select(Section.PACKAGES.ordinal()));
        Ui.await(() -> stage.getScene().lookup("#packages-browse") != null);
        Button browse = fx(() -> (Button) stage.getScene().lookup("#packages-browse"));
        Platform.runLater(browse::fire);
        Ui.await(() -> dialog() != null);

        assertThat(fx(() -> texts(dialog(), ".list-status .label")))
                .anyMatch(text -> text.startsWith("The list of packages could not be loaded."));
        var states = new CopyOnWriteArrayList<ListState>();
        fx(
                () ->
                        fixture.list
                                .stateProperty()
                                .subscribe(
                                        s -> {
                                            states.add(s);
                                        }));
        Hyperlink again = (Hyperlink) fx(() -> dialog().lookup(".list-status .hyperlink"));
        assertThat(fx(again::isVisible)).isTrue();
        Platform.runLater(again::fire);
        Ui.await(() -> states.getLast() instanceof ListState.Failed && states.size() > 2);
        assertThat(states).hasAtLeastOneElementOfType(ListState.Loading.class);

        Button add = (Button) fx(() -> buttons().getFirst());
        assertThat(fx(add::isDisabled)).isTrue();
        Platform.runLater(() -> ((Button) buttons().getLast()).fire());
        Ui.await(() -> dialog() == null);
        assertThat(fx(() -> fixture.session.text().content())).isEqualTo(SPEC);
    }

    private List<? extends Node> buttons() {
        return List.copyOf(dialog().lookupAll(".button-bar .button"));
    }

    private static Node dialog() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(".package-dialog"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<String> texts(Node root, String selector) {
        return root.lookupAll(selector).stream().map(node -> ((Labeled) node).getText()).toList();
    }

    private static <T> T fx(Callable<T> action) {
        return Ui.fx(action);
    }
}

package dev.coppice.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.Hands;
import dev.coppice.app.Ui;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Proposals in the text of the real window. */
@Tag("window")
class CompletionWindowTest {

    private static final String SPEC =
            "spec: 1\nname: web\nbase: { distribution: debian, release: bookworm }\n";

    @TempDir Path folder;

    private final Hands hands = new Hands();
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
        fx(
                () -> {
                    area().requestFocus();
                    area().moveTo(area().getLength());
                    return null;
                });
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    private CodeArea area() {
        return (CodeArea) stage.getScene().lookup("#spec-text");
    }

    private String text() {
        return fx(() -> fixture.session.text().content());
    }

    private void press(KeyCode... keys) {
        hands.push(keys);
    }

    private static Optional<ListView<?>> list() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Popup && window.isShowing())
                .map(window -> window.getScene().getRoot().lookup(".completion-list .list-view"))
                .filter(ListView.class::isInstance)
                .<ListView<?>>map(node -> (ListView<?>) node)
                .findFirst();
    }

    private static boolean offers() {
        return list().filter(list -> !list.getItems().isEmpty()).isPresent();
    }

    @Test
    void whileTypingAKeyIsOfferedAndTakenWithTab() throws Exception {
        hands.write("hostn");
        Ui.await(CompletionWindowTest::offers);
        assertThat(fx(() -> area().isFocused())).isTrue();
        press(KeyCode.TAB);
        assertThat(text()).isEqualTo(SPEC + "hostname: ");
        Ui.await(() -> !offers());
        hands.write("web-02");
        assertThat(text()).isEqualTo(SPEC + "hostname: web-02");
        press(KeyCode.CONTROL, KeyCode.Z);
        press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(text()).isEqualTo(SPEC + "hostn");
    }

    @Test
    void ctrlSpaceOffersWhatCanBeHereAndEscapeTakesItAway() throws Exception {
        press(KeyCode.CONTROL, KeyCode.SPACE);
        Ui.await(CompletionWindowTest::offers);
        press(KeyCode.ESCAPE);
        Ui.await(() -> !offers());
        assertThat(text()).isEqualTo(SPEC);
        assertThat(fx(() -> area().isFocused())).isTrue();
    }

    /** Rows that are made before the popup has its style sheets are drawn without colours. */
    @Test
    void theListHasItsColoursEachTimeThatItOpens() throws Exception {
        var warnings = new CopyOnWriteArrayList<String>();
        var listener = new Warnings(warnings);
        Logger css = Logger.getLogger("javafx.css");
        css.addHandler(listener);
        try {
            hands.write("hostn");
            Ui.await(CompletionWindowTest::offers);
            press(KeyCode.ESCAPE);
            Ui.await(() -> !offers());
            for (int letter = 0; letter < 5; letter++) {
                press(KeyCode.BACK_SPACE);
            }
            press(KeyCode.ESCAPE);
            Ui.await(() -> !offers());
            // more rows than the list had before
            press(KeyCode.CONTROL, KeyCode.SPACE);
            Ui.await(CompletionWindowTest::offers);
        } finally {
            css.removeHandler(listener);
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void enterEndsTheLineWhenTheWordIsThereAlready() throws Exception {
        hands.write("timezone: Europe/Londo");
        Ui.await(CompletionWindowTest::offers);
        hands.write("n");
        Ui.await(() -> !offers());
        press(KeyCode.ENTER);
        assertThat(text()).isEqualTo(SPEC + "timezone: Europe/London\n");
    }

    private static <T> T fx(Callable<T> action) {
        return Ui.fx(action);
    }

    private static final class Warnings extends Handler {

        private final List<String> said;

        Warnings(List<String> said) {
            this.said = said;
        }

        @Override
        public void publish(LogRecord record) {
            said.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

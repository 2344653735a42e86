package dev.coppice.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.FolderFiles;
import dev.coppice.app.Ui;
import dev.coppice.app.export.ExportPage;
import dev.coppice.app.export.ExportViewModel;
import dev.coppice.app.output.PlainExporter;
import dev.coppice.app.session.SpecFile;
import dev.coppice.app.session.SpecSession;
import dev.coppice.app.session.UserSettings.Look;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.Exporters;
import dev.coppice.model.schema.SpecSchema;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The Export page in a real window. */
@Tag("window")
class ExportWindowTest {

    private static final String SPEC =
            """
            spec: 1
            name: web
            base: { distribution: debian, release: bookworm }
            timezone: Europe/London
            packages:
              - nginx
              - htop
            services:
              nginx: { enabled: true }
            """;

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final Steps steps = new Steps();
    private Window window;
    private SpecSession session;
    private ExportPage page;
    @TempDir private Path folder;

    @BeforeEach
    void open() throws Exception {
        window = Window.open();
    }

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
        background.shutdown();
    }

    private void show(String text, Exporter... exporters) {
        var analyzer = new Analyzer();
        page =
                Window.fx(
                        () -> {
                            session =
                                    new SpecSession(
                                            SpecFile.of(folder),
                                            text,
                                            each -> analyzer.analyze(each, new FolderFiles(folder)),
                                            background,
                                            Platform::runLater);
                            return new ExportPage(
                                    new ExportViewModel(
                                            session,
                                            new SpecSchema(),
                                            new Exporters(List.of(exporters)),
                                            new NoWarnings(),
                                            steps,
                                            background,
                                            Platform::runLater),
                                    (owner, title, from) -> Optional.of(folder.resolve("out")));
                        });
        window.show(page.node());
        Window.run(page::shown);
        Window.settle();
        if (exporters.length > 0) {
            Ui.await(this::ready);
        }
    }

    /** Whether the first export is there, or it is known that there is none. */
    private boolean ready() {
        return page.node().lookupAll(".progress-indicator").stream()
                .noneMatch(each -> each.getParent().isVisible());
    }

    private boolean written(String line) {
        CodeArea area = written();
        return Window.fx(area::getText).contains(line);
    }

    private <T extends Node> T find(String id, Class<T> type) {
        return Window.fx(() -> type.cast(page.node().lookup("#" + id)));
    }

    private CodeArea written() {
        return find("export-written", CodeArea.class);
    }

    private List<String> marked(CodeArea area) {
        return Window.fx(
                () ->
                        area.getParagraphs().stream()
                                .filter(each -> each.getParagraphStyle().contains("marked"))
                                .map(each -> each.getText().strip())
                                .toList());
    }

    private void press(Node node, KeyCode code) {
        Window.run(
                () ->
                        Event.fireEvent(
                                node,
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        code,
                                        false,
                                        false,
                                        false,
                                        false)));
        Window.settle();
    }

    @Test
    void linesOfBothSidesLeadToEachOther() {
        show(SPEC, new PlainExporter("one"), new PlainExporter("two"));
        CodeArea written = written();
        CodeArea spec = find("export-spec", CodeArea.class);
        assertThat(written.getText()).contains("  nginx\n  htop\n");
        assertThat(Window.fx(spec::getCaretPosition)).isZero();

        Window.run(() -> written.moveTo(4, 2));
        Window.settle();
        assertThat(marked(spec)).containsExactly("- htop");
        press(written, KeyCode.ENTER);
        assertThat(steps.taken).containsExactly("reveal packages[1]");

        Window.run(() -> spec.moveTo(5, 0));
        Window.settle();
        assertThat(marked(written)).containsExactly("nginx");
        window.shoot("export-linked");
    }

    @Test
    void filesFollowTheSpecAndOldOnesAreGreyWhileItHasErrors() {
        show(SPEC, new PlainExporter("one"));
        Window.run(() -> session.replace("x", SPEC.replace("htop", "vim")));
        Ui.await(() -> written("  vim\n"));
        Window.run(() -> session.replace("x", SPEC + "pakages: [x]\n"));
        Ui.await(() -> find("export-save", Button.class).isDisabled());
        assertThat(written("  vim\n")).isTrue();
        window.shoot("export-stale");
    }

    @Test
    void savesAndAsksBeforeItReplacesAForeignFile() throws Exception {
        show(SPEC, new PlainExporter("one"));
        Button save = find("export-save", Button.class);
        Window.run(save::fire);
        Ui.await(() -> find("export-saved", Label.class).getText().startsWith("Saved 2 files in"));
        assertThat(folder.resolve("out/system.txt")).content().contains("htop");

        Files.writeString(folder.resolve("out/system.txt"), "mine");
        Platform.runLater(save::fire);
        Ui.await(() -> replacing().isPresent());
        window.shoot("export-saved");
        Button replace = (Button) Window.fx(() -> replacing().orElseThrow());
        assertThat(folder.resolve("out/system.txt")).hasContent("mine");
        Window.run(replace::fire);
        Ui.await(() -> !holds("mine"));
        assertThat(folder.resolve("out/system.txt")).content().contains("htop");
    }

    private static Optional<Node> replacing() {
        return Ui.find(node -> "export-replace".equals(node.getId()));
    }

    private boolean holds(String content) {
        try {
            return Files.readString(folder.resolve("out/system.txt")).equals(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theFilterAndTheTargetChangeTheReport() {
        show(SPEC, new PlainExporter("one"), new PlainExporter("two"));
        ListView<?> rows = find("export-report", ListView.class);
        assertThat(rows.getItems()).hasSize(3);
        var exact = find("export-exact", ToggleButton.class);
        Window.run(exact::fire);
        assertThat(rows.getItems()).hasSizeGreaterThan(5);
        ListView<?> targets = find("export-targets", ListView.class);
        Window.run(() -> targets.getSelectionModel().select(1));
        Window.settle();
        assertThat(written().getText()).startsWith("# made for two");
    }

    /** The title of the empty state that covers the page. */
    private String shownTitle() {
        return Window.fx(
                () ->
                        page.node().lookupAll(".empty-title").stream()
                                .filter(each -> each.getParent().isVisible())
                                .map(each -> ((Label) each).getText())
                                .findFirst()
                                .orElse(""));
    }

    /** With the targets of the program, as people see it. */
    @Test
    void pictures() {
        List<Exporter> all = new Exporters().all();
        show(
                SPEC,
                all.isEmpty()
                        ? new Exporter[] {new PlainExporter("one")}
                        : all.toArray(Exporter[]::new));
        window.size(1280, 800);
        window.assertWalk("export");
        window.shoot("export-light");
        window.look(Look.DARK);
        window.shoot("export-dark");
        window.size(1920, 1080);
        window.look(Look.LIGHT);
        window.shoot("export-large");
        show("spec: 1\n", new PlainExporter("one"));
        window.shoot("export-errors");
        assertThat(shownTitle()).isEqualTo("The spec has errors");
        show(SPEC);
        window.shoot("export-none");
        assertThat(shownTitle()).isEqualTo("No targets yet");
    }

    private static final class NoWarnings implements ExportViewModel.Warnings {

        @Override
        public boolean on(String target) {
            return false;
        }

        @Override
        public void set(String target, boolean on) {
            throw new AssertionError("nobody chose " + target);
        }
    }
}

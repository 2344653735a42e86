package dev.coppice.app.export;

import dev.coppice.app.code.CodeView;
import dev.coppice.app.code.Language;
import dev.coppice.app.parts.Buttons;
import dev.coppice.model.export.ExportedFile;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.util.SortedSet;

/** The written file beside the spec; a line that is chosen on one side is marked on the other. */
final class SidesPane extends SplitPane {

    private final ExportViewModel model;
    private final CodeView written = new CodeView("export-written", "Written file");
    private final CodeView spec = new CodeView("export-spec", "Text of the spec");
    private final Label name = new Label();
    private final Label copyNote = new Label();
    private final Node copy;
    private String shownPath = "";

    SidesPane(ExportViewModel model) {
        this.model = model;
        getStyleClass().add("export-sides");
        copyNote.getStyleClass().addAll("empty-text", "export-copy-note");
        copyNote.setWrapText(true);
        copy = Buttons.icon(MaterialDesignC.CONTENT_COPY, "Copy the file's text", this::copyText);
        copy.setId("export-copy");
        var compose =
                Buttons.icon(MaterialDesignP.PENCIL_OUTLINE, "Edit in Compose", model::openCompose);
        var file = new StackPane(written, copyNote);
        name.getStyleClass().add("section-title");
        name.setMinWidth(0);
        var specName = new Label("system.yaml");
        specName.getStyleClass().add("section-title");
        getItems().setAll(side(name, copy, file), side(specName, compose, spec));
        setDividerPositions(0.58);
        written.onChosen(model::chooseWritten);
        written.onOpened(model::openWritten);
        spec.onChosen(model::chooseSpec);
        spec.onOpened(model::openSpec);
        model.fileProperty().addListener(o -> showFile());
        model.exportedProperty().addListener(o -> showSpec());
        model.marksProperty().addListener((o, before, now) -> mark(now));
        showFile();
        showSpec();
    }

    private static Node side(Label title, Node tool, Node content) {
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var head = new HBox(title, tool);
        head.getStyleClass().addAll("pane-bar", "export-bar");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(content, Priority.ALWAYS);
        var side = new VBox(head, content);
        side.getStyleClass().add("export-side");
        side.setMinWidth(200);
        return side;
    }

    private void showFile() {
        ExportedFile file = model.fileProperty().get();
        String path = file == null ? "" : file.path();
        name.setText(path);
        String text = "";
        Language language = Language.PLAIN;
        String note = "";
        switch (file) {
            case ExportedFile.Text each -> {
                text = each.content().stripTrailing();
                language = language(each);
            }
            case ExportedFile.Copy each ->
                    note = "A copy of " + each.source() + ", a file of the project.";
            case null -> note = "No files.";
        }
        written.show(text, language);
        written.setVisible(note.isEmpty());
        copyNote.setText(note);
        copyNote.setVisible(!note.isEmpty());
        copy.setDisable(!note.isEmpty());
        if (!path.equals(shownPath)) {
            shownPath = path;
            written.toTop();
        }
        written.area().setAccessibleText("Written file " + path);
    }

    private static Language language(ExportedFile.Text file) {
        return switch (file.language()) {
            case NIX -> Language.NIX;
            case YAML -> Language.YAML;
            case JSON -> Language.JSON;
            case DOCKERFILE -> Language.DOCKERFILE;
            case SHELL -> Language.SHELL;
            case INI -> Language.INI;
            case PUPPET -> Language.PUPPET;
            case MARKDOWN -> Language.MARKDOWN;
            case PLAIN -> Language.PLAIN;
        };
    }

    private void showSpec() {
        model.exportedProperty()
                .get()
                .ifPresent(all -> spec.show(all.analysis().text().content(), Language.YAML));
    }

    private void mark(Marks marks) {
        written.mark(marks.written());
        spec.mark(marks.spec());
        if (marks.side() != Marks.Side.WRITTEN) {
            reveal(written, marks.written());
        }
        if (marks.side() != Marks.Side.SPEC) {
            reveal(spec, marks.spec());
        }
    }

    private static void reveal(CodeView view, SortedSet<Integer> lines) {
        if (!lines.isEmpty()) {
            view.reveal(lines.getFirst());
        }
    }

    private void copyText() {
        if (model.fileProperty().get() instanceof ExportedFile.Text text) {
            var content = new ClipboardContent();
            content.putString(text.content());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}

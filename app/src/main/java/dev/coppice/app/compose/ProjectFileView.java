package dev.coppice.app.compose;

import dev.coppice.app.parts.WideDialog;
import dev.coppice.runner.proc.Command;
import dev.coppice.runner.proc.ProcessRunner;
import dev.coppice.runner.proc.ProcessRunner.Started;

import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.stage.Modality;
import javafx.stage.Window;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A file of the project, to be read; another program can edit it. */
final class ProjectFileView {

    /** More is no text that a person reads in a dialog; in bytes. */
    private static final long LARGEST = 1L << 20;

    private final Path file;
    private final Executor background;
    private final Executor ui;
    private final Consumer<String> problem;

    /**
     * @param problem gets a sentence when something cannot be opened
     */
    ProjectFileView(Path file, Executor background, Executor ui, Consumer<String> problem) {
        this.file = file;
        this.background = background;
        this.ui = ui;
        this.problem = problem;
    }

    /** Reads the file in the background, then shows it. */
    void show(Window owner) {
        background.execute(
                () -> {
                    String text;
                    try {
                        text = read();
                    } catch (IOException e) {
                        String words =
                                e instanceof NoSuchFileException
                                        ? "There is no file " + file + "."
                                        : "The file " + file + " cannot be read.";
                        ui.execute(() -> problem.accept(words));
                        return;
                    }
                    ui.execute(() -> show(owner, text));
                });
    }

    private String read() throws IOException {
        if (Files.isDirectory(file)) {
            return "This is a folder.";
        }
        if (Files.size(file) > LARGEST) {
            return "The file is larger than 1 MiB. Open it in another program.";
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            return "The file is no text. Open it in another program.";
        }
    }

    private void show(Window owner, String text) {
        var area = new TextArea(text);
        area.setEditable(false);
        area.getStyleClass().add("mono");
        area.setAccessibleText("Content of " + file.getFileName());
        var path = new Label(file.toString());
        path.getStyleClass().add("muted");
        var pane = new BorderPane();
        pane.setTop(path);
        pane.setCenter(area);
        pane.getStyleClass().add("file-view");
        var open = new ButtonType("Open in external editor", ButtonData.LEFT);
        var dialog = new Dialog<ButtonType>();
        WideDialog.size(dialog, owner, 820, 560);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(file.getFileName().toString());
        dialog.getDialogPane().setContent(pane);
        dialog.getDialogPane().getButtonTypes().addAll(open, ButtonType.CLOSE);
        dialog.resultProperty()
                .addListener(
                        (o, before, now) -> {
                            if (now == open) {
                                background.execute(this::openOutside);
                            }
                        });
        dialog.show();
    }

    /** The desktop's own program for the file; it stays when Coppice goes. */
    private void openOutside() {
        Command command = Command.of("xdg-open", file.toString());
        if (ProcessRunner.ofHost().start(command, line -> {}) instanceof Started.Failed) {
            ui.execute(
                    () ->
                            problem.accept(
                                    "The file cannot be opened in another program: xdg-open is"
                                            + " missing. Install the package xdg-utils."));
        }
    }
}

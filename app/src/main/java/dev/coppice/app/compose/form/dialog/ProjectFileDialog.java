package dev.coppice.app.compose.form.dialog;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Asks for a file and answers with its path in the project; offers to copy one from elsewhere. */
public final class ProjectFileDialog {

    /** Where copies go. */
    private static final String COPIES = "files";

    private final FormTools tools;
    private final String title;

    public ProjectFileDialog(FormTools tools, String title) {
        this.tools = tools;
        this.title = title;
    }

    /**
     * Asks.
     *
     * @param answer gets the path from the project's folder, with slashes; not called when the
     *     person changed their mind
     */
    public void ask(Window owner, Consumer<String> answer) {
        Optional<Path> chosen = tools.files().ask(owner, title, tools.folder());
        if (chosen.isEmpty()) {
            return;
        }
        Path file = chosen.get().toAbsolutePath().normalize();
        Path folder = tools.folder().toAbsolutePath().normalize();
        if (file.startsWith(folder)) {
            answer.accept(slashes(folder.relativize(file)));
            return;
        }
        if (mayCopy(owner, file)) {
            CompletableFuture.supplyAsync(() -> copy(file, folder), tools.background())
                    .whenCompleteAsync(
                            (copied, failure) -> {
                                if (failure == null) {
                                    answer.accept(copied);
                                } else {
                                    failed(owner, file, failure);
                                }
                            },
                            tools.ui());
        }
    }

    private boolean mayCopy(Window owner, Path file) {
        var copy = new ButtonType("Copy into the project", ButtonData.OK_DONE);
        var alert =
                new Alert(
                        Alert.AlertType.CONFIRMATION,
                        "A build takes files of the project only. A copy of "
                                + file.getFileName()
                                + " would lie in the folder "
                                + COPIES
                                + " of the project.",
                        copy,
                        ButtonType.CANCEL);
        alert.initOwner(owner);
        alert.setTitle("Coppice");
        alert.setHeaderText("The file is not in the project");
        alert.setGraphic(null);
        alert.getDialogPane().getStyleClass().add("form-dialog");
        alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        return alert.showAndWait().filter(copy::equals).isPresent();
    }

    /** Copies under a name that is free; an equal file that is there already is taken. */
    private static String copy(Path file, Path folder) {
        try {
            Path into = Files.createDirectories(folder.resolve(COPIES));
            String name = file.getFileName().toString();
            Path target = into.resolve(name);
            for (int i = 2; Files.exists(target) && Files.mismatch(file, target) >= 0; i++) {
                int dot = name.lastIndexOf('.');
                target =
                        into.resolve(
                                dot > 0
                                        ? name.substring(0, dot) + "-" + i + name.substring(dot)
                                        : name + "-" + i);
            }
            if (!Files.exists(target)) {
                Files.copy(file, target);
            }
            return slashes(folder.relativize(target));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void failed(Window owner, Path file, Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var alert =
                new Alert(
                        Alert.AlertType.ERROR,
                        cause.getClass().getSimpleName() + ": " + cause.getMessage(),
                        ButtonType.CLOSE);
        alert.initOwner(owner);
        alert.setTitle("Coppice");
        alert.setHeaderText(file.getFileName() + " could not be copied");
        alert.show();
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}

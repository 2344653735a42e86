package dev.coppice.app.shell;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Executor;

/** The one dialog for faults of the program itself. One at a time: a fault may come in swarms. */
public final class BugDialog implements Thread.UncaughtExceptionHandler {

    private final Executor ui;
    private Window owner;
    private boolean open;

    public BugDialog(Executor ui) {
        this.ui = ui;
    }

    /** The window that it stands in front of. */
    void setOwner(Window window) {
        owner = window;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable bug) {
        String details = details(thread, bug);
        System.err.print(details);
        ui.execute(() -> show(bug, details));
    }

    private void show(Throwable bug, String details) {
        if (open) {
            return;
        }
        open = true;
        var copy = new ButtonType("Copy details", ButtonData.LEFT);
        var carryOn = new ButtonType("Carry on", ButtonData.OK_DONE);
        var alert = new Alert(Alert.AlertType.ERROR, "", copy, carryOn);
        alert.initOwner(owner);
        alert.setTitle("Coppice");
        alert.setHeaderText("Something went wrong inside Coppice");
        alert.setContentText(
                """
                %s

                Your spec is as you left it. You can carry on; save it first if you are in doubt. \
                The details help to mend this.\
                """
                        .formatted(inWords(bug)));
        var text = new TextArea(details);
        text.setEditable(false);
        text.getStyleClass().add("mono");
        text.setAccessibleText("Details of the fault");
        alert.getDialogPane().setExpandableContent(text);
        alert.getDialogPane().setMinWidth(560);
        alert.getDialogPane()
                .lookupButton(copy)
                .addEventFilter(
                        javafx.event.ActionEvent.ACTION,
                        e -> {
                            var content = new ClipboardContent();
                            content.putString(details);
                            Clipboard.getSystemClipboard().setContent(content);
                            e.consume();
                        });
        alert.setOnHidden(e -> open = false);
        alert.show();
    }

    private static String inWords(Throwable bug) {
        Throwable cause = bug;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static String details(Thread thread, Throwable bug) {
        var out = new StringWriter();
        out.write("Coppice on Java " + Runtime.version() + ", thread " + thread.getName() + "\n");
        bug.printStackTrace(new PrintWriter(out, true));
        return out.toString();
    }
}

package dev.coppice.app.compose.form.dialog;

import dev.coppice.app.compose.form.parts.Parts;
import dev.coppice.runner.host.PublicKey;
import dev.coppice.runner.host.PublicKeys;

import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks for public SSH keys: pasted, from a file, or this person's own. */
public final class KeyDialog {

    private final FormTools tools;
    private final Dialog<List<String>> dialog = new Dialog<>();
    private final VBox own = new VBox();
    private final TextArea paste = new TextArea();
    private final Label state = new Label();
    private final List<PublicKey> chosen = new ArrayList<>();
    private final ButtonType add = new ButtonType("Add keys", ButtonData.OK_DONE);

    public KeyDialog(FormTools tools) {
        this.tools = tools;
    }

    /**
     * Asks.
     *
     * @return lines of {@code authorized_keys}, each once; empty when the person changed their mind
     */
    public List<String> ask(Window owner) {
        dialog.initOwner(owner);
        dialog.setTitle("Coppice");
        dialog.setHeaderText("Add SSH keys");
        dialog.setGraphic(null);
        dialog.setResizable(true);
        dialog.getDialogPane().getStyleClass().add("form-dialog");
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(add, ButtonType.CANCEL);
        dialog.getDialogPane().setContent(content(owner));
        dialog.getDialogPane().lookupButton(add).setId("keys-add");
        dialog.setResultConverter(pressed -> pressed == add ? lines() : null);
        paste.textProperty().addListener(o -> judge());
        judge();
        lookForOwn();
        dialog.setOnShown(e -> paste.requestFocus());
        return dialog.showAndWait().orElse(List.of());
    }

    private Node content(Window owner) {
        own.getStyleClass().add("own-keys");
        own.getChildren().setAll(Parts.help("Looking for keys in ~/.ssh …"));
        paste.setId("keys-paste");
        paste.setPromptText("ssh-ed25519 AAAA… alice@laptop");
        paste.setPrefRowCount(4);
        paste.setPrefColumnCount(60);
        paste.getStyleClass().add("mono");
        paste.setAccessibleText("Public keys, one in a line");
        paste.addEventFilter(KeyEvent.KEY_PRESSED, KeyDialog::leaveWithTab);
        Node file =
                Parts.button(
                        "From a file …",
                        MaterialDesignF.FILE_KEY_OUTLINE,
                        () ->
                                tools.files()
                                        .ask(owner, "Public keys", home())
                                        .ifPresent(this::take));
        state.getStyleClass().add("field-help");
        state.setWrapText(true);
        var box =
                new VBox(
                        PasswordDialog.labelled("Keys of this computer", own),
                        PasswordDialog.labelled("Paste keys, one in a line", paste),
                        file,
                        state);
        box.getStyleClass().add("dialog-fields");
        return box;
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home"));
    }

    /** In a dialog Tab goes on to the next control. */
    private static void leaveWithTab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            ((Node) event.getTarget())
                    .requestFocusTraversal(
                            event.isShiftDown()
                                    ? javafx.scene.TraversalDirection.PREVIOUS
                                    : javafx.scene.TraversalDirection.NEXT);
            event.consume();
        }
    }

    private void lookForOwn() {
        CompletableFuture.supplyAsync(() -> tools.keys().own(), tools.background())
                .whenCompleteAsync(
                        (found, failure) -> showOwn(failure == null ? found : List.of()),
                        tools.ui());
    }

    private void showOwn(List<PublicKeys.InFile> found) {
        if (found.isEmpty()) {
            own.getChildren()
                    .setAll(Parts.help("There are none in ~/.ssh. `ssh-keygen` makes a pair."));
            return;
        }
        own.getChildren().clear();
        for (PublicKeys.InFile each : found) {
            String comment = each.key().comment();
            var box = new CheckBox(each.file() + (comment.isEmpty() ? "" : " · " + comment));
            box.setMnemonicParsing(false);
            box.selectedProperty()
                    .addListener(
                            (o, before, now) -> {
                                if (now) {
                                    chosen.add(each.key());
                                } else {
                                    chosen.remove(each.key());
                                }
                                judge();
                            });
            var print = new Label(each.key().fingerprint());
            print.getStyleClass().addAll("field-help", "key-fingerprint");
            own.getChildren().addAll(box, print);
        }
        dialog.getDialogPane().getScene().getWindow().sizeToScene();
    }

    private void take(Path file) {
        CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return PublicKeys.read(file);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        tools.background())
                .whenCompleteAsync(
                        (found, failure) -> {
                            if (failure != null) {
                                state.setText(file.getFileName() + " cannot be read.");
                            } else if (!found.refused().isEmpty()) {
                                state.setText(String.join(" ", found.refused()));
                            } else {
                                found.keys().forEach(key -> append(key.line()));
                            }
                        },
                        tools.ui());
    }

    private void append(String line) {
        String before = paste.getText();
        paste.setText(before + (before.isEmpty() || before.endsWith("\n") ? "" : "\n") + line);
    }

    private List<String> lines() {
        var lines = new LinkedHashSet<String>();
        chosen.forEach(key -> lines.add(key.line()));
        PublicKeys.read(paste.getText()).keys().forEach(key -> lines.add(key.line()));
        return List.copyOf(lines);
    }

    private void judge() {
        List<String> refused = PublicKeys.read(paste.getText()).refused();
        int count = lines().size();
        dialog.getDialogPane().lookupButton(add).setDisable(count == 0 || !refused.isEmpty());
        if (!refused.isEmpty()) {
            state.setText(String.join(" ", refused));
        } else {
            state.setText(
                    count == 0
                            ? "Tick a key or paste one."
                            : count == 1 ? "1 key." : count + " keys.");
        }
    }
}

package dev.coppice.app.compose.form.dialog;

import dev.coppice.runner.host.HashMethod;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asks for a password twice and answers with its hash. The password is hashed in the background and
 * kept nowhere.
 */
public final class PasswordDialog {

    private final FormTools tools;
    private final String user;
    private final Dialog<String> dialog = new Dialog<>();
    private final PasswordField first = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final ComboBox<HashMethod> method = new ComboBox<>();
    private final Label strength = new Label();
    private final Label state = new Label();
    private final ButtonType set = new ButtonType("Set password", ButtonData.OK_DONE);
    private boolean working;

    /**
     * @param user whose password it is; may be empty
     */
    public PasswordDialog(FormTools tools, String user) {
        this.tools = tools;
        this.user = user;
    }

    /** Asks; the hash, or empty when the person changed their mind. */
    public Optional<String> ask(Window owner) {
        dialog.initOwner(owner);
        dialog.setTitle("Coppice");
        dialog.setHeaderText(user.isEmpty() ? "Set a password" : "Set the password of " + user);
        dialog.setGraphic(null);
        dialog.getDialogPane().getStyleClass().add("form-dialog");
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(set, ButtonType.CANCEL);
        dialog.getDialogPane().setContent(content());
        Node button = dialog.getDialogPane().lookupButton(set);
        button.setId("password-set");
        button.addEventFilter(ActionEvent.ACTION, this::hash);
        first.textProperty().addListener(o -> judge());
        again.textProperty().addListener(o -> judge());
        judge();
        dialog.setOnShown(e -> first.requestFocus());
        dialog.setResultConverter(pressed -> null);
        Optional<String> hash = dialog.showAndWait();
        first.clear();
        again.clear();
        return hash;
    }

    private Node content() {
        first.setId("password-first");
        first.setAccessibleText("Password");
        again.setId("password-again");
        again.setAccessibleText("The same password again");
        method.setId("password-method");
        method.getItems().setAll(tools.hasher().methods());
        method.setValue(method.getItems().getFirst());
        method.setMaxWidth(Double.MAX_VALUE);
        method.setAccessibleText("Kind of hash");
        method.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(HashMethod each) {
                        return each == null ? "" : each.title();
                    }

                    @Override
                    public HashMethod fromString(String title) {
                        throw new UnsupportedOperationException(title);
                    }
                });
        strength.getStyleClass().add("password-strength");
        state.getStyleClass().add("field-help");
        state.setWrapText(true);
        var box =
                new VBox(
                        labelled("Password", first),
                        strength,
                        labelled("The same again", again),
                        labelled("Kind of hash", method),
                        state);
        box.getStyleClass().add("dialog-fields");
        return box;
    }

    static Node labelled(String words, Node control) {
        var label = new Label(words);
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        var box = new VBox(label, control);
        box.getStyleClass().add("field");
        return box;
    }

    private void judge() {
        Strength now = Strength.of(first.getCharacters(), user);
        strength.setText(now.words());
        strength.getStyleClass().removeIf(name -> name.startsWith("strength-"));
        strength.getStyleClass().add("strength-" + now.name().toLowerCase(java.util.Locale.ROOT));
        boolean same = first.getText().contentEquals(again.getCharacters());
        boolean ready = now != Strength.NONE && same && !working;
        dialog.getDialogPane().lookupButton(set).setDisable(!ready);
        if (working) {
            state.setText("Hashing …");
        } else if (!same && !again.getText().isEmpty()) {
            state.setText("The two are not the same yet.");
        } else {
            state.setText("Only the hash goes into the spec. The password is kept nowhere.");
        }
    }

    /** The dialog stays open until the hash is there, a part of a second. */
    private void hash(ActionEvent event) {
        event.consume();
        working = true;
        CharSequence typed = first.getCharacters();
        char[] password = new char[typed.length()];
        for (int i = 0; i < password.length; i++) {
            password[i] = typed.charAt(i);
        }
        first.setDisable(true);
        again.setDisable(true);
        judge();
        HashMethod chosen = method.getValue();
        CompletableFuture.supplyAsync(
                        () -> tools.hasher().hash(chosen, password), tools.background())
                .whenCompleteAsync(this::hashed, tools.ui());
    }

    private void hashed(String hash, Throwable bug) {
        if (bug != null) {
            dialog.close();
            throw new IllegalStateException("a password could not be hashed", bug);
        }
        if (dialog.isShowing()) {
            dialog.setResult(hash);
            dialog.close();
        }
    }
}

package dev.coppice.app.compose.form.input;

import dev.coppice.app.compose.form.dialog.PasswordDialog;
import dev.coppice.app.compose.form.parts.Parts;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignK;

/** The hash of a password, and a way to make one. */
final class PasswordInput implements Input {

    private final TextField control = new TextField();
    private final Label kind = new Label();
    private final Button set;
    private final VBox node;
    private final Typed typed;

    PasswordInput(Site site) {
        control.setPromptText(Values.prompt(site.field()));
        control.getStyleClass().add("mono");
        HBox.setHgrow(control, Priority.ALWAYS);
        typed =
                new Typed(
                        control,
                        text -> {
                            site.entered().accept(new YamlValue.Text(text));
                            describe(text);
                        });
        set = Parts.button("Set password …", MaterialDesignK.KEY_OUTLINE, () -> ask(site));
        var line = new HBox(control, set);
        line.getStyleClass().add("input-line");
        kind.getStyleClass().add("field-help");
        node = new VBox(line, kind);
        node.getStyleClass().add("stacked-input");
        describe("");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node control() {
        return control;
    }

    @Override
    public void show(boolean present, String text) {
        typed.show(text);
        describe(text);
    }

    @Override
    public boolean clearsItself() {
        return true;
    }

    private void ask(Site site) {
        String who = site.beside("name").orElse("");
        new PasswordDialog(site.tools(), who)
                .ask(control.getScene().getWindow())
                .ifPresent(
                        hash -> {
                            typed.show(hash);
                            describe(hash);
                            site.entered().accept(new YamlValue.Text(hash));
                        });
    }

    private void describe(String text) {
        String words = describeHash(text);
        kind.setText(words);
        Parts.show(kind, !words.isEmpty());
        set.setText(text.isEmpty() ? "Set password …" : "Change …");
        set.setAccessibleText(text.isEmpty() ? "Set password" : "Change password");
    }

    private static String describeHash(String text) {
        if (!Shape.PASSWORD_HASH.matches(text)) {
            return "";
        }
        return switch (text.charAt(0) == '$' ? text.split("\\$")[1] : text) {
            case "y" -> "A yescrypt hash.";
            case "gy" -> "A gost-yescrypt hash.";
            case "7" -> "An scrypt hash.";
            case "6" -> "A SHA-512 hash.";
            case "5" -> "A SHA-256 hash.";
            case "1" -> "An MD5 hash, which is quickly guessed. Make a new one.";
            case "!", "*" -> "Locked: no password opens it.";
            default -> "A bcrypt hash.";
        };
    }
}

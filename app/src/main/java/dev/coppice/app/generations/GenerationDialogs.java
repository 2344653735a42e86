package dev.coppice.app.generations;

import dev.coppice.app.format.Human;
import dev.coppice.model.schema.Shape;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.store.Deletion;
import dev.coppice.runner.store.Marks;
import dev.coppice.runner.store.Verification;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Questions and texts that stand before the page. */
final class GenerationDialogs {

    private final GenerationsViewModel model;
    private final FileQuestions files;
    private final Node owner;

    /**
     * @param files asks for files
     * @param owner a node of the window that the dialogs belong to
     */
    GenerationDialogs(GenerationsViewModel model, FileQuestions files, Node owner) {
        this.model = model;
        this.files = files;
        this.owner = owner;
    }

    /** Asks with what it frees, then deletes. */
    void delete(GenerationCard card) {
        model.planDeletion(card).thenAccept(this::confirm);
    }

    private void confirm(Deletion deletion) {
        if (deletion.refusal().isPresent()) {
            refuse(deletion.refusal().get());
            return;
        }
        var yes = new ButtonType("Delete", ButtonBar.ButtonData.OK_DONE);
        var ask = alert(Alert.AlertType.CONFIRMATION, yes, ButtonType.CANCEL);
        ask.setTitle("Delete a generation");
        ask.setHeaderText("Delete generation " + deletion.generations().getFirst().number() + "?");
        ask.setContentText(DeletionWords.of(deletion));
        ask.getDialogPane().lookupButton(yes).getStyleClass().add("danger");
        show(
                ask,
                answer -> {
                    if (answer == yes) {
                        model.delete(deletion);
                    }
                });
    }

    private void refuse(Problem problem) {
        var say = alert(Alert.AlertType.INFORMATION, ButtonType.CLOSE);
        say.setTitle("It stays");
        say.setHeaderText(problem.message());
        say.setContentText(
                problem.code().equals("generation-pinned")
                        ? "Take the pin off first: Unpin in the menu."
                        : problem.hint());
        show(say, answer -> {});
    }

    /** Asks for a label. */
    void label(GenerationCard card) {
        var field = new TextField(card.label());
        field.setPromptText("for example: before the move");
        field.setPrefColumnCount(32);
        field.setAccessibleText("Label of generation " + card.generation().number());
        field.setTextFormatter(
                new TextFormatter<String>(
                        change -> Marks.isLabel(change.getControlNewText()) ? change : null));
        var yes = new ButtonType("Label", ButtonBar.ButtonData.OK_DONE);
        var ask = alert(Alert.AlertType.NONE, yes, ButtonType.CANCEL);
        ask.setTitle("Label generation " + card.generation().number());
        var note = new Label("Lists and boot menus show it. An empty label takes it away.");
        note.getStyleClass().add("text-muted");
        ask.getDialogPane().setContent(form(field, note));
        ask.setOnShown(e -> field.requestFocus());
        show(
                ask,
                answer -> {
                    if (answer == yes) {
                        model.label(card, field.getText());
                    }
                });
    }

    private static VBox form(Node... rows) {
        var form = new VBox(rows);
        form.getStyleClass().add("dialog-form");
        return form;
    }

    /** Asks for a name and a folder. */
    void branch(GenerationCard card) {
        var name = new TextField(card.generation().system() + "-branch");
        name.setAccessibleText("Name of the new system");
        var folder = new TextField(model.folderFor(name.getText()).toString());
        folder.setAccessibleText("Folder of the new project");
        folder.setPrefColumnCount(36);
        name.textProperty()
                .addListener((o, old, now) -> folder.setText(model.folderFor(now).toString()));
        var yes = new ButtonType("Branch off", ButtonBar.ButtonData.OK_DONE);
        var ask = alert(Alert.AlertType.NONE, yes, ButtonType.CANCEL);
        ask.setTitle("Branch off generation " + card.generation().number());
        var note =
                new Label(
                        "A project of its own with this spec under another name. Its history begins"
                                + " here, without a copy of the layers.");
        note.setWrapText(true);
        note.setPrefWidth(460);
        note.getStyleClass().add("text-muted");
        var pane = ask.getDialogPane();
        pane.setContent(form(note, new Label("Name"), name, new Label("Folder"), folder));
        pane.lookupButton(yes)
                .disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        !Shape.SYSTEM_NAME.matches(name.getText())
                                                || folder.getText().isBlank(),
                                name.textProperty(),
                                folder.textProperty()));
        ask.setOnShown(e -> name.requestFocus());
        show(
                ask,
                answer -> {
                    if (answer == yes) {
                        model.branch(card, name.getText(), Path.of(folder.getText()));
                    }
                });
    }

    /** Asks where to write a generation. */
    void export(GenerationCard card) {
        var generation = card.generation();
        files.save(
                        window(),
                        "Export generation " + generation.number(),
                        generation.system() + "-" + generation.number() + ".generation.tar")
                .ifPresent(file -> model.export(card, file));
    }

    /** Asks which file to take in. */
    void importGeneration() {
        files.open(window(), "Import a generation").ifPresent(model::importFrom);
    }

    private Window window() {
        return owner.getScene().getWindow();
    }

    /** Asks how many generations to keep, and says what that would free. */
    void collect() {
        var old = new CheckBox("Delete old generations, and keep the newest");
        var keep = new Spinner<Integer>(1, 999, 10);
        keep.setEditable(true);
        keep.setPrefWidth(90);
        keep.disableProperty().bind(old.selectedProperty().not());
        keep.setAccessibleText("How many generations to keep");
        var line = new HBox(old, keep);
        line.getStyleClass().add("dialog-line");
        line.setAlignment(Pos.CENTER_LEFT);
        var words = new Label();
        words.setWrapText(true);
        words.setPrefWidth(480);
        words.setMinHeight(Region.USE_PREF_SIZE);
        var note =
                new Label(
                        "Generations that are pinned, labelled, current or in use stay in any"
                                + " case.");
        note.getStyleClass().add("text-muted");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        Runnable preview =
                () ->
                        model.planCollection(kept(old, keep))
                                .thenAccept(plan -> say(words, CollectionWords.of(plan)));
        old.selectedProperty().addListener((o, was, now) -> preview.run());
        keep.valueProperty().addListener((o, was, now) -> preview.run());
        preview.run();
        var yes = new ButtonType("Clean up", ButtonBar.ButtonData.OK_DONE);
        var ask = alert(Alert.AlertType.NONE, yes, ButtonType.CANCEL);
        ask.setTitle("Clean up the store");
        ask.getDialogPane().setContent(form(line, note, words));
        show(
                ask,
                answer -> {
                    if (answer == yes) {
                        model.collect(kept(old, keep));
                    }
                });
    }

    /** The dialog grows with what it says. */
    private static void say(Label words, String text) {
        words.setText(text);
        if (words.getScene() != null) {
            words.getScene().getWindow().sizeToScene();
        }
    }

    private static OptionalInt kept(CheckBox old, Spinner<Integer> keep) {
        return old.isSelected() ? OptionalInt.of(keep.getValue()) : OptionalInt.empty();
    }

    /** Reads the store again and says what is wrong. */
    void verify() {
        model.verify(false).thenAccept(this::showFound);
    }

    private void showFound(Verification found) {
        boolean well = found.damages().isEmpty();
        var discard = new ButtonType("Take damaged parts away", ButtonBar.ButtonData.OK_DONE);
        var say =
                well
                        ? alert(Alert.AlertType.INFORMATION, ButtonType.CLOSE)
                        : alert(Alert.AlertType.WARNING, discard, ButtonType.CLOSE);
        say.setTitle("Verify the store");
        say.setHeaderText(
                well ? "All is well" : Human.count(found.damages().size(), "part") + " damaged");
        if (well) {
            say.setContentText(CollectionWords.of(found));
        } else {
            var area = new TextArea(CollectionWords.of(found));
            area.setEditable(false);
            area.setWrapText(true);
            area.setPrefSize(640, 320);
            area.setAccessibleText("What is damaged");
            say.getDialogPane().setContent(area);
            say.setResizable(true);
        }
        show(
                say,
                answer -> {
                    if (answer == discard) {
                        model.verify(true).thenAccept(this::showFound);
                    }
                });
    }

    /** Shows the log of a generation's build. */
    void log(GenerationCard card) {
        model.log(card).thenAccept(text -> showLog(card, text));
    }

    private void showLog(GenerationCard card, String text) {
        var window = alert(Alert.AlertType.NONE, ButtonType.CLOSE);
        window.setTitle("Build log of generation " + card.generation().number());
        var area = new TextArea(text);
        area.setEditable(false);
        area.getStyleClass().add("log-text");
        area.setPrefSize(880, 560);
        area.setAccessibleText(window.getTitle());
        window.getDialogPane().setContent(area);
        window.setResizable(true);
        show(window, answer -> {});
    }

    private Alert alert(Alert.AlertType type, ButtonType... buttons) {
        var alert = new Alert(type, "", buttons);
        var scene = owner.getScene();
        alert.initOwner(scene.getWindow());
        alert.getDialogPane().getStylesheets().setAll(scene.getStylesheets());
        alert.getDialogPane().getStyleClass().add("page-dialog");
        return alert;
    }

    /** Without a nested event loop, so that events of the store go on. */
    private static void show(Alert alert, Consumer<ButtonType> answered) {
        alert.setOnHidden(e -> answered.accept(alert.getResult()));
        alert.show();
    }
}

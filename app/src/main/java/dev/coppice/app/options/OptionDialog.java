package dev.coppice.app.options;

import dev.coppice.app.fx.LatestWins;
import dev.coppice.model.nixos.NixOption;
import dev.coppice.model.nixos.NixOptions;
import dev.coppice.model.nixos.OptionText;

import javafx.collections.FXCollections;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Subscription;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Finds an option of NixOS by words of its name, says what it is, and lets a person take it. */
public final class OptionDialog {

    private static final int MANY = 500;

    private final OptionModel model;
    private final TextField input = new TextField();
    private final ListView<NixOption> list = new ListView<>();
    private final Label nothing = new Label();
    private final Label about = new Label();
    private final LatestWins<Question, List<NixOption>> search;

    private record Question(Optional<NixOptions> options, String typed) {}

    public OptionDialog(OptionModel model, Executor background, Executor ui) {
        this.model = model;
        this.search = new LatestWins<>(OptionDialog::find, background, ui, this::show);
    }

    /**
     * Shows the dialog and returns when it is closed.
     *
     * @param choose asks a person for a file with options
     * @return the option that was taken
     */
    public Optional<NixOption> ask(Window owner, Runnable choose) {
        model.need();
        var add = new ButtonType("Add option", ButtonData.OK_DONE);
        var dialog = new Dialog<NixOption>();
        dialog.initOwner(owner);
        dialog.setTitle("Coppice");
        dialog.setHeaderText("Options of NixOS");
        dialog.setGraphic(null);
        dialog.setResizable(true);
        DialogPane pane = dialog.getDialogPane();
        pane.getStyleClass().addAll("form-dialog", "package-dialog");
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.getButtonTypes().setAll(add, ButtonType.CANCEL);
        dialog.setResultConverter(pressed -> pressed == add ? selected() : null);
        Subscription picked =
                list.getSelectionModel()
                        .selectedItemProperty()
                        .subscribe(
                                option -> {
                                    pane.lookupButton(add).setDisable(option == null);
                                    about.setText(option == null ? "" : words(option));
                                });
        Subscription news = model.stateProperty().subscribe(state -> ask());
        try {
            pane.setContent(content(new OptionStatus(model, choose), dialog));
            dialog.setOnShown(e -> input.requestFocus());
            return dialog.showAndWait();
        } finally {
            picked.unsubscribe();
            news.unsubscribe();
            search.close();
        }
    }

    private VBox content(OptionStatus status, Dialog<NixOption> dialog) {
        input.setPromptText("Words of its name, such as openssh port");
        input.setAccessibleText("Search options of NixOS");
        input.textProperty().addListener(o -> ask());
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setCellFactory(view -> new OptionCell());
        list.setPlaceholder(nothing);
        list.setAccessibleText("Options of NixOS");
        list.setOnMouseClicked(
                e -> {
                    boolean twice = e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2;
                    if (twice && selected() != null) {
                        dialog.setResult(selected());
                        dialog.close();
                    }
                });
        nothing.getStyleClass().add("muted");
        nothing.setWrapText(true);
        about.setWrapText(true);
        about.setMinHeight(90);
        about.setMaxHeight(150);
        VBox.setVgrow(list, Priority.ALWAYS);
        var all = new VBox(input, list, about, status);
        all.getStyleClass().add("package-picker");
        return all;
    }

    private NixOption selected() {
        return list.getSelectionModel().getSelectedItem();
    }

    private static String words(NixOption option) {
        var words = new StringBuilder(OptionText.description(option));
        OptionText.facts(option)
                .forEach(
                        fact ->
                                words.append("\n")
                                        .append(fact.label())
                                        .append(": ")
                                        .append(fact.text().replace("`", "")));
        return words.toString().strip();
    }

    private void ask() {
        search.submit(new Question(model.options(), input.getText()));
    }

    private static List<NixOption> find(Question question) {
        return question.options()
                .map(options -> options.search(question.typed(), MANY))
                .orElse(List.of());
    }

    private void show(List<NixOption> found) {
        nothing.setText(
                model.options().isEmpty()
                        ? "The options of NixOS are not here yet."
                        : input.getText().isBlank()
                                ? "Type what you look for."
                                : "No option has all of these words in its name.");
        list.setItems(FXCollections.observableList(found));
        if (!found.isEmpty()) {
            list.scrollTo(0);
            list.getSelectionModel().select(0);
        }
    }

    private void pressed(KeyEvent event) {
        int by = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
        if (by != 0 && !list.getItems().isEmpty()) {
            int last = list.getItems().size() - 1;
            int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, last);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 3));
            event.consume();
        }
    }
}

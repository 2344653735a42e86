package dev.coppice.app.packages;

import dev.coppice.app.fx.LatestWins;
import dev.coppice.model.packages.PackageEntry;
import dev.coppice.model.packages.PackageIndex;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Finds packages by name and summary. The search runs in the background; keys go to the input, up
 * and down move in the list, Enter and a double click take the package.
 */
final class PackagePicker extends VBox implements AutoCloseable {

    private static final int MANY = 2_000;

    private final PackageListModel model;
    private final TextField input = new TextField();
    private final ListView<PackageEntry> list = new ListView<>();
    private final Label nothing = new Label();
    private final LatestWins<Question, List<PackageEntry>> search;
    private final Consumer<String> pick;
    private final ListStatus status;
    private final Subscription news;
    private Runnable taken = () -> {};

    private record Question(Optional<PackageIndex> index, String typed) {}

    /**
     * @param chosen whether a package is in the spec already
     * @param pick gets the name of a package that is taken
     */
    PackagePicker(
            PackageListModel model,
            Executor background,
            Executor ui,
            Predicate<String> chosen,
            Consumer<String> pick) {
        this.model = model;
        this.pick = pick;
        this.search = new LatestWins<>(PackagePicker::find, background, ui, this::show);
        getStyleClass().add("package-picker");
        input.setPromptText("Name or what it is for, such as web server");
        input.setAccessibleText("Search packages");
        input.textProperty().addListener(o -> ask());
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setCellFactory(view -> new PackageCell(chosen));
        list.setPlaceholder(nothing);
        list.setAccessibleText("Packages");
        list.setOnMouseClicked(
                e -> {
                    if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
                        take();
                    }
                });
        nothing.getStyleClass().add("muted");
        nothing.setWrapText(true);
        VBox.setVgrow(list, Priority.ALWAYS);
        var words = new ListWords(InstantSource.system(), ZoneId.systemDefault());
        status = new ListStatus(model, words);
        getChildren().addAll(input, list, status);
        news =
                model.stateProperty()
                        .subscribe(
                                (before, now) -> {
                                    if (!before.index().equals(now.index())) {
                                        ask();
                                    }
                                });
        ask();
    }

    @Override
    public void close() {
        news.unsubscribe();
        status.close();
        search.close();
    }

    /** The input, which takes the focus. */
    TextField input() {
        return input;
    }

    /** The package that Enter would take; null when there is none. */
    ReadOnlyObjectProperty<PackageEntry> selectedProperty() {
        return list.getSelectionModel().selectedItemProperty();
    }

    /** Runs an action after a package was taken. */
    void onTaken(Runnable action) {
        taken = action;
    }

    private void ask() {
        search.submit(new Question(model.index(), input.getText()));
    }

    private static List<PackageEntry> find(Question question) {
        int limit = question.typed().isBlank() ? Integer.MAX_VALUE : MANY;
        return question.index()
                .map(index -> index.search(question.typed(), limit))
                .orElse(List.of());
    }

    private void show(List<PackageEntry> found) {
        nothing.setText(
                model.index().isEmpty()
                        ? "The list of packages is not here yet."
                        : "No package has all of these words.");
        list.setItems(FXCollections.observableList(found));
        list.scrollTo(0);
        if (!found.isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    private void pressed(KeyEvent event) {
        int by =
                switch (event.getCode()) {
                    case UP -> -1;
                    case DOWN -> 1;
                    case PAGE_UP -> -8;
                    case PAGE_DOWN -> 8;
                    default -> 0;
                };
        if (by != 0 && !list.getItems().isEmpty()) {
            int last = list.getItems().size() - 1;
            int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, last);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 3));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            take();
            event.consume();
        }
    }

    /** Takes the selected package. */
    void take() {
        PackageEntry selected = selectedProperty().get();
        if (selected != null) {
            pick.accept(selected.name());
            list.refresh();
            taken.run();
        }
    }
}

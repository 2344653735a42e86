package dev.coppice.app.build;

import dev.coppice.app.parts.Buttons;
import dev.coppice.app.theme.EmptyState;
import dev.coppice.icons.Artwork;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

import java.util.stream.Collectors;

/** The log: follows its end until somebody scrolls up; searched, copied, saved. */
final class LogPane extends VBox {

    private static final double LINE = 18;
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FIND =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final BuildLog log;
    private final BooleanProperty following;
    private final ListView<LogEntry> list;
    private final TextField search = new TextField();
    private final Label found = new Label();
    private int at = -1;

    /**
     * @param notice what became of the last saving
     */
    LogPane(
            BuildLog log,
            BooleanProperty following,
            ObservableValue<String> notice,
            Runnable save) {
        this.log = log;
        this.following = following;
        getStyleClass().add("log-pane");
        list = new ListView<>(log.lines());
        list.getStyleClass().add("log-list");
        list.setFixedCellSize(LINE);
        list.setCellFactory(view -> new LogCell(log));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setAccessibleText("Log of the build");
        list.setPlaceholder(
                new EmptyState(
                        Artwork.NO_BUILD,
                        "No log yet",
                        "What the tools say while they build appears here, line by line."));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(bar(notice, save), list);
        follow();
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (FIND.match(e)) {
                        search.requestFocus();
                        e.consume();
                    }
                });
    }

    private Node bar(ObservableValue<String> notice, Runnable save) {
        var title = new Label();
        title.getStyleClass().add("section-title");
        title.textProperty()
                .bind(
                        log.stepProperty()
                                .map(step -> step.isEmpty() ? "Log" : "Log of step " + step));
        var everything =
                Buttons.plain("All steps", MaterialDesignF.FILTER_REMOVE_OUTLINE, this::showAll);
        everything.getStyleClass().addAll("flat", "small");
        everything.visibleProperty().bind(log.stepProperty().isNotEmpty());
        everything.managedProperty().bind(everything.visibleProperty());
        var saved = new Label();
        saved.getStyleClass().add("text-muted");
        saved.textProperty().bind(notice);
        saved.setMinWidth(0);
        saved.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(saved, Priority.ALWAYS);
        search.setPromptText("Search the log");
        search.setAccessibleText("Search the log");
        search.getStyleClass().addAll("small", "search-field");
        search.textProperty().bindBidirectional(log.queryProperty());
        search.setOnAction(e -> go(1));
        found.getStyleClass().addAll("figure", "text-muted");
        log.matchesProperty().addListener(o -> searched());
        log.queryProperty().addListener(o -> newQuery());
        var previous = Buttons.icon(MaterialDesignC.CHEVRON_UP, "Previous match", () -> go(-1));
        var next = Buttons.icon(MaterialDesignC.CHEVRON_DOWN, "Next match (Enter)", () -> go(1));
        previous.disableProperty().bind(log.matchesProperty().isEqualTo(0));
        next.disableProperty().bind(log.matchesProperty().isEqualTo(0));
        ToggleButton end =
                Buttons.toggle(MaterialDesignA.ARROW_COLLAPSE_DOWN, "Follow the end of the log");
        end.selectedProperty().bindBidirectional(following);
        var copy =
                Buttons.icon(MaterialDesignC.CONTENT_COPY, "Copy the log", () -> copy(log.text()));
        var keep = Buttons.icon(MaterialDesignC.CONTENT_SAVE_OUTLINE, "Save the log as …", save);
        var bar =
                new HBox(title, everything, saved, found, search, previous, next, end, copy, keep);
        bar.getStyleClass().add("pane-bar");
        return bar;
    }

    private void showAll() {
        log.stepProperty().set("");
    }

    private void newQuery() {
        at = -1;
        if (!log.queryProperty().get().isBlank()) {
            go(1);
        }
        list.refresh();
        searched();
    }

    private void go(int direction) {
        at = log.find(at, direction);
        if (at >= 0) {
            following.set(false);
            list.getSelectionModel().clearAndSelect(at);
            list.scrollTo(Math.max(0, at - 4));
        }
        searched();
    }

    private void searched() {
        String query = log.queryProperty().get();
        int matches = log.matchesProperty().get();
        found.setText(
                query.isBlank()
                        ? ""
                        : matches == 0 ? "nothing found" : log.ordinal(at) + " of " + matches);
    }

    private void follow() {
        log.lines()
                .addListener(
                        (ListChangeListener<LogEntry>)
                                change -> {
                                    Platform.runLater(this::toEndIfFollowing);
                                });
        following.addListener((o, was, is) -> Platform.runLater(this::toEndIfFollowing));
        list.heightProperty().subscribe(() -> Platform.runLater(this::toEndIfFollowing));
        // Filters: the list consumes what it scrolls by.
        list.addEventFilter(
                ScrollEvent.SCROLL, e -> Platform.runLater(() -> scrolledBy(e.getDeltaY())));
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> Platform.runLater(() -> scrolledBy(0)));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Not while the list is told of new lines: it knows their number only after its layout. */
    private void toEndIfFollowing() {
        if (following.get() && !log.lines().isEmpty()) {
            list.layout();
            // One past the last line: to the very end. The last line itself counts as in view.
            list.scrollTo(log.lines().size());
        }
    }

    private void pressed(KeyEvent event) {
        if (COPY.match(event)) {
            copy(
                    list.getSelectionModel().getSelectedItems().stream()
                            .map(LogEntry::text)
                            .collect(Collectors.joining("\n")));
            event.consume();
        } else if (event.getCode() == KeyCode.END) {
            following.set(true);
        } else if (event.getCode().isNavigationKey()) {
            Platform.runLater(() -> scrolledBy(0));
        }
    }

    private void scrolledBy(double delta) {
        if (delta > 0) {
            following.set(false);
        } else if (list.lookup(".scroll-bar:vertical") instanceof ScrollBar bar
                && bar.getOrientation() == Orientation.VERTICAL
                && bar.isVisible()) {
            following.set(bar.getValue() >= bar.getMax() - 1e-6);
        }
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}

package dev.coppice.app.generations;

import dev.coppice.app.format.Human;
import dev.coppice.app.parts.Buttons;
import dev.coppice.app.theme.EmptyState;
import dev.coppice.icons.Artwork;

import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The generations page: the list on the left, the chosen one on the right. */
final class GenerationsPane extends StackPane {

    private final GenerationsViewModel model;
    private final ListView<GenerationCard> list;
    private final GenerationDialogs dialogs;
    private final DetailPane detail;
    private final Button compareTwo;
    private int lastChosen;
    private int lastNewest;

    GenerationsPane(GenerationsViewModel model, FileQuestions files) {
        this.model = model;
        getStyleClass().addAll("page", "generations-page");
        dialogs = new GenerationDialogs(model, files, this);
        detail = new DetailPane(model, dialogs);
        list = new ListView<>(model.cards());
        list.getStyleClass().add("generation-list");
        list.setCellFactory(view -> new GenerationCell(model));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setAccessibleText("Generations, newest first");
        compareTwo =
                Buttons.plain(
                        "Compare two", MaterialDesignC.COMPARE_HORIZONTAL, this::compareChosen);
        compareTwo.setTooltip(new Tooltip("Choose two in the list, the second with Ctrl"));
        var scroll = new ScrollPane(detail);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        var split = new SplitPane(list, scroll);
        split.setDividerPositions(0.52);
        var work = new BorderPane();
        // Tab goes through the parts in the order in which they are set.
        work.setTop(new VBox(header(), busy(), notice()));
        work.setCenter(split);
        var empty = empty();
        var none = Bindings.isEmpty(model.cards());
        empty.visibleProperty().bind(none.and(model.loadedProperty()));
        work.visibleProperty().bind(none.not());
        getChildren().addAll(work, empty);
        list.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<GenerationCard>) c -> chosen());
        // After the list has taken the new rows, which clears its choice.
        model.cards().addListener((Observable o) -> Platform.runLater(this::keepChoice));
        list.setOnKeyPressed(
                e -> {
                    var card = list.getSelectionModel().getSelectedItem();
                    if (card != null && e.getCode() == KeyCode.DELETE) {
                        dialogs.delete(card);
                    } else if (card != null && e.getCode() == KeyCode.ENTER) {
                        model.boot(card, false);
                    }
                });
    }

    private Node header() {
        var title = new Label("Generations");
        title.getStyleClass().add("page-title");
        var count = new Label();
        count.getStyleClass().addAll("page-subtitle", "figure");
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        Human.count(model.cards().size(), "generation")
                                                + " of "
                                                + model.systemProperty().get()
                                                + storeSize(),
                                model.cards(),
                                model.storeSizeProperty(),
                                model.systemProperty()));
        var words = new VBox(title, count);
        words.getStyleClass().add("page-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        var head = new HBox(words, compareTwo, new StoreMenu(dialogs));
        head.getStyleClass().addAll("page-header", "page-head");
        return head;
    }

    private String storeSize() {
        String size = model.storeSizeProperty().get();
        return size.isEmpty() ? "" : "  ·  the store holds " + size;
    }

    private Node busy() {
        var words = new Label();
        words.textProperty().bind(model.busyProperty());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var cancel = Buttons.icon(MaterialDesignC.CLOSE, "Cancel", model::cancel);
        var bar = new HBox(words, cancel);
        bar.getStyleClass().add("page-notice");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.visibleProperty().bind(model.busyProperty().isNotEmpty());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private Node notice() {
        var words = new Label();
        words.textProperty().bind(model.noticeProperty());
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var close = Buttons.icon(MaterialDesignC.CLOSE, "Dismiss", model::dismissNotice);
        var bar = new HBox(words, close);
        bar.getStyleClass().add("page-notice");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private Node empty() {
        return new EmptyState(
                Artwork.NO_GENERATIONS,
                "No generations yet",
                "Every build becomes a generation: numbered, kept with its spec, its log, its"
                        + " facts and a picture of its screen, ready to boot and to compare.",
                Buttons.primary("Build & boot", MaterialDesignP.PLAY, model::buildAndBoot));
    }

    private void chosen() {
        var items = list.getSelectionModel().getSelectedItems();
        compareTwo.setDisable(items.size() != 2);
        if (!items.isEmpty() && items.getLast() != null) {
            var card = list.getSelectionModel().getSelectedItem();
            lastChosen = card.generation().number();
            detail.show(card);
        }
    }

    /**
     * The rows are made anew after each change of the store: choose the same generation again, or
     * the one that is new.
     */
    private void keepChoice() {
        if (model.cards().isEmpty()) {
            return;
        }
        int newest = model.cards().getFirst().generation().number();
        if (newest > lastNewest) {
            lastChosen = newest;
        }
        lastNewest = newest;
        int wanted = 0;
        for (int i = 0; i < model.cards().size(); i++) {
            if (model.cards().get(i).generation().number() == lastChosen) {
                wanted = i;
            }
        }
        list.getSelectionModel().clearAndSelect(wanted);
        list.getFocusModel().focus(wanted);
        chosen();
    }

    private void compareChosen() {
        var items = list.getSelectionModel().getSelectedItems();
        if (items.size() == 2) {
            model.compare(items.get(0), items.get(1));
        }
    }
}

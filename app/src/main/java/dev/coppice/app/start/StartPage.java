package dev.coppice.app.start;

import dev.coppice.app.parts.Buttons;
import dev.coppice.app.session.Services;
import dev.coppice.app.theme.EmptyState;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.nio.file.Path;

/** Where everything begins: the gallery, an empty file, an import, and the projects of before. */
public final class StartPage {

    private final StartViewModel model;
    private final TextField search = new TextField();
    private final Gallery gallery;
    private final CreateForm form;
    private final ImportDetail imports;
    private final HBox node = new HBox();

    public StartPage(Starting starting, Services services, StartActions actions) {
        Path home = Path.of(System.getProperty("user.home"));
        this.model = new StartViewModel(starting, services, actions, home);
        this.form = new CreateForm(model);
        this.gallery = new Gallery(model, form::focusName);
        var detail = new ExampleDetail(model, starting.view().get());
        detail.visibleProperty().bind(model.importingProperty().not());
        this.imports = new ImportDetail(model.imports(), starting.view().get());
        imports.visibleProperty().bind(model.importingProperty());
        var what = new StackPane(detail, imports);
        var side = new VBox(what, form);
        side.getStyleClass().add("start-detail");
        VBox.setVgrow(what, Priority.ALWAYS);
        VBox middle = middle();
        HBox.setHgrow(middle, Priority.ALWAYS);
        HBox.setHgrow(side, Priority.ALWAYS);
        node.setId("start-page");
        node.getStyleClass().addAll("page", "start-page");
        node.getChildren().addAll(left(actions), middle, side);
    }

    public Node node() {
        return node;
    }

    /** The page has come into view. */
    public void shown() {
        model.refresh();
        gallery.focusCard();
    }

    private VBox left(StartActions actions) {
        var name = new Label("Coppice");
        name.getStyleClass().add("start-name");
        var words = new Label("Compose a system, boot it, and see what changed.");
        words.getStyleClass().add("start-words");
        words.setWrapText(true);
        words.setMinHeight(VBox.USE_PREF_SIZE);
        Button open = wide("Open project …", MaterialDesignF.FOLDER_OPEN_OUTLINE, actions::open);
        open.setId("start-open");
        Button empty =
                wide(
                        "Empty file",
                        MaterialDesignF.FILE_OUTLINE,
                        () -> {
                            model.choose(model.empty());
                            form.focusName();
                        });
        empty.setId("start-empty");
        Button file =
                wide(
                        "Import …",
                        MaterialDesignI.IMPORT,
                        () -> {
                            model.startImport();
                            imports.focusChoice();
                        });
        file.setId("start-import");
        var recent = new RecentList(model);
        VBox.setVgrow(recent, Priority.ALWAYS);
        var heading = new Label("Recent projects");
        heading.getStyleClass().add("start-heading");
        heading.setLabelFor(recent);
        var left = new VBox(name, words, open, empty, file, heading, recent);
        left.getStyleClass().add("start-left");
        return left;
    }

    private VBox middle() {
        var title = new Label("Start from an example");
        title.getStyleClass().add("page-title");
        search.setId("example-search");
        search.setPromptText("Find by what it does, or by a package");
        search.setAccessibleText("Find an example");
        search.textProperty().bindBidirectional(model.queryProperty());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        gallery.addEventHandler(KeyEvent.KEY_TYPED, this::typedOnCards);
        var none =
                new EmptyState(
                        MaterialDesignM.MAGNIFY_CLOSE,
                        "No example does that",
                        "Look for something else, or begin with an empty file.");
        none.visibleProperty().bind(Bindings.isEmpty(model.shown()));
        var stack = new StackPane(gallery, none);
        VBox.setVgrow(stack, Priority.ALWAYS);
        var middle = new VBox(title, search, stack);
        middle.getStyleClass().add("start-middle");
        return middle;
    }

    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            if (!model.shown().isEmpty()) {
                gallery.focusCard();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        }
    }

    /** A letter typed on a card looks for it. */
    private void typedOnCards(KeyEvent event) {
        String typed = event.getCharacter();
        boolean letter = !typed.isBlank() && !Character.isISOControl(typed.charAt(0));
        if (letter && !event.isShortcutDown() && !event.isAltDown()) {
            search.requestFocus();
            search.appendText(typed);
            search.end();
            event.consume();
        }
    }

    private static Button wide(String text, org.kordamp.ikonli.Ikon icon, Runnable action) {
        Button button = Buttons.plain(text, icon, action);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("start-button");
        return button;
    }
}

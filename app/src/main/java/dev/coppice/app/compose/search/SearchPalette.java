package dev.coppice.app.compose.search;

import dev.coppice.model.search.Hit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.util.List;

/**
 * The search over everything, laid over the page: typing finds, arrows choose, Enter goes, Escape
 * or a click beside it closes.
 */
public final class SearchPalette extends StackPane {

    private static final int PAGE = 6;

    private final SearchModel model;
    private final TextField field = new TextField();
    private final ListView<Hit> list = new ListView<>();
    private final Label nothing = new Label("Nothing is called that");
    private Node before;
    private boolean entering;

    public SearchPalette(SearchModel model) {
        this.model = model;
        getStyleClass().add("search-veil");
        setId("search");
        field.setId("search-field");
        field.setPromptText("Find a setting or a value: ssh, networking.firewall, alice");
        field.setAccessibleText("Search everything");
        field.textProperty().bindBidirectional(model.queryProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        var head = new HBox(12, new FontIcon(MaterialDesignM.MAGNIFY), field);
        head.getStyleClass().add("search-head");
        list.setId("search-hits");
        list.setAccessibleText("What was found");
        list.setCellFactory(view -> clickable());
        list.setPlaceholder(nothing);
        list.setFocusTraversable(false);
        VBox.setVgrow(list, Priority.ALWAYS);
        var box = new VBox(head, list, foot());
        box.getStyleClass().add("search-box");
        box.setMaxSize(720, 520);
        setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
        model.hitsProperty().addListener((o, old, now) -> show(now));
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        addEventFilter(KeyEvent.KEY_RELEASED, this::keyReleased);
        addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    if (event.getTarget() == this) {
                        close();
                    }
                });
        setVisible(false);
    }

    private Node foot() {
        var notice = new Label();
        notice.getStyleClass().add("severity-error");
        notice.textProperty().bind(model.noticeProperty());
        notice.setWrapText(true);
        HBox.setHgrow(notice, Priority.ALWAYS);
        notice.setMaxWidth(Double.MAX_VALUE);
        var keys = new Label("↑ ↓ choose    Enter go or add    Esc close");
        keys.getStyleClass().add("search-keys");
        keys.setMinWidth(USE_PREF_SIZE);
        var foot = new HBox(12, notice, keys);
        foot.getStyleClass().add("search-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private SearchCell clickable() {
        var cell = new SearchCell();
        cell.setOnMouseClicked(
                event -> {
                    if (cell.getItem() != null) {
                        choose(cell.getItem());
                    }
                });
        return cell;
    }

    /** Opens with an empty line to type into. */
    public void open() {
        if (!isVisible()) {
            before = getScene().getFocusOwner();
        }
        setVisible(true);
        model.open();
        show(model.hitsProperty().get());
        field.requestFocus();
    }

    private void close() {
        setVisible(false);
        if (before != null) {
            before.requestFocus();
        }
    }

    private void show(List<Hit> hits) {
        list.getItems().setAll(hits);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void choose(Hit hit) {
        setVisible(false);
        if (hit == null || !model.choose(hit)) {
            setVisible(true);
            field.requestFocus();
        }
    }

    private void keyPressed(KeyEvent event) {
        boolean used = true;
        switch (event.getCode()) {
            case KeyCode.ESCAPE -> close();
            case KeyCode.ENTER -> entering = true;
            case KeyCode.DOWN -> move(1);
            case KeyCode.UP -> move(-1);
            case KeyCode.PAGE_DOWN -> move(PAGE);
            case KeyCode.PAGE_UP -> move(-PAGE);
            case KeyCode.TAB -> field.requestFocus();
            default -> used = false;
        }
        if (used) {
            event.consume();
        }
    }

    /** Enter counts when it is let go: held down, it would go on in the text. */
    private void keyReleased(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && entering) {
            entering = false;
            event.consume();
            choose(list.getSelectionModel().getSelectedItem());
        }
    }

    private void move(int by) {
        int last = list.getItems().size() - 1;
        if (last >= 0) {
            int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, last);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 2));
        }
    }
}

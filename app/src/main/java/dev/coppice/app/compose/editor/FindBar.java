package dev.coppice.app.compose.editor;

import atlantafx.base.theme.Styles;

import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The bar above the text that finds and replaces. */
final class FindBar extends VBox {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final FindModel model;
    private final Runnable closed;
    private final TextField words = new TextField();
    private final TextField replacement = new TextField();
    private final HBox second;

    /**
     * @param closed called when the bar is closed by hand
     */
    FindBar(FindModel model, Runnable closed) {
        this.model = model;
        this.closed = closed;
        getStyleClass().add("find-bar");
        setId("find-bar");
        field(words, "find-words", "Find");
        words.textProperty().bindBidirectional(model.words);
        field(replacement, "find-replacement", "Replace with");
        replacement.textProperty().bindBidirectional(model.replacement);
        second = row(replacement, replaceButtons());
        getChildren().addAll(row(words, findButtons()), second);
        model.failedProperty()
                .addListener((o, before, now) -> words.pseudoClassStateChanged(FAILED, now));
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        show(this, false);
    }

    /** Opens, with or without what replaces. */
    void open(String selected, boolean replacing) {
        show(this, true);
        show(second, replacing);
        model.open(selected);
        TextField first = replacing && !words.getText().isEmpty() ? replacement : words;
        first.requestFocus();
        first.selectAll();
    }

    /** Closes. */
    void close() {
        model.close();
        show(this, false);
        closed.run();
    }

    private HBox findButtons() {
        var status = new Label();
        status.setId("find-status");
        status.getStyleClass().add("muted");
        status.textProperty().bind(model.statusProperty());
        status.setMinWidth(0);
        var close = button(MaterialDesignC.CLOSE, "Close (Esc)", this::close);
        return new HBox(
                toggle("Aa", "Match case", model.matchCase),
                toggle("W", "Whole words", model.wholeWord),
                toggle(".*", "Regular expression", model.regex),
                button(MaterialDesignC.CHEVRON_UP, "Previous (Shift+F3)", () -> model.step(true)),
                button(MaterialDesignC.CHEVRON_DOWN, "Next (F3)", () -> model.step(false)),
                close,
                status);
    }

    private HBox replaceButtons() {
        var one = new Button("Replace", new FontIcon(MaterialDesignR.REPEAT_ONCE));
        one.setId("replace-one");
        one.setOnAction(e -> model.replaceOne());
        var all = new Button("Replace all", new FontIcon(MaterialDesignF.FIND_REPLACE));
        all.setId("replace-all");
        all.setOnAction(e -> model.replaceAll());
        return new HBox(one, all);
    }

    private static HBox row(TextField field, HBox buttons) {
        buttons.getStyleClass().add("find-buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(buttons, Priority.ALWAYS);
        var row = new HBox(field, buttons);
        row.getStyleClass().add("find-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static void field(TextField field, String id, String name) {
        field.setId(id);
        field.setPromptText(name);
        field.setAccessibleText(name);
        field.getStyleClass().add("find-field");
    }

    private static Button button(Ikon icon, String words, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "form-tool");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(e -> action.run());
        return button;
    }

    private static ToggleButton toggle(String sign, String words, BooleanProperty chosen) {
        var toggle = new ToggleButton(sign);
        toggle.getStyleClass().addAll("find-toggle");
        toggle.setAccessibleText(words);
        toggle.setTooltip(new Tooltip(words));
        toggle.selectedProperty().bindBidirectional(chosen);
        toggle.setMinWidth(USE_PREF_SIZE);
        return toggle;
    }

    private void keyPressed(KeyEvent event) {
        boolean used = true;
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (event.getCode() == KeyCode.ENTER && words.isFocused()) {
            model.step(event.isShiftDown());
        } else if (event.getCode() == KeyCode.ENTER && replacement.isFocused()) {
            model.replaceOne();
        } else {
            used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private static void show(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}

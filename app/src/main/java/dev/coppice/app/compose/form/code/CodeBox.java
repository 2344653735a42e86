package dev.coppice.app.compose.form.code;

import dev.coppice.app.code.Colours;
import dev.coppice.app.code.Language;

import javafx.beans.binding.Bindings;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;

import java.util.Collection;
import java.util.function.Consumer;

/** A text of several lines with colours. */
public final class CodeBox extends StackPane {

    /** More is not coloured: nobody edits it here. */
    private static final int MOST_COLOURED = 200_000;

    private static final double LINE = 18;
    private static final double PADDING = 18;
    private static final int FEWEST_LINES = 4;
    private static final int MOST_LINES = 14;
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final CodeArea area = new CodeArea();
    private Language language = Language.PLAIN;
    private boolean showing;

    /**
     * @param entered gets what a person typed, with each character
     */
    public CodeBox(Consumer<String> entered) {
        getStyleClass().add("code-box");
        area.getStyleClass().add("code-text");
        area.setFocusTraversable(true);
        area.setUseInitialStyleForInsertion(false);
        getChildren().add(new VirtualizedScrollPane<>(area));
        area.plainTextChanges()
                .subscribe(
                        change -> {
                            colour();
                            fit();
                            if (!showing) {
                                entered.accept(area.getText());
                            }
                        });
        // The frame is the box's own, and what it tells is set at the area inside.
        area.getPseudoClassStates()
                .addListener(
                        (SetChangeListener<PseudoClass>)
                                change ->
                                        pseudoClassStateChanged(
                                                INVALID, change.getSet().contains(INVALID)));
        fit();
    }

    /** What takes the focus. */
    public CodeArea area() {
        return area;
    }

    /** In a form Tab goes on to the next input, and Shift+Tab back. */
    public void leaveWithTab() {
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.TAB && !e.isControlDown()) {
                        area.requestFocusTraversal(
                                e.isShiftDown()
                                        ? TraversalDirection.PREVIOUS
                                        : TraversalDirection.NEXT);
                        e.consume();
                    }
                });
        area.addEventFilter(
                KeyEvent.KEY_TYPED,
                e -> {
                    if (e.getCharacter().equals("\t")) {
                        e.consume();
                    }
                });
    }

    /** What an empty box shows. */
    public void prompt(Node prompt) {
        prompt.setMouseTransparent(true);
        StackPane.setAlignment(prompt, javafx.geometry.Pos.TOP_LEFT);
        prompt.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> area.getLength() == 0, area.lengthProperty()));
        getChildren().add(prompt);
    }

    /** The text. */
    public String text() {
        return area.getText();
    }

    /** Shows a text in a language; a person's cursor is left where it is. */
    public void show(String text, Language newer) {
        if (!text.equals(area.getText())) {
            showing = true;
            int caret = area.getCaretPosition();
            replaceWhatDiffers(text);
            area.moveTo(Math.min(caret, area.getLength()));
            showing = false;
        }
        if (newer != language) {
            language = newer;
            colour();
        }
    }

    /** A line that stays as it is keeps its nodes. */
    private void replaceWhatDiffers(String newer) {
        String old = area.getText();
        int shorter = Math.min(old.length(), newer.length());
        int same = 0;
        while (same < shorter && old.charAt(same) == newer.charAt(same)) {
            same++;
        }
        int end = 0;
        while (end < shorter - same
                && old.charAt(old.length() - 1 - end) == newer.charAt(newer.length() - 1 - end)) {
            end++;
        }
        area.replaceText(same, old.length() - end, newer.substring(same, newer.length() - end));
    }

    private void fit() {
        int lines = Math.clamp(area.getParagraphs().size(), FEWEST_LINES, MOST_LINES);
        setPrefHeight(lines * LINE + PADDING);
    }

    private void colour() {
        if (area.getLength() > 0 && area.getLength() <= MOST_COLOURED) {
            StyleSpans<Collection<String>> all = Colours.of(language, area.getText());
            int start = 0;
            for (int line = 0; line < area.getParagraphs().size(); line++) {
                int end = start + area.getParagraphLength(line);
                StyleSpans<Collection<String>> spans = all.subView(start, end);
                if (!spans.equals(area.getParagraph(line).getStyleSpans())) {
                    area.setStyleSpans(line, 0, spans);
                }
                start = end + 1;
            }
        }
    }
}

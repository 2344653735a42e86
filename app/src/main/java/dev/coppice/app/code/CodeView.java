package dev.coppice.app.code;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.CodeArea;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * A text with colours and line numbers that nobody can change. Lines can be chosen, with the mouse
 * or the keyboard, and marked. Lines count from 1.
 */
public final class CodeView extends StackPane {

    /** More is not coloured; in characters. */
    private static final int MOST_COLOURED = 400_000;

    private static final String MARK = "marked";

    /** Lines left free above a line that is brought into view. */
    private static final int ABOVE = 4;

    private final CodeArea area = new CodeArea();
    private Set<Integer> marked = Set.of();
    private Language language = Language.PLAIN;
    private boolean silent;
    private IntConsumer chosen = line -> {};
    private IntConsumer opened = line -> {};

    /**
     * @param id of the control that takes the focus
     * @param name what it is, for people who do not see it
     */
    public CodeView(String id, String name) {
        getStyleClass().addAll("code-box", "code-view");
        area.setId(id);
        area.getStyleClass().add("code-text");
        area.setEditable(false);
        area.setShowCaret(CaretVisibility.OFF);
        area.focusedProperty()
                .addListener(
                        (o, before, now) ->
                                area.setShowCaret(now ? CaretVisibility.ON : CaretVisibility.OFF));
        area.setFocusTraversable(true);
        area.setAccessibleRole(AccessibleRole.TEXT_AREA);
        area.setAccessibleText(name);
        area.setParagraphGraphicFactory(this::number);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        area.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                e -> {
                    if (e.getClickCount() == 2) {
                        opened.accept(area.getCurrentParagraph() + 1);
                    } else if (e.isStillSincePress()) {
                        chosen.accept(area.getCurrentParagraph() + 1);
                    }
                });
        area.currentParagraphProperty()
                .addListener(
                        (o, before, now) -> {
                            if (!silent) {
                                chosen.accept(now + 1);
                            }
                        });
        getChildren().add(new VirtualizedScrollPane<>(area));
    }

    /** What takes the focus. */
    public CodeArea area() {
        return area;
    }

    /** Calls when a person goes to a line. */
    public void onChosen(IntConsumer action) {
        chosen = action;
    }

    /** Calls when a person wants to go where a line comes from: double click, Enter. */
    public void onOpened(IntConsumer action) {
        opened = action;
    }

    /** Shows a text. What is the same above and below stays where it is on the screen. */
    public void show(String text, Language newer) {
        String old = area.getText();
        if (text.equals(old) && newer == language) {
            return;
        }
        silent = true;
        mark(List.of());
        language = newer;
        int caret = area.getCaretPosition();
        int start = common(old, text);
        int tail = commonTail(old, text, start);
        area.replaceText(start, old.length() - tail, text.substring(start, text.length() - tail));
        if (!text.isEmpty() && text.length() <= MOST_COLOURED) {
            area.setStyleSpans(0, Colours.of(language, text));
        }
        area.moveTo(Math.min(caret, area.getLength()));
        silent = false;
        if (old.isEmpty()) {
            toTop();
        }
    }

    /** Begins at the first line. */
    public void toTop() {
        silent = true;
        area.moveTo(0);
        area.showParagraphAtTop(0);
        silent = false;
    }

    /** Marks lines instead of those that were marked. */
    public void mark(Collection<Integer> lines) {
        marked.stream().filter(this::exists).forEach(line -> style(line, List.of()));
        marked = new TreeSet<>(lines);
        marked.stream().filter(this::exists).forEach(line -> style(line, List.of(MARK)));
    }

    /** The lines that are marked, for tests. */
    public Set<Integer> marked() {
        return marked;
    }

    /** Brings a line into view and puts the caret there, without choosing it. */
    public void reveal(int line) {
        if (exists(line)) {
            silent = true;
            area.moveTo(line - 1, 0);
            silent = false;
            boolean seen =
                    !area.getVisibleParagraphs().isEmpty()
                            && area.firstVisibleParToAllParIndex() < line
                            && line <= area.lastVisibleParToAllParIndex();
            if (!seen) {
                area.showParagraphAtTop(Math.max(0, line - 1 - ABOVE));
            }
        }
    }

    private boolean exists(int line) {
        return line >= 1 && line <= area.getParagraphs().size();
    }

    private void style(int line, List<String> styles) {
        area.setParagraphStyle(line - 1, styles);
    }

    private Node number(int line) {
        var label = new Label(String.valueOf(line + 1));
        label.getStyleClass().add("code-number-of-line");
        return label;
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB) {
            area.requestFocusTraversal(
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            opened.accept(area.getCurrentParagraph() + 1);
            event.consume();
        }
    }

    private static int common(String a, String b) {
        int most = Math.min(a.length(), b.length());
        int n = 0;
        while (n < most && a.charAt(n) == b.charAt(n)) {
            n++;
        }
        return n;
    }

    private static int commonTail(String a, String b, int start) {
        int most = Math.min(a.length(), b.length()) - start;
        int n = 0;
        while (n < most && a.charAt(a.length() - 1 - n) == b.charAt(b.length() - 1 - n)) {
            n++;
        }
        return n;
    }
}

package dev.coppice.app.compose.editor;

import dev.coppice.app.parts.FileView;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;

import java.util.List;

/** A text in the colours of the editor that nobody can change. */
public final class SpecView implements FileView {

    private final CodeArea area = new CodeArea();
    private final StackPane node = new StackPane(new VirtualizedScrollPane<>(area));

    public SpecView() {
        node.getStyleClass().add("spec-editor");
        area.setEditable(false);
        area.setAccessibleRole(AccessibleRole.TEXT_AREA);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveWithTab);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(String name, String text) {
        area.setAccessibleText("Text of " + name);
        area.replaceText(text);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            colour();
        }
        area.moveTo(0);
        area.showParagraphAtTop(0);
    }

    private void colour() {
        var styles = new LineStyles();
        var state = YamlTokens.State.START;
        for (int line = 0; line < area.getParagraphs().size(); line++) {
            YamlTokens.Line cut = YamlTokens.of(state, area.getText(line));
            area.setStyleSpans(
                    line, 0, styles.line(cut.tokens(), List.of(), area.getParagraphLength(line)));
            state = cut.end();
        }
    }

    /** There is nothing to indent here, so Tab leads on. */
    private void leaveWithTab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB) {
            area.requestFocusTraversal(
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }
}

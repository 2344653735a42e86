package dev.coppice.app.compose.editor;

import dev.coppice.app.compose.editor.EditorViewModel.DocumentEdit;
import dev.coppice.app.fx.NextPulse;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.text.TextRange;

import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.util.UndoUtils;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The text of the spec: colours, waves, gutter, and what the pointer finds. */
public final class SpecEditor extends StackPane {

    private final EditorViewModel model;
    private final CodeArea area = new CodeArea();
    private final Gutter gutter;
    private final Painter painter;
    private final FindingPopup popup = new FindingPopup();
    private boolean following;
    private int revealed = -1;

    public SpecEditor(EditorViewModel model) {
        this.model = model;
        getStyleClass().add("spec-editor");
        area.setId("spec-text");
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.setAccessibleRole(AccessibleRole.TEXT_AREA);
        area.setAccessibleText("Text of the spec");
        area.setMouseOverTextDelay(Duration.ofMillis(350));
        gutter = new Gutter(area, model::marks);
        painter = new Painter(area, new LineTable(), new NextPulse());
        painter.addLayer(this::waves);
        painter.onPainted(gutter::refresh);
        area.plainTextChanges().subscribe(painter::changed);
        area.replaceText(0, 0, model.document());
        area.moveTo(0);
        area.plainTextChanges().subscribe(this::changed);
        area.caretPositionProperty()
                .addListener(
                        (o, before, now) -> {
                            if (!following && area.isFocused()) {
                                model.caretMoved(now);
                            }
                        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> model.endStep());
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, this::hover);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, e -> popup.hide());
        model.onEdit(this::follow);
        model.onReveal(this::reveal);
        model.onGoTo(this::jump);
        model.onMarks(painter::touch);
        getChildren().add(new VirtualizedScrollPane<>(area));
        Platform.runLater(() -> area.showParagraphAtTop(0));
    }

    /** Puts the cursor on a stretch of the document and the focus into the text. */
    private void jump(TextRange range) {
        int length = area.getLength();
        area.moveTo(Math.min(range.start(), length));
        area.requestFollowCaret();
        int line = area.getCurrentParagraph();
        showLine(line);
        area.requestFocus();
    }

    /** The node that takes the focus. */
    public Node focusTarget() {
        return area;
    }

    private void changed(PlainTextChange change) {
        if (!following) {
            model.typed(change.getPosition(), change.getRemoved(), change.getInserted());
        }
    }

    /** An edit from elsewhere; the cursor goes to where an undone edit was. */
    private void follow(DocumentEdit edit) {
        following = true;
        try {
            area.replaceText(edit.start(), edit.end(), edit.replacement());
            if (area.isFocused()) {
                area.moveTo(edit.start() + edit.replacement().length());
                area.requestFollowCaret();
            }
        } finally {
            following = false;
        }
        if (area.isFocused()) {
            model.caretMoved(area.getCaretPosition());
        }
    }

    private void reveal(TextRange range) {
        int line =
                area.offsetToPosition(Math.min(range.start(), area.getLength()), Bias.Forward)
                        .getMajor();
        mark(line);
        showLine(line);
    }

    private void showLine(int line) {
        if (line < area.firstVisibleParToAllParIndex() + 1
                || line > area.lastVisibleParToAllParIndex() - 1) {
            area.showParagraphAtCenter(line);
        }
    }

    private void mark(int line) {
        unmark();
        revealed = line;
        area.setParagraphStyle(line, List.of("revealed"));
    }

    private void unmark() {
        if (revealed >= 0 && revealed < area.getParagraphs().size()) {
            area.setParagraphStyle(revealed, List.of());
        }
        revealed = -1;
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode().isNavigationKey()) {
            model.endStep();
        }
        if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown()) {
            Indentation.shift(area, event.isShiftDown());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER
                && !event.isAltDown()
                && !event.isShortcutDown()) {
            Indentation.newLine(area);
            event.consume();
        }
        unmark();
    }

    private void hover(MouseOverTextEvent event) {
        int at = event.getCharacterIndex();
        List<Diagnostic> findings =
                model.marks().stream()
                        .filter(mark -> mark.range().contains(at))
                        .map(Mark::diagnostic)
                        .distinct()
                        .toList();
        if (!findings.isEmpty()) {
            popup.show(area, event.getScreenPosition(), findings);
        }
    }

    /** Waves below what was found; hints have none. */
    private List<Overlay> waves() {
        return model.marks().stream()
                .filter(mark -> mark.diagnostic().severity() != Severity.INFO)
                .sorted(Comparator.comparing(mark -> mark.diagnostic().severity()))
                .map(
                        mark ->
                                new Overlay(
                                        mark.range().start(),
                                        mark.range().end(),
                                        "wave-"
                                                + mark.diagnostic()
                                                        .severity()
                                                        .name()
                                                        .toLowerCase(Locale.ROOT)))
                .toList();
    }
}

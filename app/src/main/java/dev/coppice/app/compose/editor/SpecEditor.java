package dev.coppice.app.compose.editor;

import dev.coppice.app.compose.editor.EditorViewModel.DocumentChange;
import dev.coppice.app.compose.editor.EditorViewModel.DocumentEdit;
import dev.coppice.app.compose.editor.LineBar.Place;
import dev.coppice.app.fx.NextPulse;
import dev.coppice.model.complete.Hover;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.text.TextRange;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;

import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The text of the spec: colours, waves, gutter, bars above it, and what the pointer finds. */
public final class SpecEditor extends BorderPane {

    private static final String REVEALED = "revealed";

    private final EditorViewModel model;
    private final SpecArea area = new SpecArea();
    private final LineTable table = new LineTable();
    private final NextPulse pulse = new NextPulse();
    private final Painter painter = new Painter(area, table, pulse);
    private final ParagraphMarks paragraphs = new ParagraphMarks(area);
    private final FoldRegions regions = new FoldRegions(area::getText, table);
    private final Folding folding = new Folding(area, regions);
    private final FindModel finds;
    private final TypingAid aid;
    private final BracketMark brackets;
    private final EditorCommands commands;
    private boolean following;
    private boolean several;
    private int revealed = -1;

    /** What the editor asks about places; all by their offsets in the text. */
    public interface Help {

        /** Shows the fixes of a place. */
        void showFixes(int offset);

        /** Finds out what is to say about a place. */
        void hover(int offset, Consumer<Optional<Hover>> sink);

        /** Goes to where what stands at a place is made. */
        void goToDefinition(int offset);
    }

    public SpecEditor(EditorViewModel model, Help help) {
        this.model = model;
        getStyleClass().add("spec-editor");
        finds = new FindModel(model, painter::touch);
        aid = new TypingAid(area, model, table);
        brackets = new BracketMark(area, new Brackets(area::getText, table), painter::touch);
        var bars = new EditorBars(finds, this::go, area::requestFocus);
        var pointer = new PointerHelp(area, model, help);
        commands = new EditorCommands(area, model, folding, bars, pointer);
        var gutter =
                new Gutter(
                        area,
                        model::marks,
                        folding,
                        new GutterLine.Clicks(line -> fixesOf(line, help), folding::toggle));
        painter.addLayer(this::waves);
        painter.addLayer(finds::overlays);
        painter.addLayer(brackets::overlays);
        painter.onPainted(gutter::refresh);
        area.plainTextChanges().filter(change -> !several).subscribe(painter::changed);
        area.replaceText(0, 0, model.document());
        area.moveTo(0);
        area.plainTextChanges().subscribe(this::changed);
        followCaret();
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> model.endStep());
        model.onEdit(this::follow);
        model.onReveal(this::reveal);
        model.onGoTo(range -> show(range, true));
        model.onSelect(range -> show(range, false));
        model.onMarks(painter::touch);
        setTop(bars);
        setCenter(new VirtualizedScrollPane<>(area));
        Platform.runLater(() -> area.showParagraphAtTop(0));
    }

    /** The node that takes the focus. */
    public CodeArea focusTarget() {
        return area;
    }

    /** What can be done with the text. */
    public EditorCommands commands() {
        return commands;
    }

    /** Called with a place on the screen where a menu is asked for. */
    public void onMenu(BiConsumer<Double, Double> menu) {
        area.setOnContextMenuRequested(
                e -> {
                    menu.accept(e.getScreenX(), e.getScreenY());
                    e.consume();
                });
    }

    /** Where the cursor is on the screen; the text's corner when it cannot be seen. */
    public Bounds caretOnScreen() {
        return area.getCaretBounds().orElseGet(() -> area.localToScreen(area.getLayoutBounds()));
    }

    private void followCaret() {
        area.caretPositionProperty()
                .addListener(
                        (o, before, now) -> {
                            if (!following && area.isFocused()) {
                                model.caretMoved(now);
                            }
                            pulse.execute(brackets::follow);
                        });
        area.heightProperty().addListener((o, before, now) -> keepCaret());
        area.selectionProperty()
                .addListener((o, before, now) -> model.selected(now.getStart(), now.getEnd()));
    }

    /** A cursor that was seen stays so when something else takes room. */
    private void keepCaret() {
        int line = area.getCurrentParagraph();
        if (!area.getVisibleParagraphs().isEmpty()
                && line >= area.firstVisibleParToAllParIndex()
                && line <= area.lastVisibleParToAllParIndex()) {
            area.requestFollowCaret();
        }
    }

    private void changed(PlainTextChange change) {
        aid.changed(change);
        if (!following) {
            model.typed(
                    change.getPosition(),
                    change.getRemoved(),
                    change.getInserted(),
                    area.isPasting());
        }
        finds.documentChanged(
                change.getPosition(), change.getRemoved().length(), change.getInserted().length());
        if (finds.isOpen()) {
            pulse.execute(finds::again);
        }
    }

    /** A change from elsewhere; the cursor goes to where an undone edit was. */
    private void follow(DocumentChange change) {
        following = true;
        try {
            replace(change.edits());
            DocumentEdit first = change.edits().getFirst();
            if (change.selection().isPresent()) {
                TextRange selection = change.selection().get();
                area.selectRange(selection.start(), selection.end());
            } else if (area.isFocused()) {
                area.moveTo(first.start() + first.replacement().length());
            }
            if (area.isFocused()) {
                folding.show(area.getCurrentParagraph());
                area.requestFollowCaret();
            }
        } finally {
            following = false;
        }
        if (area.isFocused()) {
            model.caretMoved(area.getCaretPosition());
        }
    }

    private void replace(List<DocumentEdit> edits) {
        if (edits.size() == 1) {
            DocumentEdit only = edits.getFirst();
            area.replaceText(only.start(), only.end(), only.replacement());
            return;
        }
        int lines = area.getParagraphs().size();
        int first = line(edits.getFirst().start());
        several = true;
        try {
            var changes = area.createMultiChange(edits.size());
            edits.forEach(e -> changes.replaceText(e.start(), e.end(), e.replacement()));
            changes.commit();
        } finally {
            several = false;
        }
        painter.changed(first, lines - 1 - first, area.getParagraphs().size() - 1 - first);
    }

    private int line(int offset) {
        return area.offsetToPosition(Math.min(offset, area.getLength()), Bias.Forward).getMajor();
    }

    /** Selects a stretch, or puts the cursor there together with the focus. */
    private void show(TextRange range, boolean focus) {
        int length = area.getLength();
        int start = Math.min(range.start(), length);
        folding.show(line(start));
        if (focus) {
            // With the focus first: a cursor is only followed where people are.
            area.requestFocus();
            area.moveTo(start);
        } else {
            area.selectRange(start, Math.min(range.end(), length));
        }
        area.requestFollowCaret();
        showLine(area.getCurrentParagraph());
    }

    private void go(Place place) {
        int line = Math.clamp(place.line(), 1, area.getParagraphs().size()) - 1;
        int column = Math.clamp(place.column() - 1L, 0, area.getParagraphLength(line));
        int at = area.getAbsolutePosition(line, column);
        show(new TextRange(at, at), true);
    }

    private void reveal(TextRange range) {
        int line = line(range.start());
        folding.show(line);
        unmark();
        revealed = line;
        paragraphs.add(line, REVEALED);
        showLine(line);
    }

    private void showLine(int line) {
        if (area.getVisibleParagraphs().isEmpty()
                || line < area.firstVisibleParToAllParIndex() + 1
                || line > area.lastVisibleParToAllParIndex() - 1) {
            area.showParagraphAtCenter(line);
        }
    }

    private void unmark() {
        if (revealed >= 0 && revealed < area.getParagraphs().size()) {
            paragraphs.remove(revealed, REVEALED);
        }
        revealed = -1;
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode().isNavigationKey()) {
            model.endStep();
        }
        unmark();
    }

    private void fixesOf(int line, Help help) {
        int start = area.getAbsolutePosition(line, 0);
        int end = start + area.getParagraphLength(line);
        model.marks().stream()
                .map(mark -> mark.range().start())
                .filter(at -> at >= start && at <= end)
                .findFirst()
                .ifPresent(
                        at -> {
                            show(new TextRange(at, at), true);
                            help.showFixes(model.toText(at));
                        });
    }

    /** Waves below what was found; hints have none. */
    private List<Overlay> waves() {
        return model.marks().stream()
                .filter(mark -> mark.diagnostic().severity() != Severity.INFO)
                .sorted(Comparator.comparing(mark -> mark.diagnostic().severity()))
                .map(SpecEditor::wave)
                .toList();
    }

    private static Overlay wave(Mark mark) {
        String severity = mark.diagnostic().severity().name().toLowerCase(Locale.ROOT);
        return new Overlay(mark.range().start(), mark.range().end(), "wave-" + severity);
    }
}

package dev.coppice.app.compose.editor;

import dev.coppice.model.diag.Diagnostic;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.fxmisc.richtext.event.MouseOverTextEvent;

import java.util.List;
import java.util.Optional;

/** What the pointer or the cursor finds: findings, documentation, definitions. */
final class PointerHelp {

    private final SpecArea area;
    private final EditorViewModel model;
    private final SpecEditor.Help help;
    private final FindingPopup popup = new FindingPopup();

    /** Counts questions: an answer to an older one comes too late. */
    private int asked;

    PointerHelp(SpecArea area, EditorViewModel model, SpecEditor.Help help) {
        this.area = area;
        this.model = model;
        this.help = help;
        area.addEventHandler(
                MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN,
                e -> show(e.getCharacterIndex(), e.getScreenPosition()));
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, e -> hide());
        area.addEventFilter(KeyEvent.KEY_PRESSED, e -> hide());
        area.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    /** Shows what is to say about the cursor's place. */
    void showHere() {
        area.getCaretBounds()
                .map(bounds -> new Point2D(bounds.getMinX(), below(bounds)))
                .ifPresent(place -> show(area.getCaretPosition(), place));
    }

    private static double below(Bounds bounds) {
        return bounds.getMaxY() - 8;
    }

    private void show(int at, Point2D onScreen) {
        int question = ++asked;
        List<Diagnostic> findings =
                model.marks().stream()
                        .filter(mark -> mark.range().contains(at))
                        .map(Mark::diagnostic)
                        .distinct()
                        .toList();
        if (!findings.isEmpty()) {
            popup.show(area, onScreen, findings, Optional.empty());
        }
        help.hover(
                model.toText(at),
                hover -> {
                    if (question == asked && hover.isPresent() && area.getScene() != null) {
                        popup.show(area, onScreen, findings, hover);
                    }
                });
    }

    private void hide() {
        asked++;
        popup.hide();
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isShortcutDown()) {
            int at = area.hit(event.getX(), event.getY()).getInsertionIndex();
            help.goToDefinition(model.toText(at));
            event.consume();
        }
    }
}

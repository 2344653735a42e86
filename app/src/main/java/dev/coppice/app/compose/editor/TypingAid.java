package dev.coppice.app.compose.editor;

import javafx.scene.input.KeyEvent;

import org.fxmisc.richtext.model.PlainTextChange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the editor adds while a person types: indentation, and partners of brackets and quotes. */
final class TypingAid {

    private final SpecArea area;
    private final EditorViewModel model;
    private final LineTable table;

    /** Where partners stand that came by themselves: typing one steps over it. */
    private final List<Integer> partners = new ArrayList<>();

    TypingAid(SpecArea area, EditorViewModel model, LineTable table) {
        this.area = area;
        this.model = model;
        this.table = table;
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        area.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    /** The text has changed: partners move along, or are gone. */
    void changed(PlainTextChange change) {
        int start = change.getPosition();
        int end = start + change.getRemoved().length();
        int grown = change.getInserted().length() - change.getRemoved().length();
        partners.removeIf(at -> at >= start && at < end);
        partners.replaceAll(at -> at >= end ? at + grown : at);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case TAB -> {
                tab(event.isShiftDown());
                event.consume();
            }
            case ENTER -> {
                partners.clear();
                Indentation.newLine(area);
                event.consume();
            }
            case BACK_SPACE -> {
                if (takesPartner()) {
                    int at = area.getCaretPosition();
                    area.deleteText(at - 1, at + 1);
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void tab(boolean back) {
        boolean oneLine = !area.getSelectedText().contains("\n");
        if (!back && oneLine) {
            area.replaceSelection(Indentation.fill(area.getCaretColumn()));
        } else {
            Indentation.shift(model.text(), model.selection(), back).ifPresent(model::make);
        }
    }

    private boolean takesPartner() {
        int at = area.getCaretPosition();
        if (area.getSelection().getLength() > 0 || !partners.contains(at) || at == 0) {
            return false;
        }
        Optional<Character> partner = AutoClose.partner(area.getText(at - 1, at).charAt(0));
        return partner.isPresent() && partner.get() == area.getText(at, at + 1).charAt(0);
    }

    private void typed(KeyEvent event) {
        if (event.getCharacter().length() != 1 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        char c = event.getCharacter().charAt(0);
        int at = area.getCaretPosition();
        boolean nothingSelected = area.getSelection().getLength() == 0;
        if (nothingSelected
                && partners.contains(at)
                && at < area.getLength()
                && area.getText(at, at + 1).charAt(0) == c) {
            partners.remove((Integer) at);
            area.moveTo(at + 1);
            event.consume();
            return;
        }
        Optional<Character> partner = AutoClose.partner(c);
        if (partner.isEmpty()) {
            return;
        }
        if (!nothingSelected) {
            surround(c, partner.get());
            event.consume();
        } else if (wanted()) {
            area.insertText(at, c + String.valueOf(partner.get()));
            area.moveTo(at + 1);
            partners.add(at + 1);
            event.consume();
        }
    }

    private boolean wanted() {
        int line = area.getCurrentParagraph();
        return AutoClose.wanted(table.before(line), area.getText(line), area.getCaretColumn());
    }

    private void surround(char open, char close) {
        int start = area.getSelection().getStart();
        String inside = area.getSelectedText();
        area.replaceSelection(open + inside + close);
        area.selectRange(start + 1, start + 1 + inside.length());
    }
}

package dev.coppice.app.compose.editor;

import dev.coppice.app.compose.editor.Finder.Found;
import dev.coppice.app.compose.editor.Finder.Query;
import dev.coppice.app.compose.editor.Finder.Replaced;
import dev.coppice.app.compose.editor.Finder.Unusable;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextRange;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is looked for in the document, what was found, and what takes its place. */
final class FindModel {

    private final EditorViewModel editor;
    private final Consumer<List<TextRange>> repaint;
    final StringProperty words = new SimpleStringProperty("");
    final StringProperty replacement = new SimpleStringProperty("");
    final BooleanProperty matchCase = new SimpleBooleanProperty();
    final BooleanProperty wholeWord = new SimpleBooleanProperty();
    final BooleanProperty regex = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    private List<TextRange> places = List.of();
    private int current = -1;
    private boolean open;

    /** Where the search has begun; what is typed further looks from here again. */
    private int origin;

    /**
     * @param repaint gets the places whose highlight has changed
     */
    FindModel(EditorViewModel editor, Consumer<List<TextRange>> repaint) {
        this.editor = editor;
        this.repaint = repaint;
        for (var each : List.of(words, matchCase, wholeWord, regex)) {
            each.addListener(o -> searchFromOrigin());
        }
    }

    /** {@code 3 of 17}, or why nothing was found. */
    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Whether something is looked for and not there. */
    ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    boolean isOpen() {
        return open;
    }

    /**
     * Begins.
     *
     * @param selected what is selected in the editor; a part of a line is what to look for
     */
    void open(String selected) {
        open = true;
        origin = start();
        if (!selected.isEmpty() && !selected.contains("\n")) {
            words.set(selected);
        }
        searchFromOrigin();
    }

    /** Ends; nothing is highlighted any more. */
    void close() {
        open = false;
        show(List.of(), -1);
    }

    /** The document has changed: looks again, and keeps the place. */
    void documentChanged(int position, int removed, int inserted) {
        if (!open) {
            return;
        }
        int shift = inserted - removed;
        places =
                places.stream()
                        .filter(p -> p.end() <= position || p.start() >= position + removed)
                        .map(
                                p ->
                                        p.end() <= position
                                                ? p
                                                : new TextRange(p.start() + shift, p.end() + shift))
                        .toList();
        current = -1;
    }

    /** Looks again after changes, without moving the selection. */
    void again() {
        if (open) {
            search();
        }
    }

    /** Selects the next place behind the selection, or the one before it; goes round. */
    void step(boolean backwards) {
        search();
        if (places.isEmpty()) {
            return;
        }
        TextRange selection = editor.toDocument(editor.selection());
        int next = backwards ? places.size() - 1 : 0;
        for (int i = 0; i < places.size(); i++) {
            int at = backwards ? places.size() - 1 - i : i;
            boolean beyond =
                    backwards
                            ? places.get(at).end() <= selection.start()
                            : places.get(at).start() >= selection.end();
            if (beyond) {
                next = at;
                break;
            }
        }
        show(places, next);
        editor.select(places.get(next));
        origin = places.get(next).start();
    }

    /** Replaces the selected place and goes to the next one. */
    void replaceOne() {
        if (current < 0 || !places.get(current).equals(editor.toDocument(editor.selection()))) {
            step(false);
            return;
        }
        TextRange place = places.get(current);
        if (outcome() instanceof Replaced(List<TextEdit> edits)) {
            edits.stream()
                    .filter(edit -> edit.range().equals(place))
                    .findFirst()
                    .ifPresent(
                            edit -> {
                                editor.replace("Replace", List.of(edit));
                                int end = place.start() + edit.replacement().length();
                                editor.select(new TextRange(end, end));
                            });
            step(false);
        }
    }

    /** Replaces all places as one step of undo. */
    void replaceAll() {
        switch (outcome()) {
            case Replaced(List<TextEdit> edits) when !edits.isEmpty() -> {
                editor.replace("Replace all", edits);
                again();
                status.set(edits.size() == 1 ? "1 replaced" : edits.size() + " replaced");
            }
            case Unusable(String reason) -> fail(reason);
            default -> {}
        }
    }

    /** The highlights, in offsets of the document. */
    List<Overlay> overlays() {
        var overlays = new ArrayList<Overlay>(places.size());
        for (int i = 0; i < places.size(); i++) {
            TextRange place = places.get(i);
            String style = i == current ? "found-now" : "found";
            overlays.add(new Overlay(place.start(), place.end(), style));
        }
        return overlays;
    }

    private int start() {
        return editor.toDocument(editor.selection()).start();
    }

    private Finder.Outcome outcome() {
        return Finder.replace(editor.document(), query(), replacement.get());
    }

    private Query query() {
        return new Query(words.get(), matchCase.get(), wholeWord.get(), regex.get());
    }

    /** Looks while it is typed: the selection goes to the first place from here. */
    private void searchFromOrigin() {
        if (open) {
            search();
            if (!places.isEmpty()) {
                int next = 0;
                while (next < places.size() - 1 && places.get(next).start() < origin) {
                    next++;
                }
                show(places, next);
                editor.select(places.get(next));
            }
        }
    }

    private void search() {
        switch (Finder.find(editor.document(), query())) {
            case Found(List<TextRange> found) -> {
                TextRange selection = editor.toDocument(editor.selection());
                show(found, found.indexOf(selection));
            }
            case Unusable(String reason) -> {
                show(List.of(), -1);
                fail(reason);
            }
            case Replaced replaced -> throw new IllegalStateException("nothing was replaced");
        }
    }

    private void fail(String reason) {
        status.set(reason);
        failed.set(true);
    }

    private void show(List<TextRange> now, int chosen) {
        var changed = new ArrayList<TextRange>();
        if (!now.equals(places)) {
            changed.addAll(places);
            changed.addAll(now);
        }
        if (current >= 0 && current < places.size()) {
            changed.add(places.get(current));
        }
        if (chosen >= 0) {
            changed.add(now.get(chosen));
        }
        places = now;
        current = chosen;
        String count =
                now.size() == Finder.MOST ? "more than " + now.size() : String.valueOf(now.size());
        status.set(
                words.get().isEmpty()
                        ? ""
                        : now.isEmpty()
                                ? "Nothing found"
                                : chosen < 0
                                        ? count + " found"
                                        : "%d of %s".formatted(chosen + 1, count));
        failed.set(!words.get().isEmpty() && now.isEmpty());
        if (!changed.isEmpty()) {
            repaint.accept(changed);
        }
    }
}

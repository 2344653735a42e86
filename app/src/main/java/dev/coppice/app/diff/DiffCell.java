package dev.coppice.app.diff;

import dev.coppice.app.diff.TextDiff.Hunk;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.Locale;
import java.util.function.Consumer;

/** One row of a difference. */
final class DiffCell extends ListCell<DiffRow> {

    private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");
    private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");

    private final String verb;
    private final Consumer<Hunk> settle;

    DiffCell(String verb, Consumer<Hunk> settle) {
        this.verb = verb;
        this.settle = settle;
        getStyleClass().add("diff-cell");
    }

    @Override
    protected void updateItem(DiffRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean line = !empty && row instanceof DiffRow.Line;
        var kind = line ? ((DiffRow.Line) row).kind() : DiffRow.Kind.SAME;
        pseudoClassStateChanged(ADDED, kind == DiffRow.Kind.ADDED);
        pseudoClassStateChanged(REMOVED, kind == DiffRow.Kind.REMOVED);
        setAccessibleText(null);
        setGraphic(
                switch (empty ? null : row) {
                    case null -> null;
                    case DiffRow.Line shown -> line(shown);
                    case DiffRow.Start start -> start(start.hunk());
                    case DiffRow.Gap gap -> gap(gap.lines());
                });
    }

    private HBox line(DiffRow.Line line) {
        String sign =
                switch (line.kind()) {
                    case SAME -> " ";
                    case ADDED -> "+";
                    case REMOVED -> "-";
                };
        setAccessibleText(
                line.kind() == DiffRow.Kind.SAME
                        ? line.text()
                        : line.kind().name().toLowerCase(Locale.ROOT) + ": " + line.text());
        var row =
                new HBox(
                        number(line.before()),
                        number(line.after()),
                        mono(sign, "diff-sign"),
                        mono(line.text(), "diff-text"));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox start(Hunk hunk) {
        var button = new Button(verb);
        button.getStyleClass().add("diff-settle");
        button.setAccessibleText(verb + ", line " + (hunk.afterLine() + 1));
        button.setOnAction(e -> settle.accept(hunk));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var words = new Label(words(hunk));
        words.getStyleClass().add("muted");
        var row = new HBox(10, words, button, gap);
        row.getStyleClass().add("diff-start");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String words(Hunk hunk) {
        int removed = hunk.removed().size();
        int added = hunk.added().size();
        String place = "Line " + (hunk.afterLine() + 1);
        if (removed == 0) {
            return place + ", " + lines(added) + " added";
        }
        return added == 0
                ? place + ", " + lines(removed) + " removed"
                : place + ", " + lines(Math.max(removed, added)) + " changed";
    }

    private static Label gap(int lines) {
        var label = new Label(lines(lines) + " the same");
        label.getStyleClass().addAll("muted", "diff-gap");
        return label;
    }

    private static String lines(int n) {
        return n == 1 ? "1 line" : n + " lines";
    }

    private static Label number(int number) {
        return mono(number == 0 ? "" : Integer.toString(number), "diff-number");
    }

    private static Label mono(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().addAll("mono", style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}

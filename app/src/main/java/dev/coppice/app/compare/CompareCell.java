package dev.coppice.app.compare;

import dev.coppice.app.format.Human;
import dev.coppice.app.theme.Badge;
import dev.coppice.runner.compare.GenerationComparison.Kind;
import dev.coppice.runner.compare.GenerationComparison.Row;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.Locale;

/** A heading or a row of the comparison. */
final class CompareCell extends ListCell<CompareItem> {

    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final double NAME_SHARE = 0.3;
    private static final double ICONS = 64;
    private static final int MOST_LINES = 14;

    private final CompareViewModel model;

    CompareCell(CompareViewModel model) {
        this.model = model;
        getStyleClass().add("compare-cell");
        setPrefWidth(0);
        setOnMouseClicked(e -> act());
    }

    /** What Enter or a click does: fold a section, or lead to the spec. */
    void act() {
        switch (getItem()) {
            case CompareItem.Heading heading -> model.toggle(heading.section());
            case CompareItem.Line line -> model.reveal(line.row());
            case CompareItem.Note note -> {}
            case null -> {}
        }
    }

    @Override
    protected void updateItem(CompareItem item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(HEADING, !empty && item instanceof CompareItem.Heading);
        setTooltip(null);
        setAccessibleText(null);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        setGraphic(
                switch (item) {
                    case CompareItem.Heading heading -> heading(heading);
                    case CompareItem.Line line -> line(line.row());
                    case CompareItem.Note note -> note(note.text());
                });
    }

    private Node heading(CompareItem.Heading heading) {
        var fold =
                new FontIcon(
                        heading.open()
                                ? MaterialDesignC.CHEVRON_DOWN
                                : MaterialDesignC.CHEVRON_RIGHT);
        var title = new Label(heading.section().topic().title());
        title.getStyleClass().add("section-title");
        long differences = heading.section().differences();
        var count =
                new Badge(
                        differences == 0 ? "the same" : Human.count(differences, "difference"),
                        differences == 0 ? Badge.Tone.NEUTRAL : Badge.Tone.ACCENT);
        var equal = new Label();
        equal.getStyleClass().addAll("text-muted", "figure");
        int same = heading.section().equal();
        equal.setText(same == 0 ? "" : same + " equal");
        var row = new HBox(fold, title, count, equal);
        row.getStyleClass().add("compare-heading");
        row.setAlignment(Pos.CENTER_LEFT);
        setAccessibleText(title.getText() + ", " + count.getText());
        return row;
    }

    private static Node note(String text) {
        var words = new Label(Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".");
        words.getStyleClass().addAll("text-muted", "compare-note");
        words.setWrapText(true);
        return words;
    }

    private Node line(Row row) {
        String kind = row.kind().name().toLowerCase(Locale.ROOT);
        var icon = new FontIcon(glyph(row.kind()));
        icon.getStyleClass().addAll("change-icon", kind);
        var name = new Label(row.subject());
        name.getStyleClass().add("compare-name");
        name.setWrapText(true);
        width(name, NAME_SHARE);
        var before = value(row.before(), "before", kind);
        var after = value(row.after(), "after", kind);
        width(before, (1 - NAME_SHARE) / 2);
        width(after, (1 - NAME_SHARE) / 2);
        var difference = new Label(isMeasure(row) ? row.detail().getFirst() : "");
        difference.getStyleClass().addAll("compare-value", "compare-difference");
        var link = new StackPane();
        link.getStyleClass().add("compare-link");
        if (row.cause().isPresent()) {
            link.getChildren().add(new FontIcon(MaterialDesignT.TEXT_BOX_SEARCH_OUTLINE));
            setTooltip(new Tooltip("Show " + row.cause().get() + " in the spec"));
        }
        var line = new HBox(new StackPane(icon), name, before, arrow(row), after, difference, link);
        line.getStyleClass().add("compare-line");
        line.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(after, Priority.ALWAYS);
        setAccessibleText(kind + ": " + row.subject() + " " + row.before() + " → " + row.after());
        var all = new VBox(line);
        if (!isMeasure(row) && !row.detail().isEmpty()) {
            all.getChildren().add(detail(row));
        }
        return all;
    }

    private static boolean isMeasure(Row row) {
        return row.detail().size() == 1 && !row.subject().startsWith("/");
    }

    private static Node detail(Row row) {
        var lines = new VBox();
        lines.getStyleClass().add("compare-detail");
        row.detail().stream()
                .limit(MOST_LINES)
                .forEach(text -> lines.getChildren().add(diff(text)));
        int rest = row.detail().size() - MOST_LINES;
        if (rest > 0) {
            lines.getChildren().add(diff("  and " + Human.count(rest, "more line")));
        }
        return lines;
    }

    private static Label diff(String text) {
        var label = new Label(text);
        label.getStyleClass()
                .addAll(
                        "compare-value",
                        text.startsWith("+")
                                ? "line-added"
                                : text.startsWith("-") ? "line-removed" : "line-other");
        return label;
    }

    private static Ikon glyph(Kind kind) {
        return switch (kind) {
            case ADDED -> MaterialDesignP.PLUS_CIRCLE_OUTLINE;
            case REMOVED -> MaterialDesignM.MINUS_CIRCLE_OUTLINE;
            case CHANGED -> MaterialDesignP.PENCIL_CIRCLE_OUTLINE;
            case SAME -> MaterialDesignE.EQUAL;
        };
    }

    private static Node arrow(Row row) {
        var arrow = new FontIcon(MaterialDesignA.ARROW_RIGHT);
        arrow.getStyleClass().add("compare-arrow");
        arrow.setVisible(row.kind() == Kind.CHANGED);
        return new StackPane(arrow);
    }

    private static Label value(String text, String side, String kind) {
        var label = new Label(text);
        label.getStyleClass().addAll("compare-value", side, kind);
        label.setWrapText(true);
        return label;
    }

    private void width(Label label, double share) {
        label.setMinWidth(0);
        label.prefWidthProperty().bind(widthProperty().subtract(ICONS + 60).multiply(share));
    }
}

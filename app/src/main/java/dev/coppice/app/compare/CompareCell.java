package dev.coppice.app.compare;

import dev.coppice.app.format.Human;
import dev.coppice.app.theme.Badge;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

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
                });
    }

    private Node heading(CompareItem.Heading heading) {
        var fold =
                new FontIcon(
                        heading.open()
                                ? MaterialDesignC.CHEVRON_DOWN
                                : MaterialDesignC.CHEVRON_RIGHT);
        var title = new Label(heading.section().title());
        title.getStyleClass().add("section-title");
        int differences = heading.section().differences();
        var count =
                new Badge(
                        differences == 0 ? "the same" : Human.count(differences, "difference"),
                        differences == 0 ? Badge.Tone.NEUTRAL : Badge.Tone.ACCENT);
        var row = new HBox(fold, title, count);
        row.getStyleClass().add("compare-heading");
        row.setAlignment(Pos.CENTER_LEFT);
        setAccessibleText(title.getText() + ", " + count.getText());
        return row;
    }

    private Node line(CompareRow row) {
        var icon = new FontIcon(MaterialDesignE.EQUAL);
        String kind = row.kind().map(k -> k.name().toLowerCase(Locale.ROOT)).orElse("same");
        row.kind()
                .ifPresent(
                        k ->
                                icon.setIconCode(
                                        switch (k) {
                                            case ADDED -> MaterialDesignP.PLUS_CIRCLE_OUTLINE;
                                            case REMOVED -> MaterialDesignM.MINUS_CIRCLE_OUTLINE;
                                            case CHANGED -> MaterialDesignP.PENCIL_CIRCLE_OUTLINE;
                                        }));
        icon.getStyleClass().addAll("change-icon", kind);
        var name = new Label(row.name());
        name.getStyleClass().add("compare-name");
        width(name, NAME_SHARE);
        var before = value(row.before(), "before", kind);
        var after = value(row.after(), "after", kind);
        width(before, (1 - NAME_SHARE) / 2);
        width(after, (1 - NAME_SHARE) / 2);
        var link = new StackPane();
        link.getStyleClass().add("compare-link");
        if (row.path().isPresent()) {
            link.getChildren().add(new FontIcon(MaterialDesignT.TEXT_BOX_SEARCH_OUTLINE));
        }
        var line = new HBox(new StackPane(icon), name, before, arrow(row), after, link);
        line.getStyleClass().add("compare-line");
        line.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(after, Priority.ALWAYS);
        String words = kind + ": " + row.name() + " " + row.before() + " → " + row.after();
        setAccessibleText(words);
        if (row.path().isPresent()) {
            setTooltip(new Tooltip("Show the line of the spec"));
        }
        return line;
    }

    private static Node arrow(CompareRow row) {
        var arrow = new FontIcon(MaterialDesignA.ARROW_RIGHT);
        arrow.getStyleClass().add("compare-arrow");
        arrow.setVisible(
                row.kind()
                        .filter(k -> k == dev.coppice.model.diff.Change.Kind.CHANGED)
                        .isPresent());
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

package dev.coppice.app.compose.form;

import dev.coppice.app.compose.form.parts.Parts;
import dev.coppice.app.theme.Badge;
import dev.coppice.model.diag.Severity;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An item or entry that is a record: a head that says what matters and opens, and its fields. The
 * fields are made when they are first seen, so that a long list is quick.
 */
final class ItemCard {

    private final VBox box = new VBox();
    private final VBox body = new VBox();
    private final VBox inner = new VBox();
    private final ToggleButton head = new ToggleButton();
    private final Label title = new Label();
    private final Label summary = new Label();
    private final FontIcon arrow = new FontIcon(MaterialDesignC.CHEVRON_RIGHT);
    private final Badge errors = new Badge("", Badge.Tone.DANGER);
    private final Badge warnings = new Badge("", Badge.Tone.WARNING);
    private final ChildViews content;
    private FormNode.Item item;

    /**
     * @param before what stands in front of the head
     * @param tools buttons behind the head
     */
    ItemCard(FormContext context, boolean open, List<Node> before, List<Node> tools) {
        content = new ChildViews(context, inner, true);
        box.getStyleClass().add("item-card");
        head.getStyleClass().setAll("item-head");
        title.getStyleClass().add("item-title");
        summary.getStyleClass().add("item-summary");
        var words = new VBox(title, summary);
        words.getStyleClass().add("item-words");
        var line = new HBox(arrow, words);
        line.getStyleClass().add("item-line");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        head.setGraphic(line);
        head.setMaxWidth(Double.MAX_VALUE);
        head.setMinWidth(60);
        line.prefWidthProperty().bind(head.widthProperty().subtract(16));
        HBox.setHgrow(head, Priority.ALWAYS);
        errors.setMinWidth(HBox.USE_PREF_SIZE);
        warnings.setMinWidth(HBox.USE_PREF_SIZE);
        head.selectedProperty().addListener((o, was, now) -> opened(now));
        var row = new HBox();
        row.getChildren().addAll(before);
        row.getChildren().addAll(head, errors, warnings);
        row.getChildren().addAll(tools);
        row.getStyleClass().add("item-row");
        inner.getStyleClass().add("item-fields");
        body.getChildren().add(inner);
        box.getChildren().addAll(row, body);
        head.setSelected(open);
        opened(open);
    }

    Node node() {
        return box;
    }

    /** Puts a field above those of the record. */
    void lead(Node field) {
        body.getChildren().addFirst(field);
        field.getStyleClass().add("item-lead");
    }

    /** The head, which takes the focus. */
    ToggleButton head() {
        return head;
    }

    void update(FormNode.Item newer) {
        if (newer.equals(item) && !head.isSelected()) {
            return;
        }
        item = newer;
        String name = item.title().isBlank() ? "(no name yet)" : item.title();
        String about = Summary.of(item.content(), item.title());
        title.setText(name);
        summary.setText(about);
        Parts.show(summary, !about.isEmpty());
        String bad = count(errors, Severity.ERROR, "error");
        String doubtful = count(warnings, Severity.WARNING, "warning");
        // A narrow head has room for the graver one.
        Parts.show(warnings, bad.isEmpty() && !doubtful.isEmpty());
        head.setAccessibleText(
                Stream.of(name, about, bad, doubtful)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", ")));
        if (head.isSelected()) {
            content.update(List.of(item.content()));
        }
    }

    /** Shows how many findings are so grave; says it, or an empty text where there is none. */
    private String count(Badge badge, Severity severity, String noun) {
        long found = item.allFindings().filter(d -> d.severity() == severity).distinct().count();
        String words = found == 0 ? "" : found == 1 ? "1 " + noun : found + " " + noun + "s";
        badge.setText(words);
        Parts.show(badge, found > 0);
        return words;
    }

    boolean isOpen() {
        return head.isSelected();
    }

    void open(boolean on) {
        head.setSelected(on);
    }

    void focus() {
        open(true);
        content.focus();
    }

    private void opened(boolean open) {
        if (open && item != null) {
            content.update(List.of(item.content()));
        }
        Parts.show(body, open);
        arrow.setIconCode(open ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
    }
}

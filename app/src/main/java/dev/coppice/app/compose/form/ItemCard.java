package dev.coppice.app.compose.form;

import dev.coppice.app.theme.Badge;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Severity;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.List;
import java.util.stream.Stream;

/** An item or entry that is a record: a head that opens and closes, and its fields. */
final class ItemCard {

    private final VBox box = new VBox();
    private final VBox inner = new VBox();
    private final ToggleButton head = new ToggleButton();
    private final FontIcon arrow = new FontIcon(MaterialDesignC.CHEVRON_RIGHT);
    private final Badge errors = new Badge("", Badge.Tone.DANGER);
    private final ChildViews content;

    /**
     * @param tools buttons at the right of the head
     */
    ItemCard(FormContext context, boolean open, List<Node> tools) {
        content = new ChildViews(context, inner, true);
        box.getStyleClass().add("item-card");
        head.getStyleClass().setAll("item-head");
        head.setGraphic(arrow);
        head.setMaxWidth(Double.MAX_VALUE);
        head.setMnemonicParsing(false);
        HBox.setHgrow(head, Priority.ALWAYS);
        head.selectedProperty().addListener((o, before, now) -> opened(now));
        var row = new HBox(head, errors);
        row.getChildren().addAll(tools);
        row.getStyleClass().add("item-row");
        inner.getStyleClass().add("item-fields");
        box.getChildren().addAll(row, inner);
        head.setSelected(open);
        opened(open);
    }

    Node node() {
        return box;
    }

    void update(FormNode.Item item) {
        head.setText(item.title().isBlank() ? "(no name yet)" : item.title());
        head.setAccessibleText(head.getText());
        long bad =
                findings(item.content())
                        .filter(d -> d.severity() == Severity.ERROR)
                        .distinct()
                        .count();
        errors.setText(bad == 1 ? "1 error" : bad + " errors");
        Parts.show(errors, bad > 0);
        content.update(List.of(item.content()));
    }

    void open() {
        head.setSelected(true);
    }

    void focus() {
        open();
        content.focus();
    }

    private void opened(boolean open) {
        Parts.show(inner, open);
        arrow.setIconCode(open ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
    }

    /** The findings of a part and of all parts below it. */
    static Stream<Diagnostic> findings(FormNode part) {
        Stream<FormNode> below =
                switch (part) {
                    case FormNode.Value value -> Stream.of();
                    case FormNode.Strange strange -> Stream.of();
                    case FormNode.Group group -> group.children().stream();
                    case FormNode.Kinds kinds -> kinds.children().stream();
                    case FormNode.Items items -> items.items().stream().map(FormNode.Item::content);
                    case FormNode.Entries entries ->
                            entries.entries().stream().map(FormNode.Item::content);
                };
        return Stream.concat(part.findings().stream(), below.flatMap(ItemCard::findings));
    }
}

package dev.coppice.app.compose.form;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of a list or table: a card for a record, or a line for a value.
 *
 * @param node what is on the screen
 * @param card the card, when it is one
 * @param value the value, when it is one
 */
record ItemRow(Node node, Optional<ItemCard> card, Optional<ChildViews> value) {

    /** A card. */
    static ItemRow card(FormContext context, boolean open, List<Node> before, List<Node> tools) {
        var card = new ItemCard(context, open, before, tools);
        return new ItemRow(card.node(), Optional.of(card), Optional.empty());
    }

    /** A line. */
    static ItemRow line(FormContext context, List<Node> before, List<Node> tools) {
        return line(context, before, tools, List.of());
    }

    /**
     * A line.
     *
     * @param below what stands below it, across its whole width
     */
    static ItemRow line(
            FormContext context, List<Node> before, List<Node> tools, List<Node> below) {
        var holder = new VBox();
        HBox.setHgrow(holder, Priority.ALWAYS);
        var nodes = new ArrayList<>(before);
        nodes.add(holder);
        nodes.addAll(tools);
        var line = new HBox();
        line.getChildren().setAll(nodes);
        line.getStyleClass().add("value-row");
        // What is found in a value has the whole width, and takes none from the value.
        var row = new VBox(line);
        row.getChildren().addAll(below);
        var value = new ChildViews(context, holder, true, row);
        return new ItemRow(row, Optional.empty(), Optional.of(value));
    }

    void update(FormNode.Item item) {
        card.ifPresent(each -> each.update(item));
        value.ifPresent(each -> each.update(List.of(item.content())));
    }

    boolean isOpen() {
        return card.filter(ItemCard::isOpen).isPresent();
    }

    void open(boolean on) {
        card.ifPresent(each -> each.open(on));
    }

    /** Puts the focus on what a person fills in first. */
    void focus() {
        card.ifPresent(ItemCard::focus);
        value.ifPresent(ChildViews::focus);
    }

    /** Puts the focus on the row as a whole, where it can be moved on. */
    void focusHead() {
        card.ifPresent(each -> each.head().requestFocus());
        value.ifPresent(ChildViews::focus);
    }
}

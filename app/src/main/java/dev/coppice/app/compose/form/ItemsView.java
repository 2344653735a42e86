package dev.coppice.app.compose.form;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list: its items in order, each can be moved and removed, and a way to add one. */
final class ItemsView implements FormView {

    private static final int OPEN_AT_FIRST = 2;

    private final FormContext context;
    private final Field item;
    private final FieldType.ListOf type;
    private final YamlPath path;
    private final VBox box = new VBox();
    private final VBox rows = new VBox();
    private final Label none;
    private final Findings findings;
    private final List<Row> shown = new ArrayList<>();
    private Optional<AddLine> line = Optional.empty();
    private boolean focusNew;
    private boolean first = true;

    /** One item on the screen. */
    private record Row(
            Node node,
            Optional<ItemCard> card,
            Optional<ChildViews> value,
            Button up,
            Button down) {}

    ItemsView(FormContext context, FormNode.Items part, boolean bare) {
        this.context = context;
        this.type = part.type();
        this.path = part.path();
        this.item = context.schema().item(part.field());
        this.findings = new Findings(context.fixes());
        this.none = new Label("No " + plural(type.noun()) + " yet.");
        none.getStyleClass().add("list-empty");
        rows.getStyleClass().add(scalar() ? "value-rows" : "card-rows");
        box.getStyleClass().add("field");
        Node adder = adder();
        if (!bare) {
            box.getChildren()
                    .addAll(
                            new FieldHead(part.field(), null, () -> {}),
                            Parts.help(part.field().text().documentation()));
        }
        box.getChildren().addAll(findings, none, rows, adder);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void update(FormNode newer) {
        var part = (FormNode.Items) newer;
        findings.show(part.findings());
        int size = part.items().size();
        Parts.show(none, size == 0);
        boolean grew = !first && size > shown.size();
        while (shown.size() > size) {
            shown.removeLast();
        }
        while (shown.size() < size) {
            shown.add(row(shown.size(), size <= OPEN_AT_FIRST || grew));
        }
        List<Node> nodes = shown.stream().map(Row::node).toList();
        if (!rows.getChildren().equals(nodes)) {
            rows.getChildren().setAll(nodes);
        }
        for (int i = 0; i < size; i++) {
            FormNode.Item each = part.items().get(i);
            Row row = shown.get(i);
            row.card().ifPresent(card -> card.update(each));
            row.value().ifPresent(value -> value.update(List.of(each.content())));
            row.up().setVisible(i > 0);
            row.down().setVisible(i < size - 1);
            row.up().setManaged(size > 1);
            row.down().setManaged(size > 1);
        }
        if (grew && focusNew) {
            shown.getLast().card().ifPresent(ItemCard::focus);
        }
        focusNew = false;
        first = false;
    }

    @Override
    public void focus() {
        if (!shown.isEmpty()) {
            shown.getFirst().card().ifPresent(ItemCard::focus);
            shown.getFirst().value().ifPresent(ChildViews::focus);
        } else {
            line.ifPresent(AddLine::focus);
        }
    }

    @Override
    public void open(YamlPath place) {
        int depth = path.steps().size();
        if (place.steps().size() > depth
                && place.steps().get(depth) instanceof YamlPath.Index(int index)
                && index < shown.size()) {
            shown.get(index).card().ifPresent(ItemCard::open);
        }
    }

    private boolean scalar() {
        return !(item.type() instanceof FieldType.Mapping
                || item.type() instanceof FieldType.Union);
    }

    private Row row(int index, boolean open) {
        Button up = tool(MaterialDesignA.ARROW_UP, "Move up", () -> move(index, index - 1));
        Button down = tool(MaterialDesignA.ARROW_DOWN, "Move down", () -> move(index, index + 1));
        Button remove =
                tool(
                        MaterialDesignT.TRASH_CAN_OUTLINE,
                        "Remove " + type.noun(),
                        () -> remove(index));
        if (!scalar()) {
            var card = new ItemCard(context, open, List.of(up, down, remove));
            return new Row(card.node(), Optional.of(card), Optional.empty(), up, down);
        }
        var holder = new VBox();
        HBox.setHgrow(holder, Priority.ALWAYS);
        var row = new HBox(holder, up, down, remove);
        row.getStyleClass().add("value-row");
        var value = new ChildViews(context, holder, true);
        return new Row(row, Optional.empty(), Optional.of(value), up, down);
    }

    private Button tool(org.kordamp.ikonli.Ikon icon, String words, Runnable action) {
        Button button = Parts.tool(icon, words, action);
        button.disableProperty().bind(context.readOnly());
        return button;
    }

    private Node adder() {
        Node adder;
        if (scalar()) {
            var text =
                    item.type() instanceof FieldType.Text t ? t.suggestions() : List.<String>of();
            var typed =
                    new AddLine(
                            "Add " + type.noun(),
                            FormContext.id(path) + "-add",
                            text,
                            value ->
                                    add(
                                            item.type() instanceof FieldType.Int
                                                    ? Input.number(value)
                                                    : new YamlValue.Text(value)));
            line = Optional.of(typed);
            adder = typed;
        } else if (item.type() instanceof FieldType.Union union) {
            var menu = new MenuButton("Add " + type.noun(), new FontIcon(MaterialDesignP.PLUS));
            menu.getStyleClass().add("form-button");
            for (FieldType.Variant variant : union.variants()) {
                var entry = new MenuItem(variant.title());
                entry.setOnAction(e -> add(new Starters(context.schema()).of(item, variant.key())));
                menu.getItems().add(entry);
            }
            adder = menu;
        } else {
            adder =
                    Parts.button(
                            "Add " + type.noun(),
                            MaterialDesignP.PLUS,
                            () -> add(new Starters(context.schema()).of(item)));
        }
        adder.disableProperty().bind(context.readOnly());
        return adder;
    }

    private boolean add(YamlValue value) {
        focusNew = true;
        return change("Add " + type.noun(), new YamlOp.Insert(path, shown.size(), value));
    }

    private void remove(int index) {
        change("Remove " + type.noun(), new YamlOp.Remove(path.index(index)));
    }

    private void move(int from, int to) {
        findings.refuse(context.actions().move("Move " + type.noun(), path, from, to).orElse(""));
    }

    private boolean change(String label, YamlOp op) {
        Optional<String> refusal = context.actions().change(label, List.of(op));
        findings.refuse(refusal.orElse(""));
        context.actions().left();
        return refusal.isEmpty();
    }

    static String plural(String noun) {
        return noun.endsWith("s") ? noun + "es" : noun + "s";
    }
}

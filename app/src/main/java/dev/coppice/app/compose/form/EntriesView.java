package dev.coppice.app.compose.form;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries under names of one's own: services, interfaces, kernel variables. */
final class EntriesView implements FormView {

    private static final int OPEN_AT_FIRST = 4;

    private final FormContext context;
    private final Field entry;
    private final FieldType.MapOf type;
    private final YamlPath path;
    private final VBox box = new VBox();
    private final VBox rows = new VBox();
    private final Label none;
    private final Findings findings;
    private Map<String, Row> shown = new LinkedHashMap<>();

    /** One entry on the screen. */
    private record Row(Node node, Optional<ItemCard> card, Optional<ChildViews> value) {}

    EntriesView(FormContext context, FormNode.Entries part, boolean bare) {
        this.context = context;
        this.type = part.type();
        this.path = part.path();
        this.entry = context.schema().item(part.field());
        this.findings = new Findings(context.fixes());
        this.none = new Label("No " + ItemsView.plural(type.noun()) + " yet.");
        none.getStyleClass().add("list-empty");
        rows.getStyleClass().add(scalar() ? "value-rows" : "card-rows");
        box.getStyleClass().add("field");
        var adder =
                new AddLine(
                        "Add " + type.noun() + ", such as " + type.key().placeholder(),
                        FormContext.id(path) + "-add",
                        type.key().suggestions(),
                        this::add);
        adder.disableProperty().bind(context.readOnly());
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
        var part = (FormNode.Entries) newer;
        findings.show(part.findings());
        Parts.show(none, part.entries().isEmpty());
        var next = new LinkedHashMap<String, Row>();
        for (FormNode.Item each : part.entries()) {
            Row row = shown.get(each.title());
            if (row == null) {
                row = row(each.title(), part.entries().size() <= OPEN_AT_FIRST || !shown.isEmpty());
            }
            row.card().ifPresent(card -> card.update(each));
            row.value().ifPresent(value -> value.update(List.of(each.content())));
            next.put(each.title(), row);
        }
        shown = next;
        List<Node> nodes = shown.values().stream().map(Row::node).toList();
        if (!rows.getChildren().equals(nodes)) {
            rows.getChildren().setAll(nodes);
        }
    }

    @Override
    public void focus() {
        box.requestFocus();
    }

    @Override
    public void open(YamlPath place) {
        int depth = path.steps().size();
        if (place.steps().size() > depth
                && place.steps().get(depth) instanceof YamlPath.Key(String key)
                && shown.containsKey(key)) {
            shown.get(key).card().ifPresent(ItemCard::open);
        }
    }

    private boolean scalar() {
        return !(entry.type() instanceof FieldType.Mapping);
    }

    private Row row(String key, boolean open) {
        Button remove =
                Parts.tool(
                        MaterialDesignT.TRASH_CAN_OUTLINE,
                        "Remove " + key,
                        () -> change("Remove " + type.noun(), new YamlOp.Remove(path.key(key))));
        remove.disableProperty().bind(context.readOnly());
        TextField name = name(key);
        if (!scalar()) {
            var card = new ItemCard(context, open, List.of(name, remove));
            return new Row(card.node(), Optional.of(card), Optional.empty());
        }
        var holder = new VBox();
        HBox.setHgrow(holder, Priority.ALWAYS);
        var row = new HBox(name, holder, remove);
        row.getStyleClass().add("value-row");
        var value = new ChildViews(context, holder, true);
        return new Row(row, Optional.empty(), Optional.of(value));
    }

    /** The name is a key: it changes when it is whole, not with each character. */
    private TextField name(String key) {
        var name = new TextField(key);
        name.setId(FormContext.id(path.key(key)) + "-name");
        name.getStyleClass().add("entry-name");
        name.setAccessibleText(type.key().title());
        name.disableProperty().bind(context.readOnly());
        Runnable rename =
                () -> {
                    String typed = name.getText().strip();
                    if (typed.isEmpty()) {
                        name.setText(key);
                    } else if (!typed.equals(key)) {
                        change("Rename " + type.noun(), new YamlOp.Rename(path.key(key), typed));
                    }
                };
        name.setOnAction(e -> rename.run());
        name.focusedProperty()
                .addListener(
                        (o, before, now) -> {
                            if (now) {
                                context.actions().focused(path.key(key));
                            } else {
                                rename.run();
                            }
                        });
        return name;
    }

    private boolean add(String key) {
        return change(
                "Add " + type.noun(),
                new YamlOp.Set(path.key(key), new Starters(context.schema()).of(entry)));
    }

    private boolean change(String label, YamlOp op) {
        Optional<String> refusal = context.actions().change(label, List.of(op));
        findings.refuse(refusal.orElse(""));
        context.actions().left();
        return refusal.isEmpty();
    }
}

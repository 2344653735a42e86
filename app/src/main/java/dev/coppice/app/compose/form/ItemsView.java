package dev.coppice.app.compose.form;

import atlantafx.base.theme.Styles;

import dev.coppice.app.compose.form.dialog.KeyDialog;
import dev.coppice.app.compose.form.input.Values;
import dev.coppice.app.compose.form.parts.Parts;
import dev.coppice.app.format.Human;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A list of records or long values: its items in order, each can be moved, copied and removed. */
final class ItemsView implements FormView {

    private static final int OPEN_AT_FIRST = 2;

    /** A longer list is shown in parts: each card costs time at each key. */
    private static final int AT_ONCE = 40;

    private static final int MORE = 40;

    private final FormContext context;
    private final Field item;
    private final FieldType.ListOf type;
    private final YamlPath path;
    private final ListFrame frame;
    private final DragOrder order;
    private final Node adder;
    private final List<ItemRow> shown = new ArrayList<>();
    private final List<ItemTools> tools = new ArrayList<>();
    private final Button more;
    private FormNode.Items latest;
    private Runnable afterUpdate = () -> {};
    private boolean first = true;
    private int size;
    private int limit = AT_ONCE;

    ItemsView(FormContext context, FormNode.Items part, boolean bare) {
        this.context = context;
        this.type = part.type();
        this.path = part.path();
        this.item = context.schema().item(part.field());
        this.frame = new ListFrame(context, part.field(), type.noun(), bare, records());
        this.order = new DragOrder(frame.rows(), context, this::move);
        this.latest = part;
        this.more =
                Parts.button(
                        "Show more", MaterialDesignC.CHEVRON_DOWN, () -> show(shown.size() + 1));
        more.getStyleClass().add(Styles.FLAT);
        frame.box().getChildren().add(more);
        this.adder = adder();
        frame.adder(adder);
    }

    @Override
    public Node node() {
        return frame.box();
    }

    @Override
    public void update(FormNode newer) {
        var part = (FormNode.Items) newer;
        boolean grew = !first && part.items().size() > size;
        size = part.items().size();
        int visible = Math.min(size, limit);
        while (shown.size() > visible) {
            shown.removeLast();
            tools.removeLast();
        }
        while (shown.size() < visible) {
            add(size <= OPEN_AT_FIRST || grew);
        }
        frame.show(part, shown.stream().map(ItemRow::node).toList());
        Runnable then = afterUpdate;
        afterUpdate = () -> {};
        then.run();
        for (int i = 0; i < visible; i++) {
            shown.get(i).update(part.items().get(i));
            tools.get(i).place(i, size);
        }
        first = false;
        latest = part;
        more.setText("Show " + Math.min(size - visible, MORE) + " more of " + size);
        more.setAccessibleText(more.getText());
        Parts.show(more, size > visible);
    }

    @Override
    public void focus() {
        if (!shown.isEmpty()) {
            shown.getFirst().focusHead();
        } else if (adder instanceof AddLine line) {
            line.focus();
        } else {
            adder.requestFocus();
        }
    }

    @Override
    public void open(YamlPath place) {
        int depth = path.steps().size();
        if (place.steps().size() > depth
                && place.steps().get(depth) instanceof YamlPath.Index(int index)
                && index < size) {
            show(index + 1);
            shown.get(index).open(true);
        }
    }

    /** Shows at least so many items. */
    private void show(int count) {
        if (count > limit) {
            limit = count + MORE;
            update(latest);
        }
    }

    private boolean records() {
        return item.type() instanceof FieldType.Mapping || item.type() instanceof FieldType.Union;
    }

    private void add(boolean open) {
        int index = shown.size();
        var each = new ItemTools(context, type.noun(), new At(index));
        List<Node> before = List.of(each.handle());
        ItemRow row =
                records()
                        ? ItemRow.card(context, open, before, each.all())
                        : ItemRow.line(context, before, each.small());
        order.handle(each.handle(), row.node());
        each.listen(row.node(), context);
        row.card().ifPresent(card -> card.head().setAccessibleHelp(ItemTools.KEYS));
        shown.add(row);
        tools.add(each);
    }

    /** What can be done with the item at a place. */
    private final class At implements ItemTools.Commands {

        private final int index;

        At(int index) {
            this.index = index;
        }

        @Override
        public void move(int by) {
            ItemsView.this.move(index, index + by);
        }

        @Override
        public void duplicate() {
            context.document()
                    .get()
                    .flatMap(root -> root.at(path.index(index)))
                    .ifPresent(
                            node ->
                                    insert(
                                            "Duplicate " + type.noun(),
                                            index + 1,
                                            List.of(Copies.of(node, type))));
        }

        @Override
        public void remove() {
            int last = shown.size() - 1;
            afterUpdate =
                    () -> {
                        if (shown.isEmpty()) {
                            Platform.runLater(ItemsView.this::focus);
                        } else {
                            shown.get(Math.min(index, last - 1)).focusHead();
                        }
                    };
            List<Boolean> open = open();
            if (frame.change(
                    "Remove " + type.noun(), List.of(new YamlOp.Remove(path.index(index))))) {
                open.remove(index);
                openAs(open);
            }
        }
    }

    private Node adder() {
        if (item.type() instanceof FieldType.Union union) {
            var menu = new MenuButton("Add " + type.noun(), new FontIcon(MaterialDesignP.PLUS));
            menu.getStyleClass().add("form-button");
            menu.setId(FormContext.id(path) + "-add");
            menu.setAccessibleText("Add " + type.noun());
            for (FieldType.Variant variant : union.variants()) {
                var entry = new MenuItem(variant.title());
                entry.setOnAction(
                        e -> append(new Starters(context.schema()).of(item, variant.key())));
                menu.getItems().add(entry);
            }
            return menu;
        }
        if (item.type() instanceof FieldType.Text text && text.shape() == Shape.SSH_KEY) {
            return button("Add " + Human.plural(type.noun()) + " …", this::addKeys);
        }
        if (records()) {
            return button(
                    "Add " + type.noun(), () -> append(new Starters(context.schema()).of(item)));
        }
        return new AddLine(
                "Add " + type.noun(),
                FormContext.id(path) + "-add",
                context.catalogue().of(context.site(item, path, value -> {})),
                value -> insert("Add " + type.noun(), size, List.of(Values.of(item, value))));
    }

    private Node button(String words, Runnable action) {
        var button = Parts.button(words, MaterialDesignP.PLUS, action);
        button.setId(FormContext.id(path) + "-add");
        return button;
    }

    private void addKeys() {
        List<YamlValue> keys =
                new KeyDialog(context.tools())
                        .ask(frame.box().getScene().getWindow()).stream()
                                .<YamlValue>map(YamlValue.Text::new)
                                .toList();
        if (!keys.isEmpty()) {
            insert("Add SSH keys", size, keys);
        }
    }

    /** A new record is filled in next. */
    private void append(YamlValue value) {
        limit = Math.max(limit, size + 1);
        afterUpdate = () -> Platform.runLater(() -> shown.getLast().focus());
        insert("Add " + type.noun(), size, List.of(value));
    }

    private boolean insert(String label, int index, List<YamlValue> values) {
        List<Boolean> open = open();
        var ops = new ArrayList<YamlOp>();
        for (int i = 0; i < values.size(); i++) {
            ops.add(new YamlOp.Insert(path, index + i, values.get(i)));
        }
        boolean done = frame.change(label, ops);
        if (done && index < open.size()) {
            open.addAll(index, Collections.nCopies(values.size(), true));
            openAs(open);
        }
        return done;
    }

    private void move(int from, int to) {
        if (to < 0 || to >= shown.size() || from == to) {
            return;
        }
        List<Boolean> open = open();
        Optional<String> refusal = context.actions().move("Move " + type.noun(), path, from, to);
        frame.refuse(refusal.orElse(""));
        if (refusal.isEmpty()) {
            open.add(to, open.remove(from));
            openAs(open);
            Runnable opened = afterUpdate;
            afterUpdate =
                    () -> {
                        opened.run();
                        shown.get(to).focusHead();
                    };
        }
    }

    private List<Boolean> open() {
        var open = new ArrayList<Boolean>();
        shown.forEach(row -> open.add(row.isOpen()));
        return open;
    }

    /** What was open stays open, also when it has another place after the change. */
    private void openAs(List<Boolean> open) {
        Runnable then = afterUpdate;
        afterUpdate =
                () -> {
                    for (int i = 0; i < Math.min(open.size(), shown.size()); i++) {
                        shown.get(i).open(open.get(i));
                    }
                    then.run();
                };
    }
}

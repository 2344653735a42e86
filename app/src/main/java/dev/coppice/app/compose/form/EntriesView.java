package dev.coppice.app.compose.form;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

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
    private final ListFrame frame;
    private final AddLine adder;
    private Map<String, ItemRow> shown = new LinkedHashMap<>();
    private Optional<String> focusNext = Optional.empty();

    EntriesView(FormContext context, FormNode.Entries part, boolean bare) {
        this.context = context;
        this.type = part.type();
        this.path = part.path();
        this.entry = context.schema().item(part.field());
        this.frame = new ListFrame(context, part.field(), type.noun(), bare, records());
        this.adder =
                new AddLine(
                        "Add " + type.noun() + ", such as " + type.key().placeholder(),
                        FormContext.id(path) + "-add",
                        context.catalogue()
                                .ofKey(context.site(part.field(), path, value -> {}), type.key()),
                        this::add);
        frame.adder(adder);
    }

    @Override
    public Node node() {
        return frame.box();
    }

    @Override
    public void update(FormNode newer) {
        var part = (FormNode.Entries) newer;
        var next = new LinkedHashMap<String, ItemRow>();
        for (FormNode.Item each : part.entries()) {
            String key = each.title();
            ItemRow row = shown.get(key);
            if (row == null) {
                row = row(key, part.entries().size() <= OPEN_AT_FIRST || !shown.isEmpty());
            }
            row.update(each);
            next.put(key, row);
        }
        shown = next;
        frame.show(part, shown.values().stream().map(ItemRow::node).toList());
        focusNext.map(shown::get).ifPresent(row -> Platform.runLater(row::focus));
        focusNext = Optional.empty();
    }

    @Override
    public void focus() {
        if (shown.isEmpty()) {
            adder.focus();
        } else {
            shown.values().iterator().next().focusHead();
        }
    }

    @Override
    public void open(YamlPath place) {
        int depth = path.steps().size();
        if (place.steps().size() > depth
                && place.steps().get(depth) instanceof YamlPath.Key(String key)
                && shown.containsKey(key)) {
            shown.get(key).open(true);
        }
    }

    private boolean records() {
        return entry.type() instanceof FieldType.Mapping;
    }

    private ItemRow row(String key, boolean open) {
        var tools = new ItemTools(context, key, new At(key));
        TextField name = name(key);
        ItemRow row =
                records()
                        ? ItemRow.card(context, open, List.of(), List.of(tools.remover()))
                        : ItemRow.line(context, List.of(name), List.of(tools.remover()));
        tools.listen(row.node(), context);
        row.card()
                .ifPresent(
                        card -> {
                            card.head().setAccessibleHelp("Alt+Delete removes it");
                            card.lead(named(name));
                        });
        return row;
    }

    /** What can be done with the entry of a key: names have no order and cannot be there twice. */
    private final class At implements ItemTools.Commands {

        private final String key;

        At(String key) {
            this.key = key;
        }

        @Override
        public void move(int by) {}

        @Override
        public void duplicate() {}

        @Override
        public void remove() {
            if (frame.change("Remove " + type.noun(), List.of(new YamlOp.Remove(path.key(key))))) {
                adder.focus();
            }
        }
    }

    private VBox named(TextField name) {
        var label = new Label(type.key().title());
        label.getStyleClass().add("field-label");
        label.setLabelFor(name);
        var field = new VBox(label, name);
        field.getStyleClass().add("field");
        return field;
    }

    /** The name is a key: it changes when it is whole, not with each character. */
    private TextField name(String key) {
        var name = new TextField(key);
        name.setId(FormContext.id(path.key(key)) + "-name");
        if (!records()) {
            name.getStyleClass().add("entry-name");
        }
        name.setAccessibleText(type.key().title());
        name.disableProperty().bind(context.readOnly());
        Runnable rename =
                () -> {
                    String typed = name.getText().strip();
                    if (typed.isEmpty()) {
                        name.setText(key);
                    } else if (!typed.equals(key)) {
                        frame.change(
                                "Rename " + type.noun(),
                                List.of(new YamlOp.Rename(path.key(key), typed)));
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
        focusNext = Optional.of(key);
        return frame.change(
                "Add " + type.noun(),
                List.of(new YamlOp.Set(path.key(key), new Starters(context.schema()).of(entry))));
    }
}

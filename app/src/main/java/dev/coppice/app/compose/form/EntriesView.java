package dev.coppice.app.compose.form;

import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;

import javafx.application.Platform;
import javafx.scene.Node;

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
    private Map<String, Row> shown = new LinkedHashMap<>();
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
        var next = new LinkedHashMap<String, Row>();
        for (FormNode.Item each : part.entries()) {
            String key = each.title();
            Row row = shown.get(key);
            if (row == null) {
                row = row(key, part.entries().size() <= OPEN_AT_FIRST || !shown.isEmpty());
            }
            row.item().update(each);
            row.name().show(each.ofName());
            next.put(key, row);
        }
        shown = next;
        frame.show(part, shown.values().stream().map(each -> each.item().node()).toList());
        focusNext.map(shown::get).ifPresent(row -> Platform.runLater(row.item()::focus));
        focusNext = Optional.empty();
    }

    @Override
    public void focus() {
        if (shown.isEmpty()) {
            adder.focus();
        } else {
            shown.values().iterator().next().item().focusHead();
        }
    }

    @Override
    public void open(YamlPath place) {
        int depth = path.steps().size();
        if (place.steps().size() > depth
                && place.steps().get(depth) instanceof YamlPath.Key(String key)
                && shown.containsKey(key)) {
            shown.get(key).item().open(true);
        }
    }

    private boolean records() {
        return entry.type() instanceof FieldType.Mapping;
    }

    /** An entry on the screen. */
    private record Row(ItemRow item, EntryName name) {}

    private Row row(String key, boolean open) {
        var tools = new ItemTools(context, key, new At(key));
        var name = new EntryName(context, type.key(), path.key(key), to -> rename(key, to));
        ItemRow row =
                records()
                        ? ItemRow.card(context, open, List.of(), List.of(tools.remover()))
                        : ItemRow.line(
                                context,
                                List.of(name.line()),
                                List.of(tools.remover()),
                                List.of(name.findings()));
        tools.listen(row.node(), context);
        row.card()
                .ifPresent(
                        card -> {
                            card.head().setAccessibleHelp("Alt+Delete removes it");
                            card.lead(name.labelled());
                        });
        return new Row(row, name);
    }

    private void rename(String key, String to) {
        frame.change("Rename " + type.noun(), List.of(new YamlOp.Rename(path.key(key), to)));
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

    private boolean add(String key) {
        focusNext = Optional.of(key);
        return frame.change(
                "Add " + type.noun(),
                List.of(new YamlOp.Set(path.key(key), new Starters(context.schema()).of(entry))));
    }
}

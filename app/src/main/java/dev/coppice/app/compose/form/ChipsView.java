package dev.coppice.app.compose.form;

import dev.coppice.app.compose.form.dialog.FormTools;
import dev.coppice.app.compose.form.input.OfferPopup;
import dev.coppice.app.compose.form.input.Offers;
import dev.coppice.app.compose.form.input.PortNames;
import dev.coppice.app.compose.form.input.Values;
import dev.coppice.app.compose.form.parts.Help;
import dev.coppice.app.compose.form.parts.Parts;
import dev.coppice.app.packages.PackageDialog;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A list of short values, one behind the other in a box, with a line at the end to type more. Tab
 * stops at the chips once and at the line once; arrows go from chip to chip.
 */
final class ChipsView implements FormView {

    private final FormContext context;
    private final Field item;
    private final FieldType.ListOf type;
    private final YamlPath path;
    private final VBox box = new VBox();
    private final FlowPane flow = new FlowPane();
    private final TextField line = new TextField();
    private final Findings findings;
    private final InheritedNote inherited;
    private final Offers offers;
    private final List<Chip> chips = new ArrayList<>();
    private final DragOrder order;
    private FormNode.Items part;
    private int current;
    private Optional<Integer> focusNext = Optional.empty();

    ChipsView(FormContext context, FormNode.Items part, boolean bare) {
        this.context = context;
        this.part = part;
        this.type = part.type();
        this.path = part.path();
        this.item = context.schema().item(part.field());
        this.findings = new Findings(context);
        this.offers = context.catalogue().of(context.site(item, path.index(0), value -> {}));
        this.order = new DragOrder(flow, context, this::move);
        box.getStyleClass().add("field");
        if (!bare) {
            box.getChildren()
                    .addAll(
                            new FieldHead(part.field(), line, () -> {}),
                            new Help(part.field().title(), part.field().text().documentation()));
        }
        flow.getStyleClass().add("tokens");
        flow.setPrefWrapLength(160);
        flow.setAccessibleText(part.field().title());
        line();
        flow.getChildren().add(line);
        flow.disableProperty().bind(context.readOnly());
        inherited = new InheritedNote(context, List.of());
        box.getChildren().addAll(flow, inherited);
        if (item.type() instanceof FieldType.Text text && text.shape() == Shape.PACKAGE) {
            box.getChildren().add(browse());
        }
        box.getChildren().add(findings);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void update(FormNode newer) {
        part = (FormNode.Items) newer;
        int size = part.items().size();
        boolean sameCount = chips.size() == size;
        while (chips.size() > size) {
            chips.removeLast();
        }
        while (chips.size() < size) {
            chips.add(chip(chips.size()));
        }
        if (!sameCount) {
            var nodes = new ArrayList<Node>(chips);
            nodes.add(line);
            flow.getChildren().setAll(nodes);
        }
        var found = new ArrayList<>(part.findings());
        for (int i = 0; i < size; i++) {
            show(i, part.items().get(i), found);
        }
        inherited.show(path, size > 0);
        findings.show(found.stream().distinct().toList());
        flow.pseudoClassStateChanged(FormContext.INVALID, findings.bad());
        roam(Math.min(current, size - 1));
        focusNext.ifPresent(this::focusSoon);
        focusNext = Optional.empty();
    }

    @Override
    public void focus() {
        line.requestFocus();
    }

    private void show(int index, FormNode.Item each, List<Diagnostic> found) {
        List<Diagnostic> own = each.content().findings();
        found.addAll(own);
        chips.get(index)
                .show(
                        each.title(),
                        own.isEmpty() ? title(each.title()) : "",
                        (index + 1) + " of " + part.items().size(),
                        own);
    }

    /** What a value is called: the service of a port, the language of a locale. */
    private String title(String value) {
        boolean port =
                item.type() instanceof FieldType.Int number && number.isPort()
                        || item.type() instanceof FieldType.Text text
                                && text.shape().noun().contains("port");
        return (port ? PortNames.of(value) : offers.titleOf(value)).orElse("");
    }

    private void line() {
        line.setId(FormContext.id(path) + "-add");
        line.getStyleClass().add("token-line");
        line.setPromptText("Add " + type.noun());
        line.setAccessibleText("Add " + type.noun() + " to " + part.field().title());
        line.setAccessibleHelp("Type and press Enter");
        if (offers.some()) {
            new OfferPopup(line, offers, this::add);
        }
        line.setOnAction(e -> add());
        line.focusedProperty()
                .addListener(
                        (o, before, now) -> {
                            if (now) {
                                context.actions().focused(path);
                            } else {
                                add();
                            }
                        });
        line.textProperty().addListener((o, before, now) -> separated(now));
        line.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    boolean back = e.getCode() == KeyCode.BACK_SPACE || e.getCode() == KeyCode.LEFT;
                    if (back && line.getCaretPosition() == 0 && !chips.isEmpty()) {
                        roam(chips.size() - 1);
                        chips.getLast().requestFocus();
                        e.consume();
                    }
                });
    }

    /** Words that were pasted, or a word that a comma or a blank ends, are values by themselves. */
    private void separated(String typed) {
        if (typed.matches("(?s).*[,\\s]") && !typed.isBlank()
                || typed.strip().matches("(?s).*\\s.*")) {
            Platform.runLater(this::add);
        }
    }

    /** The whole list of packages, for who does not know a name. */
    private Node browse() {
        Button browse =
                Parts.button(
                        "Browse packages …",
                        MaterialDesignP.PACKAGE_VARIANT,
                        () -> {
                            FormTools tools =
                                    context.site(item, path.index(0), value -> {}).tools();
                            new PackageDialog(tools.packages(), tools.background(), tools.ui())
                                    .open(box.getScene().getWindow(), this::has, this::append);
                        });
        browse.setId("packages-browse");
        browse.disableProperty().bind(context.readOnly());
        return browse;
    }

    private boolean has(String value) {
        return part.items().stream().anyMatch(each -> each.title().equals(value));
    }

    private boolean append(String word) {
        return change(
                "Add " + type.noun(), List.of(new YamlOp.Insert(path, chips.size(), value(word))));
    }

    private void add() {
        List<String> words =
                Arrays.stream(line.getText().split("[,\\s]+"))
                        .filter(word -> !word.isBlank())
                        .toList();
        if (words.isEmpty() || context.readOnly().get()) {
            return;
        }
        var ops = new ArrayList<YamlOp>();
        for (int i = 0; i < words.size(); i++) {
            ops.add(new YamlOp.Insert(path, chips.size() + i, value(words.get(i))));
        }
        if (change("Add " + type.noun(), ops)) {
            line.clear();
        }
    }

    private YamlValue value(String word) {
        boolean digits =
                item.type() instanceof FieldType.Text text
                        && text.numbersToo()
                        && word.matches("[1-9][0-9]{0,9}");
        return digits ? Values.number(word) : Values.of(item, word);
    }

    private Chip chip(int index) {
        var chip = new Chip(context, FormContext.id(path.index(index)), new At(index));
        chip.focusedProperty()
                .addListener(
                        (o, before, now) -> {
                            if (now) {
                                roam(index);
                                context.actions().focused(path.index(index));
                            }
                        });
        order.handle(chip, chip);
        return chip;
    }

    /** What can be done with the chip at a place. */
    private final class At implements Chip.Commands {

        private final int index;

        At(int index) {
            this.index = index;
        }

        @Override
        public void edit() {
            ChipsView.this.edit(index);
        }

        @Override
        public void remove() {
            focusNext = Optional.of(Math.min(index, chips.size() - 2));
            change("Remove " + type.noun(), List.of(new YamlOp.Remove(path.index(index))));
        }

        @Override
        public void go(int by) {
            int to = index + by;
            if (to >= chips.size()) {
                line.requestFocus();
            } else if (to >= 0) {
                chips.get(to).requestFocus();
            }
        }

        @Override
        public void move(int by) {
            ChipsView.this.move(index, index + by);
        }
    }

    /** The chip becomes a line until Enter, Escape or another place has the focus. */
    private void edit(int index) {
        String before = part.items().get(index).title();
        var editor = new TextField(before);
        editor.setId(FormContext.id(path.index(index)) + "-edit");
        editor.getStyleClass().add("token-line");
        editor.setAccessibleText("Edit " + type.noun() + " " + before);
        editor.setPrefWidth(Math.max(90, chips.get(index).getWidth()));
        if (offers.some()) {
            new OfferPopup(editor, offers, () -> commit(index, before, editor));
        }
        flow.getChildren().set(index, editor);
        editor.setOnAction(e -> commit(index, before, editor));
        editor.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE) {
                        editor.setText(before);
                        commit(index, before, editor);
                        e.consume();
                    }
                });
        editor.requestFocus();
        editor.selectAll();
        editor.focusedProperty()
                .addListener(
                        (o, was, now) -> {
                            if (!now) {
                                finish(index, before, editor);
                            }
                        });
    }

    private void commit(int index, String before, TextField editor) {
        finish(index, before, editor);
        if (index < chips.size()) {
            chips.get(index).requestFocus();
        }
    }

    private void finish(int index, String before, TextField editor) {
        int at = flow.getChildren().indexOf(editor);
        if (at < 0) {
            return;
        }
        flow.getChildren().set(at, chips.get(index));
        String text = editor.getText().strip();
        if (text.isEmpty()) {
            change("Remove " + type.noun(), List.of(new YamlOp.Remove(path.index(index))));
        } else if (!text.equals(before)) {
            change(
                    "Change " + type.noun(),
                    List.of(new YamlOp.Set(path.index(index), value(text))));
        }
    }

    private void move(int from, int to) {
        int last = chips.size() - 1;
        int place = Math.min(to, last);
        if (place < 0 || from == place || from > last) {
            return;
        }
        focusNext = Optional.of(place);
        findings.refuse(
                context.actions().move("Move " + type.noun(), path, from, place).orElse(""));
    }

    private boolean change(String label, List<YamlOp> ops) {
        context.actions().left();
        Optional<String> refusal = context.actions().change(label, ops);
        findings.refuse(refusal.orElse(""));
        context.actions().left();
        return refusal.isEmpty();
    }

    /** One chip at a time can be reached with Tab. */
    private void roam(int index) {
        current = Math.max(0, index);
        for (int i = 0; i < chips.size(); i++) {
            chips.get(i).setFocusTraversable(i == current);
        }
    }

    private void focusSoon(int index) {
        Platform.runLater(
                () -> {
                    if (index >= 0 && index < chips.size()) {
                        chips.get(index).requestFocus();
                    } else {
                        line.requestFocus();
                    }
                });
    }
}

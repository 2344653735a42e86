package dev.coppice.app.compose.form;

import dev.coppice.app.compose.form.input.Input;
import dev.coppice.app.compose.form.input.Values;
import dev.coppice.app.compose.form.parts.Help;
import dev.coppice.model.schema.Field;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A single value: label, input, help, findings. */
final class ValueView implements FormView {

    private final FormContext context;
    private final Field field;
    private final VBox box = new VBox();
    private final Input input;
    private final Findings findings;
    private final InheritedNote inherited;
    private final FieldHead head;
    private final Optional<Node> below;
    private FormNode.Value part;

    ValueView(FormContext context, FormNode.Value part, boolean bare) {
        this.context = context;
        this.field = part.field();
        this.part = part;
        this.findings = new Findings(context);
        this.inherited = new InheritedNote(context, List.of());
        this.input = context.inputs().of(context.site(field, part.path(), this::entered));
        Node control = input.control();
        this.head = new FieldHead(field, control, this::reset);
        control.setId(FormContext.id(part.path()));
        control.setAccessibleText(field.title());
        if (control.getAccessibleHelp() == null) {
            control.setAccessibleHelp(field.text().documentation());
        }
        input.node().disableProperty().bind(context.readOnly());
        input.focused().addListener((o, before, now) -> focusMoved(now));
        box.getStyleClass().add("field");
        if (!bare) {
            box.getChildren().add(head);
        }
        box.getChildren().add(input.node());
        if (bare) {
            below = Optional.of(new VBox(inherited, findings));
        } else {
            below = Optional.empty();
            box.getChildren().add(inherited);
            if (!field.text().documentation().isBlank()) {
                box.getChildren().add(help());
            }
            box.getChildren().add(findings);
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Optional<Node> below() {
        return below;
    }

    @Override
    public void update(FormNode newer) {
        part = (FormNode.Value) newer;
        input.show(part.present(), part.text());
        findings.show(part.findings());
        if (part.path().steps().stream().noneMatch(YamlPath.Index.class::isInstance)) {
            inherited.show(part.path(), part.present());
        }
        head.showReset(part.present() && !field.required() && !input.clearsItself());
        mark();
    }

    @Override
    public void focus() {
        input.control().requestFocus();
    }

    private void mark() {
        input.control().pseudoClassStateChanged(FormContext.INVALID, findings.bad());
        input.control().setAccessibleRoleDescription(findings.spoken());
    }

    private Node help() {
        String without = Values.without(field);
        String words = field.text().documentation();
        return new Help(
                field.title(), without.isEmpty() ? words : words + " Default: " + without + ".");
    }

    private void entered(YamlValue value) {
        if (value.equals(new YamlValue.Text("")) && !part.present()) {
            return;
        }
        change(new YamlOp.Set(part.path(), value));
    }

    private void reset() {
        change(new YamlOp.Remove(part.path()));
        context.actions().left();
    }

    private void change(YamlOp op) {
        String label = "Change " + field.title().toLowerCase(Locale.ROOT);
        findings.refuse(context.actions().change(label, List.of(op)).orElse(""));
        mark();
    }

    /** An input that was emptied and left says nothing: the key goes, and the default holds. */
    private void focusMoved(boolean inside) {
        if (inside) {
            context.actions().focused(part.path());
            return;
        }
        context.actions().left();
        if (part.present()
                && part.text().isEmpty()
                && input.clearsItself()
                && !field.required()
                && !field.isItem()
                && !field.isEntry()
                && !context.readOnly().get()) {
            reset();
        }
    }
}

package dev.coppice.app.compose.form;

import dev.coppice.app.compose.form.parts.Help;
import dev.coppice.app.compose.form.parts.Parts;
import dev.coppice.model.schema.Field;
import dev.coppice.model.yaml.YamlOp;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.List;
import java.util.Locale;

/**
 * A record. Inside another record it may be there or not, and that alone can mean something, so it
 * is added and removed as a whole.
 */
final class GroupView implements FormView {

    private final FormContext context;
    private final Field field;
    private final boolean optional;
    private final VBox box = new VBox();
    private final VBox inner = new VBox();
    private final Button add;
    private final Button remove;
    private final Findings findings;
    private final ChildViews children;
    private FormNode.Group part;

    GroupView(FormContext context, FormNode.Group part, boolean bare) {
        this.context = context;
        this.field = part.field();
        this.part = part;
        this.findings = new Findings(context);
        this.children = new ChildViews(context, inner, false);
        this.optional =
                !bare && !field.required() && !field.isItem() && part.path().steps().size() > 1;
        String noun = field.title().toLowerCase(Locale.ROOT);
        add = Parts.button("Add " + noun, MaterialDesignP.PLUS, this::add);
        add.setId(FormContext.id(part.path()) + "-add");
        add.disableProperty().bind(context.readOnly());
        remove = Parts.tool(MaterialDesignT.TRASH_CAN_OUTLINE, "Remove " + noun, this::remove);
        remove.disableProperty().bind(context.readOnly());
        inner.getStyleClass().add("fields");
        box.getStyleClass().add("group");
        if (!bare) {
            box.getChildren().addAll(head(), new Help(field.title(), field.text().documentation()));
            box.getStyleClass().add("group-boxed");
        }
        box.getChildren().addAll(findings, inner);
        if (optional) {
            box.getChildren().add(add);
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void update(FormNode newer) {
        part = (FormNode.Group) newer;
        findings.show(part.findings());
        boolean open = part.present() || !optional;
        Parts.show(inner, open);
        Parts.show(add, !open);
        Parts.show(remove, optional && part.present());
        if (open) {
            children.update(part.children());
        }
    }

    @Override
    public void focus() {
        children.focus();
    }

    private Node head() {
        var label = new Label(field.title());
        label.getStyleClass().add("group-label");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(label, gap, remove);
        head.getStyleClass().add("field-head");
        return head;
    }

    private void add() {
        change("Add", new YamlOp.Set(part.path(), new Starters(context.schema()).of(field)));
    }

    private void remove() {
        change("Remove", new YamlOp.Remove(part.path()));
    }

    private void change(String verb, YamlOp op) {
        String label = verb + " " + field.title().toLowerCase(Locale.ROOT);
        findings.refuse(context.actions().change(label, List.of(op)).orElse(""));
        context.actions().left();
    }
}

package dev.coppice.app.compose.form;

import dev.coppice.app.compose.form.parts.Help;
import dev.coppice.app.compose.form.parts.Parts;
import dev.coppice.app.format.Human;
import dev.coppice.model.schema.Field;
import dev.coppice.model.schema.FieldType;
import dev.coppice.model.yaml.YamlOp;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/** What lists and tables share: the head, what was found, the rows, and a way to add one. */
final class ListFrame {

    private final FormContext context;
    private final VBox box = new VBox();
    private final VBox rows = new VBox();
    private final Label none;
    private final Findings findings;
    private final InheritedNote inherited;

    /**
     * @param noun what an item is called
     * @param bare whether head and help go without saying
     * @param cards whether the items are records
     */
    ListFrame(FormContext context, Field field, String noun, boolean bare, boolean cards) {
        this.context = context;
        this.findings = new Findings(context);
        this.none = new Label("No " + Human.plural(noun) + " yet.");
        none.getStyleClass().add("list-empty");
        rows.getStyleClass().add(cards ? "card-rows" : "value-rows");
        box.getStyleClass().add("field");
        if (!bare) {
            box.getChildren()
                    .addAll(
                            new FieldHead(field, null, () -> {}),
                            new Help(field.title(), field.text().documentation()));
        }
        inherited =
                new InheritedNote(
                        context,
                        field.type() instanceof FieldType.ListOf list
                                ? list.titleKeys()
                                : List.of());
        box.getChildren().addAll(findings, none, rows, inherited);
    }

    /** All of it. */
    VBox box() {
        return box;
    }

    /** Where the rows are. */
    VBox rows() {
        return rows;
    }

    /** Puts the way to add an item below the rows. */
    void adder(Node adder) {
        adder.disableProperty().bind(context.readOnly());
        box.getChildren().add(adder);
    }

    /** Shows what was found, and the rows; rows that stay are left as they are. */
    void show(FormNode part, List<Node> nodes) {
        findings.show(part.findings());
        inherited.show(part.path(), !nodes.isEmpty());
        Parts.show(none, nodes.isEmpty());
        Parts.show(rows, !nodes.isEmpty());
        if (!rows.getChildren().equals(nodes)) {
            rows.getChildren().setAll(nodes);
        }
    }

    /** Changes the document as a step of undo of its own; whether it was done. */
    boolean change(String label, List<YamlOp> ops) {
        context.actions().left();
        Optional<String> refusal = context.actions().change(label, ops);
        findings.refuse(refusal.orElse(""));
        context.actions().left();
        return refusal.isEmpty();
    }

    /** Says why a change was not made; an empty text takes it away. */
    void refuse(String reason) {
        findings.refuse(reason);
    }
}

package dev.coppice.app.compose.form;

import dev.coppice.model.schema.FieldType;
import dev.coppice.model.schema.FieldType.Variant;
import dev.coppice.model.yaml.YamlOp;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import java.util.List;

/** A record of one of several kinds: the kind, then its fields. */
final class KindsView implements FormView {

    private final FormContext context;
    private final ComboBox<Variant> kind = new ComboBox<>();
    private final VBox inner = new VBox();
    private final Findings findings;
    private final ChildViews children;
    private final VBox box;
    private FormNode.Kinds part;
    private boolean showing;

    KindsView(FormContext context, FormNode.Kinds part) {
        this.context = context;
        this.part = part;
        this.findings = new Findings(context);
        this.children = new ChildViews(context, inner, false);
        FieldType.Union type = part.type();
        kind.getItems().setAll(type.variants());
        kind.setId(FormContext.id(part.path()) + "-kind");
        kind.setPromptText("Choose the kind");
        kind.setAccessibleText("Kind of " + part.field().title());
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.disableProperty().bind(context.readOnly());
        kind.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Variant variant) {
                        return variant == null ? "" : variant.title();
                    }

                    @Override
                    public Variant fromString(String title) {
                        throw new UnsupportedOperationException(title);
                    }
                });
        kind.valueProperty().addListener((o, before, now) -> chosen(now));
        var label = new Label("Kind");
        label.getStyleClass().add("field-label");
        label.setLabelFor(kind);
        var choice = new VBox(label, kind);
        choice.getStyleClass().add("field");
        inner.getStyleClass().add("fields");
        box = new VBox(choice, findings, inner);
        box.getStyleClass().add("fields");
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void update(FormNode newer) {
        part = (FormNode.Kinds) newer;
        showing = true;
        kind.setValue(part.type().variant(part.variant()).orElse(null));
        showing = false;
        findings.show(part.findings());
        children.update(part.children());
    }

    @Override
    public void focus() {
        if (part.variant().isEmpty()) {
            kind.requestFocus();
        } else {
            children.focus();
        }
    }

    /** Another kind has other fields: the record begins anew. */
    private void chosen(Variant variant) {
        if (showing || variant == null || variant.key().equals(part.variant())) {
            return;
        }
        var op =
                new YamlOp.Set(
                        part.path(),
                        new Starters(context.schema()).of(part.field(), variant.key()));
        findings.refuse(context.actions().change("Change kind", List.of(op)).orElse(""));
        context.actions().left();
    }
}

package dev.coppice.app.compose.form;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A place where something else stands than the field takes: the text can mend it. */
final class StrangeView implements FormView {

    private final VBox box;
    private final Findings findings;
    private final Hyperlink link = new Hyperlink("Show it in the text");

    StrangeView(FormContext context, FormNode.Strange part) {
        findings = new Findings(context);
        var words = new Label("What stands here is not what this field takes.");
        words.getStyleClass().add("field-help");
        words.setWrapText(true);
        link.setOnAction(e -> context.actions().focused(part.path()));
        box = new VBox(new FieldHead(part.field(), link, () -> {}), words, link, findings);
        box.getStyleClass().add("field");
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void update(FormNode newer) {
        findings.show(newer.findings());
    }

    @Override
    public void focus() {
        link.requestFocus();
    }
}

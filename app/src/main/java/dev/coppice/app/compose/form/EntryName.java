package dev.coppice.app.compose.form;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.schema.FieldType.EntryKey;
import dev.coppice.model.yaml.YamlPath;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Consumer;

/** The name of an entry. It is a key: it changes when it is whole, not with each character. */
final class EntryName {

    private final EntryKey kind;
    private final TextField line;
    private final Findings findings;

    /**
     * @param rename gets another name
     */
    EntryName(FormContext context, EntryKey kind, YamlPath path, Consumer<String> rename) {
        this.kind = kind;
        String key = ((YamlPath.Key) path.steps().getLast()).name();
        line = new TextField(key);
        findings = new Findings(context);
        line.setId(FormContext.id(path) + "-name");
        line.setAccessibleText(kind.title());
        line.disableProperty().bind(context.readOnly());
        Runnable whole =
                () -> {
                    String typed = line.getText().strip();
                    if (typed.isEmpty()) {
                        line.setText(key);
                    } else if (!typed.equals(key)) {
                        rename.accept(typed);
                    }
                };
        line.setOnAction(e -> whole.run());
        line.focusedProperty()
                .addListener(
                        (o, before, now) -> {
                            if (now) {
                                context.actions().focused(path);
                            } else {
                                whole.run();
                            }
                        });
    }

    /** The line alone, for a row in which the value stands beside it. */
    Node line() {
        line.getStyleClass().add("entry-name");
        return line;
    }

    /** What was found in the name. */
    Node findings() {
        return findings;
    }

    /** The line with its label above and the findings below, for a card. */
    Node labelled() {
        var label = new Label(kind.title());
        label.getStyleClass().add("field-label");
        label.setLabelFor(line);
        var field = new VBox(label, line, findings);
        field.getStyleClass().add("field");
        return field;
    }

    /** Shows what was found in the name. */
    void show(List<Diagnostic> found) {
        findings.show(found);
        line.pseudoClassStateChanged(FormContext.INVALID, findings.bad());
        line.setAccessibleRoleDescription(findings.spoken());
    }
}

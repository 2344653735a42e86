package dev.coppice.app.compose.form;

import dev.coppice.app.code.Language;
import dev.coppice.app.compose.form.code.CodeField;
import dev.coppice.app.compose.form.parts.Help;
import dev.coppice.app.compose.form.parts.Parts;
import dev.coppice.model.schema.Field;
import dev.coppice.model.yaml.YamlOp;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.util.List;
import java.util.Optional;

/**
 * A mapping in the words of another system, as YAML. It is written into the document when it is
 * whole: when a person leaves it, or presses Ctrl+Enter.
 */
final class RawView implements FormView {

    private final FormContext context;
    private final Field field;
    private final VBox box = new VBox();
    private final VBox open = new VBox();
    private final CodeField code;
    private final Findings findings;
    private final InheritedNote inherited;
    private final FieldHead head;
    private final Node add;
    private FormNode.RawPart part;
    private boolean edited;
    private String typed = "";

    RawView(FormContext context, FormNode.RawPart part) {
        this.context = context;
        this.field = part.field();
        this.part = part;
        this.findings = new Findings(context);
        this.inherited = new InheritedNote(context, List.of());
        this.code = new CodeField(field.title(), "option: value", this::typed);
        var area = code.control();
        area.setId(FormContext.id(part.path()));
        area.setAccessibleText(field.title() + ", YAML");
        area.setAccessibleHelp("Ctrl+Enter writes it into the spec");
        area.disableProperty().bind(context.readOnly());
        area.focusedProperty().addListener((o, before, now) -> focusMoved(now));
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.isShortcutDown() && e.getCode() == KeyCode.ENTER) {
                        write();
                        e.consume();
                    }
                });
        head = new FieldHead(field, area, this::remove);
        head.resetSays("Remove");
        var button =
                Parts.button("Add settings for " + field.title(), MaterialDesignP.PLUS, this::add);
        button.disableProperty().bind(context.readOnly());
        button.setId(FormContext.id(part.path()) + "-add");
        add = button;
        open.getStyleClass().add("field");
        open.getChildren()
                .addAll(
                        code,
                        Parts.help("Written into the spec when you leave it, or with Ctrl+Enter."));
        box.getStyleClass().add("field");
        box.getChildren()
                .addAll(
                        head,
                        new Help(field.title(), field.text().documentation()),
                        open,
                        add,
                        inherited,
                        findings);
        if (part.path().equals(NixosOptions.PLACE)) {
            var options = new NixosOptions(context, op -> change("Add an option", op));
            box.getChildren().add(box.getChildren().indexOf(inherited), options);
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void update(FormNode newer) {
        part = (FormNode.RawPart) newer;
        Parts.show(open, part.present());
        Parts.show(add, !part.present());
        head.showReset(part.present());
        if (!edited) {
            typed = part.text();
            code.show(typed, Language.YAML, field.title());
        }
        findings.show(part.findings());
        inherited.show(part.path(), part.present());
    }

    @Override
    public void focus() {
        if (part.present()) {
            code.control().requestFocus();
        } else {
            add.requestFocus();
        }
    }

    private void typed(String text) {
        typed = text;
        edited = true;
        if (!code.control().isFocused()) {
            write();
        }
    }

    private void focusMoved(boolean inside) {
        if (inside) {
            context.actions().focused(part.path());
        } else {
            write();
        }
    }

    private void write() {
        if (!edited || context.readOnly().get()) {
            return;
        }
        context.actions().left();
        Optional<String> refusal =
                context.actions().rewrite("Change " + field.title(), part.path(), typed);
        context.actions().left();
        findings.refuse(refusal.orElse(""));
        edited = refusal.isPresent();
    }

    private void add() {
        change(
                "Add " + field.title(),
                new YamlOp.Set(part.path(), new Starters(context.schema()).of(field)));
        context.tools().ui().execute(() -> code.control().requestFocus());
    }

    private void remove() {
        edited = false;
        change("Remove " + field.title(), new YamlOp.Remove(part.path()));
    }

    private void change(String label, YamlOp op) {
        context.actions().left();
        findings.refuse(context.actions().change(label, List.of(op)).orElse(""));
        context.actions().left();
    }
}

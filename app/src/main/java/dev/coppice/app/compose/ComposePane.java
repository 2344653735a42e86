package dev.coppice.app.compose;

import dev.coppice.app.compose.editor.SpecEditor;
import dev.coppice.app.compose.form.FormPane;
import dev.coppice.app.compose.problems.ProblemsPane;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.schema.Section;
import dev.coppice.model.yaml.YamlPath;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import java.util.List;

/** Outline, form and text side by side, problems below. */
final class ComposePane extends BorderPane implements ProblemsPane.Actions {

    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(
                    KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination REDO_TOO =
            new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FIX =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.ALT_DOWN);

    private final ComposeViewModel model;
    private final OutlinePane outline;
    private final FormPane form;
    private final SpecEditor editor;
    private final ProblemsPane problems;

    ComposePane(ComposeViewModel model) {
        this.model = model;
        getStyleClass().addAll("page", "compose");
        outline = new OutlinePane(model.schema().sections());
        form = new FormPane(model.schema(), model, model);
        editor = new SpecEditor(model.editor());
        problems = new ProblemsPane(this);
        var notice = new Label();
        notice.getStyleClass().add("compose-notice");
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        var sides = new SplitPane(form, editor);
        sides.setDividerPositions(0.44);
        var below = new SplitPane(sides, new VBox(notice, problems));
        VBox.setVgrow(problems, javafx.scene.layout.Priority.ALWAYS);
        below.setOrientation(Orientation.VERTICAL);
        below.setDividerPositions(0.8);
        SplitPane.setResizableWithParent(below.getItems().getLast(), false);
        setLeft(outline);
        setCenter(below);
        follow();
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    private void follow() {
        outline.getSelectionModel().select(model.sectionProperty().get());
        outline.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, before, now) -> chosen(now));
        model.sectionProperty()
                .addListener(
                        (o, before, now) -> {
                            outline.getSelectionModel().select(now);
                            outline.scrollTo(now);
                            showForm();
                        });
        model.formProperty().addListener(o -> showForm());
        model.problemsProperty().addListener((o, before, now) -> problems.show(now));
        model.hereProperty().addListener((o, before, now) -> form.mark(now));
        problems.show(model.problemsProperty().get());
        showForm();
    }

    /** Shows the form and the text of a path, with the cursor there. */
    void reveal(YamlPath path) {
        model.select(path);
        model.rangeOf(path).ifPresent(range -> model.editor().goTo(range));
    }

    /** The text is where most work begins. */
    void focusText() {
        editor.focusTarget().requestFocus();
    }

    void showProblems() {
        problems.focus();
    }

    @Override
    public void jump(Diagnostic finding) {
        model.select(finding.path());
        model.editor().goTo(finding.range());
    }

    @Override
    public void fix(Fix fix) {
        model.apply(fix);
    }

    /** A section chosen by hand is shown in the text as well. */
    private void chosen(Section section) {
        if (section == null || section == model.sectionProperty().get()) {
            return;
        }
        model.sectionProperty().set(section);
        model.schema().topLevel(section).stream()
                .map(field -> YamlPath.of(field.key()))
                .filter(path -> model.has(path))
                .findFirst()
                .flatMap(model::rangeOf)
                .ifPresent(model.editor()::reveal);
    }

    private void showForm() {
        FormState state = model.formProperty().get();
        outline.show(state.outline());
        form.show(
                model.sectionProperty().get(), state.tree(), state.diagnostics(), state.current());
    }

    private void keyPressed(KeyEvent event) {
        boolean used = true;
        if (UNDO.match(event)) {
            model.undo();
        } else if (REDO.match(event) || REDO_TOO.match(event)) {
            model.redo();
        } else if (FIX.match(event) && editor.focusTarget().isFocused()) {
            model.fixAtCaret();
        } else if (event.getCode() == KeyCode.F8) {
            problems.next(event.isShiftDown());
        } else if (event.getCode() == KeyCode.F6) {
            nextPart(event.isShiftDown());
        } else {
            used = false;
        }
        if (used) {
            event.consume();
        }
    }

    /** F6 goes round the parts of the page, as Tab means indentation inside the text. */
    private void nextPart(boolean backwards) {
        List<Node> parts = List.of(outline, form, editor, problems);
        int now = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isFocusWithin()) {
                now = i;
            }
        }
        switch (Math.floorMod(now + (backwards ? -1 : 1), parts.size())) {
            case 0 -> outline.requestFocus();
            case 1 -> form.focus();
            case 2 -> editor.focusTarget().requestFocus();
            default -> problems.focus();
        }
    }
}

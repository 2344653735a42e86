package dev.coppice.app.compose;

import dev.coppice.app.compose.completion.CompletionModel;
import dev.coppice.app.compose.completion.EditorCompletion;
import dev.coppice.app.compose.editor.SpecEditor;
import dev.coppice.app.compose.explain.ExplainSide;
import dev.coppice.app.compose.explain.ExplainViewModel;
import dev.coppice.app.compose.form.FormPane;
import dev.coppice.app.compose.form.Remedy;
import dev.coppice.app.compose.form.dialog.FormTools;
import dev.coppice.app.compose.problems.GuideDialog;
import dev.coppice.app.compose.problems.ProblemsPane;
import dev.coppice.app.parts.LayoutRoot;
import dev.coppice.app.session.SpecFile;
import dev.coppice.model.complete.Catalog;
import dev.coppice.model.complete.Definition;
import dev.coppice.model.complete.Hover;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.schema.Section;
import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.YamlPath;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Outline, form and text side by side, problems below. */
final class ComposePane extends BorderPane
        implements ProblemsPane.Actions, ComposeActions.Page, SpecEditor.Help {

    private final ComposeViewModel model;
    private final FormTools tools;
    private final TextHelp help;
    private final OutlinePane outline;
    private final FormPane form;
    private final SpecEditor editor;
    private final ProblemsPane problems;
    private final ExplainSide explain;
    private final List<Action> actions;
    private final VBox lower;
    private final SplitPane below;
    private final Runnable search;
    private double divider = 0.78;

    /**
     * @param search opens the search over everything
     */
    ComposePane(
            ComposeViewModel model,
            FormTools tools,
            CompletionModel completion,
            ExplainViewModel explaining,
            Runnable search) {
        this.model = model;
        this.search = search;
        getStyleClass().addAll("page", "compose");
        outline = new OutlinePane(model.schema().sections());
        form = new FormPane(model.schema(), model, model, tools);
        this.tools = tools;
        help =
                model.help(
                        () ->
                                new Catalog(
                                        tools.packages().index(),
                                        tools.options().options(),
                                        List::of),
                        tools.background(),
                        tools.ui());
        editor = new SpecEditor(model.editor(), this);
        EditorCompletion.install(
                editor,
                editor.focusTarget(),
                () -> model.editor().caretProperty().get(),
                at -> model.editor().goTo(new TextRange(at, at)),
                completion);
        problems = new ProblemsPane(this);
        var notice = new Label();
        notice.getStyleClass().add("compose-notice");
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        actions = new ComposeActions(model, editor.commands(), this).all();
        var menu = new ActionMenu(actions);
        editor.onMenu((x, y) -> menu.showAt(editor, x, y));
        var text = new BorderPane();
        text.getStyleClass().add("text-side");
        explain = new ExplainSide(text, explaining, this::focusText);
        explaining.placeProperty().bind(model.hereProperty());
        text.setTop(
                new EditorHead(
                        SpecFile.NAME, menu, editor.commands()::find, explain.openProperty()));
        text.setCenter(editor);
        var sides = new SplitPane(new LayoutRoot(form), new LayoutRoot(explain));
        sides.setDividerPositions(0.44);
        lower = new VBox(notice, problems);
        lower.setMaxHeight(USE_PREF_SIZE);
        VBox.setVgrow(problems, Priority.ALWAYS);
        below = new SplitPane(sides, lower);
        below.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(below.getItems().getLast(), false);
        setLeft(new OutlineSide(outline, search));
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
        model.problemsProperty().addListener((o, before, now) -> showProblems(now));
        model.hereProperty().addListener((o, before, now) -> form.mark(now));
        showProblems(model.problemsProperty().get());
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

    /** Without problems their list is a line; with the first one it opens as far as it was. */
    private void showProblems(List<Diagnostic> findings) {
        boolean open = !findings.isEmpty();
        boolean wasOpen = lower.getMaxHeight() != USE_PREF_SIZE;
        if (wasOpen && !open) {
            divider = below.getDividerPositions()[0];
        }
        problems.show(findings);
        lower.setMinHeight(open ? 96 : USE_PREF_SIZE);
        lower.setMaxHeight(open ? Double.MAX_VALUE : USE_PREF_SIZE);
        if (open && !wasOpen) {
            below.setDividerPositions(divider);
        }
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
    public List<Remedy> remedies(Diagnostic finding) {
        return Remedy.of(
                finding,
                new Remedy.Means(
                        tools, () -> model.formProperty().get().document().tree(), model, model));
    }

    @Override
    public void why(Diagnostic finding) {
        new GuideDialog(tools.background(), tools.ui())
                .show(getScene().getWindow(), finding.code());
    }

    @Override
    public void why() {
        model.atCaret().stream()
                .findFirst()
                .ifPresentOrElse(this::why, () -> model.say("There is no problem on this line."));
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
        form.show(model.sectionProperty().get(), state.document());
    }

    private void keyPressed(KeyEvent event) {
        boolean inText = editor.focusTarget().isFocused();
        actions.stream()
                .filter(action -> action.means(event, inText))
                .findFirst()
                .ifPresent(
                        action -> {
                            action.run().run();
                            event.consume();
                        });
    }

    @Override
    public void showFixes() {
        List<Diagnostic> findings = model.fixableAtCaret();
        long fixes = findings.stream().mapToLong(finding -> remedies(finding).size()).sum();
        if (fixes > 1) {
            new FixMenu(this::remedies).show(editor, editor.caretOnScreen(), findings);
        } else {
            model.fixAtCaret();
        }
    }

    @Override
    public void showFixes(int offset) {
        showFixes();
    }

    @Override
    public void hover(int offset, Consumer<Optional<Hover>> sink) {
        help.hover(offset, sink);
    }

    @Override
    public void goToDefinition() {
        goToDefinition(model.editor().caretProperty().get());
    }

    @Override
    public void goToDefinition(int offset) {
        help.definition(
                offset,
                found -> {
                    switch (found.orElse(null)) {
                        case Definition.InText there -> model.editor().goTo(there.target());
                        case Definition.InProject there -> view(there.path());
                        case null ->
                                model.say("There is nothing here that is made somewhere else.");
                    }
                });
    }

    private void view(String path) {
        try {
            Path file = tools.folder().resolve(path);
            new ProjectFileView(file, tools.background(), tools.ui(), model::say)
                    .show(getScene().getWindow());
        } catch (InvalidPathException e) {
            model.say("This is no path of a file.");
        }
    }

    @Override
    public void nextProblem(boolean backwards) {
        problems.next(backwards);
    }

    @Override
    public void rename() {
        model.renameAtCaret()
                .ifPresent(rename -> new RenameDialog(rename).show(getScene().getWindow()));
    }

    @Override
    public void search() {
        search.run();
    }

    @Override
    public void explain() {
        explain.openProperty().set(!explain.openProperty().get());
    }

    @Override
    public void showKeys() {
        new KeysDialog(actions).show(getScene().getWindow());
    }

    /** F6 goes round the parts of the page, as Tab means indentation inside the text. */
    @Override
    public void nextPart(boolean backwards) {
        var parts = new ArrayList<PartRound.Part>();
        parts.add(new PartRound.Part(outline, outline::requestFocus));
        parts.add(new PartRound.Part(form, form::focus));
        parts.add(new PartRound.Part(editor, this::focusText));
        if (explain.openProperty().get()) {
            parts.add(new PartRound.Part(explain.pane(), explain.pane()::focus));
        }
        parts.add(new PartRound.Part(problems, problems::focus));
        new PartRound(parts).next(backwards);
    }
}

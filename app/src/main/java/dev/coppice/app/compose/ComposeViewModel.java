package dev.coppice.app.compose;

import dev.coppice.app.compose.editor.EditorViewModel;
import dev.coppice.app.compose.form.FixAction;
import dev.coppice.app.compose.form.FormActions;
import dev.coppice.app.compose.form.FormDocument;
import dev.coppice.app.session.ProjectSession;
import dev.coppice.app.session.SpecSession;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.complete.Catalog;
import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.refactor.CollectionForm;
import dev.coppice.model.refactor.RefactorResult;
import dev.coppice.model.refactor.Renamer;
import dev.coppice.model.schema.Section;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.PatchResult;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPatcher;
import dev.coppice.model.yaml.YamlPath;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The spec as text and as form, and how each follows the other. */
public final class ComposeViewModel implements ProjectSession.Observer, FormActions, FixAction {

    private final SpecSession session;
    private final SpecSchema schema;
    private final SpecEdits edits;
    private final Renamer renamer;
    private final CollectionForm forms;
    private final Outlines outlines;
    private final EditorViewModel editor;
    private final ObjectProperty<Section> section = new SimpleObjectProperty<>(Section.SYSTEM);
    private final ReadOnlyObjectWrapper<FormState> form = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Diagnostic>> problems =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<YamlPath> here = new ReadOnlyObjectWrapper<>(YamlPath.ROOT);
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private boolean caretWaits;
    private Optional<YamlPath> added = Optional.empty();

    public ComposeViewModel(SpecSession session, SpecSchema schema, YamlPatcher patcher) {
        this.session = session;
        this.schema = schema;
        this.edits = new SpecEdits(session, patcher);
        this.renamer = new Renamer(schema, patcher);
        this.forms = new CollectionForm(patcher);
        this.outlines = new Outlines(schema);
        this.editor = new EditorViewModel(session);
        analysed(session.analysis());
        session.observe(editor);
        session.observe(this);
        editor.caretProperty().addListener(o -> caretMoved());
    }

    EditorViewModel editor() {
        return editor;
    }

    SpecSchema schema() {
        return schema;
    }

    /** The section that the form shows. */
    ObjectProperty<Section> sectionProperty() {
        return section;
    }

    /** What outline and form show. */
    ReadOnlyObjectProperty<FormState> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** What was found, in the order of the text. */
    ReadOnlyObjectProperty<List<Diagnostic>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** Where the cursor of the text is, by meaning. */
    ReadOnlyObjectProperty<YamlPath> hereProperty() {
        return here.getReadOnlyProperty();
    }

    /** Why a quick fix could not be made; empty when there is nothing to say. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    void undo() {
        session.undo();
    }

    void redo() {
        session.redo();
    }

    /** Where a path stands in the text. */
    Optional<TextRange> rangeOf(YamlPath path) {
        return places().map(places -> places.rangeOf(path));
    }

    /** Whether the document has something at a path. */
    boolean has(YamlPath path) {
        return form.get().document().tree().flatMap(tree -> tree.at(path)).isPresent();
    }

    /** Shows the form of a path. */
    void select(YamlPath path) {
        section.set(outlines.section(path));
        here.set(path);
    }

    /** The findings at the cursor's line that can be mended. */
    List<Diagnostic> fixableAtCaret() {
        return atCaret().stream().filter(d -> !d.fixes().isEmpty()).toList();
    }

    /** What was found at the cursor or in its line. */
    List<Diagnostic> atCaret() {
        int caret = editor.caretProperty().get();
        int line = session.text().positionAt(caret).line();
        return problems.get().stream()
                .filter(d -> d.range().contains(caret) || d.start().line() == line)
                .toList();
    }

    /** Makes the best fix of the first finding at the cursor's line. */
    void fixAtCaret() {
        fixableAtCaret().stream()
                .findFirst()
                .ifPresentOrElse(
                        d -> apply(d.fixes().getFirst()),
                        () -> notice.set("There is no quick fix on this line."));
    }

    /** Says something below the text until it changes. */
    void say(String words) {
        notice.set(words);
    }

    /** What is known of places of the text. */
    TextHelp help(Supplier<Catalog> catalog, Executor background, Executor ui) {
        return new TextHelp(session, schema, catalog, background, ui);
    }

    /** Writes the list or mapping at the cursor in brackets, or line by line. */
    void toggleForm() {
        make(forms.toggle(session.text(), pathAtCaret()));
    }

    /** Sorts the list at the cursor. */
    void sortList() {
        make(forms.sort(session.text(), pathAtCaret()));
    }

    private YamlPath pathAtCaret() {
        int caret = editor.caretProperty().get();
        return places().map(places -> places.pathAt(caret)).orElse(YamlPath.ROOT);
    }

    private void make(RefactorResult result) {
        switch (result) {
            case RefactorResult.Changed changed -> {
                session.endStep();
                session.apply(changed.batch());
                session.endStep();
            }
            case RefactorResult.Refused(String reason) -> notice.set(reason);
        }
    }

    /** Another name for what the cursor is on; empty, with a notice, when it has none. */
    Optional<RenameModel> renameAtCaret() {
        Optional<YNode> tree = session.analysis().tree();
        int caret = editor.caretProperty().get();
        Optional<RenameModel> rename =
                places().map(places -> places.pathAt(caret))
                        .flatMap(path -> renamer.at(tree.orElseThrow(), path))
                        .map(what -> new RenameModel(session, renamer, what));
        if (rename.isEmpty()) {
            notice.set("There is nothing with a name of its own here.");
        }
        return rename;
    }

    @Override
    public void apply(Fix fix) {
        session.endStep();
        notice.set(
                edits.apply(fix.label(), fix.ops())
                        .map(reason -> "Not changed. " + reason)
                        .orElse(""));
        session.endStep();
    }

    /** Makes a change as a step of its own and puts the cursor on what it made. */
    Optional<String> add(String label, YamlOp op, YamlPath path) {
        session.endStep();
        Optional<String> refused = edits.apply(label, List.of(op));
        session.endStep();
        if (refused.isEmpty()) {
            section.set(outlines.section(path));
            // the form knows the new field after the next analysis only
            added = Optional.of(path);
            SpecText text = session.text();
            new YamlParser()
                    .parse(text)
                    .root()
                    .map(root -> new Places(text.content(), root).rangeOf(path))
                    .ifPresent(editor::goTo);
        }
        return refused;
    }

    @Override
    public Optional<String> change(String label, List<YamlOp> ops) {
        return edits.apply(label, ops);
    }

    @Override
    public Optional<String> move(String label, YamlPath list, int from, int to) {
        session.endStep();
        return edits.apply(label, List.of(new YamlOp.Move(list.index(from), to)));
    }

    @Override
    public Optional<String> rewrite(String label, YamlPath mapping, String yaml) {
        return switch (new RawEdits().rewrite(session.text(), label, mapping, yaml)) {
            case PatchResult.Patched(var batch) -> {
                session.apply(batch);
                yield Optional.empty();
            }
            case PatchResult.Refused(String reason) -> Optional.of(reason);
        };
    }

    @Override
    public void focused(YamlPath path) {
        here.set(path);
        rangeOf(path).ifPresent(editor::reveal);
    }

    @Override
    public void left() {
        session.endStep();
    }

    @Override
    public void textChanged(SpecText before, EditBatch edit, SpecText after) {
        notice.set("");
    }

    @Override
    public void analysed(Analysis analysis) {
        if (caretWaits) {
            caretMoved();
        }
        problems.set(analysis.diagnostics());
        form.set(formOf(analysis));
        added.ifPresent(this::select);
        added = Optional.empty();
    }

    /** A text that cannot be read leaves the form with what it had, to look at only. */
    private FormState formOf(Analysis analysis) {
        FormState last = form.get();
        if (!analysis.readable() && last != null) {
            return new FormState(last.document().stale(), last.outline());
        }
        var document =
                new FormDocument(
                        analysis.readable() ? analysis.tree() : Optional.empty(),
                        analysis.text(),
                        analysis.readable() ? analysis.diagnostics() : List.of(),
                        analysis.inheritance(),
                        analysis.readable());
        return new FormState(document, outlines.of(document.tree(), document.diagnostics()));
    }

    /** A tree that is older than the text, or a part of it, would send the form astray. */
    private void caretMoved() {
        caretWaits = !session.upToDate() || !session.analysis().readable();
        if (!caretWaits) {
            int offset = editor.caretProperty().get();
            places().ifPresent(places -> select(places.pathAt(offset)));
        }
    }

    /** The last tree; while the text is newer by a few keys it is near enough to find a place. */
    private Optional<Places> places() {
        Analysis analysis = session.analysis();
        Optional<YNode> tree = analysis.tree();
        return tree.map(root -> new Places(analysis.text().content(), root));
    }
}

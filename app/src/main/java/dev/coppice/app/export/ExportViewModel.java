package dev.coppice.app.export;

import dev.coppice.app.FolderFiles;
import dev.coppice.app.fx.LatestWins;
import dev.coppice.app.session.ProjectSession;
import dev.coppice.app.shell.Navigation;
import dev.coppice.app.shell.Place;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.diag.Severity;
import dev.coppice.model.export.ExportResult;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Exporter;
import dev.coppice.model.export.Exporters;
import dev.coppice.model.export.Tally;
import dev.coppice.model.include.ValuePlace;
import dev.coppice.model.include.ValuePlaces;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.yaml.YamlPath;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Executor;

/** The spec as other systems' files. Used on the FX thread; writes them in the background. */
public final class ExportViewModel implements ProjectSession.Observer {

    /** What the page shows. */
    enum State {
        /** This version of the program knows no targets. */
        NO_TARGETS,
        /** The first export is not there yet. */
        BUSY,
        /** The spec has errors, and had them since the project was opened. */
        ERRORS,
        /** Files are there; while the spec has errors, those of before. */
        READY
    }

    /** Which targets Compose warns of. */
    public interface Warnings {

        /** Whether Compose shows what a target loses. */
        boolean on(String target);

        /** Compose shows it from now on, or no more. */
        void set(String target, boolean on);
    }

    private final ProjectSession session;
    private final Exporters exporters;
    private final Warnings warnings;
    private final Navigation navigation;
    private final LatestWins<Analysis, Optional<Exported>> work;
    private final AutoCloseable following;
    private final Saving saving;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.BUSY);
    private final ReadOnlyIntegerWrapper errors = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Exported>> exported =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Exporter> target = new SimpleObjectProperty<>();
    private final ObjectProperty<ExportedFile> file = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Marks> marks = new ReadOnlyObjectWrapper<>(Marks.NONE);
    private final ObservableList<ExportedFile> files = FXCollections.observableArrayList();
    private final ObservableList<ReportRow> rows = FXCollections.observableArrayList();
    private final Set<ReportRow.Kind> kinds =
            EnumSet.of(ReportRow.Kind.DROPPED, ReportRow.Kind.APPROXIMATED);
    private boolean open;

    public ExportViewModel(
            ProjectSession session,
            SpecSchema schema,
            Exporters exporters,
            Warnings warnings,
            Navigation navigation,
            Executor background,
            Executor ui) {
        this.session = session;
        this.exporters = exporters;
        this.warnings = warnings;
        this.navigation = navigation;
        this.saving = new Saving(session.folder(), background, ui);
        var project = new FolderFiles(session.folder());
        this.work =
                new LatestWins<>(
                        analysis -> Exported.of(schema, exporters, analysis, project),
                        background,
                        ui,
                        this::done);
        this.following = session.observe(this);
        target.addListener(o -> targetChanged());
        file.addListener(o -> marks.set(Marks.NONE));
        if (exporters.all().isEmpty()) {
            state.set(State.NO_TARGETS);
        } else {
            target.set(exporters.all().getFirst());
        }
    }

    List<Exporter> targets() {
        return exporters.all();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How many errors the spec has now; what is shown is from before them. */
    ReadOnlyIntegerProperty errorsProperty() {
        return errors.getReadOnlyProperty();
    }

    /** The newest text without errors, written for every target. */
    ReadOnlyObjectProperty<Optional<Exported>> exportedProperty() {
        return exported.getReadOnlyProperty();
    }

    /** The target whose files are shown. */
    ObjectProperty<Exporter> targetProperty() {
        return target;
    }

    /** The file that is shown; none while there is none. */
    ObjectProperty<ExportedFile> fileProperty() {
        return file;
    }

    /** The files of the target. */
    ObservableList<ExportedFile> files() {
        return files;
    }

    /** What became of the values, as far as it is to be seen. */
    ObservableList<ReportRow> rows() {
        return rows;
    }

    /** The lines that belong together. */
    ReadOnlyObjectProperty<Marks> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    /** Whether Compose warns of what a target loses. */
    boolean warns(Exporter exporter) {
        return warnings.on(exporter.id());
    }

    /** Compose warns of what the target loses, or no more. */
    void warn(boolean on) {
        if (target.get() != null && warns(target.get()) != on) {
            warnings.set(target.get().id(), on);
        }
    }

    /** How the files are saved. */
    Saving saving() {
        return saving;
    }

    /** How much a target keeps; empty while nothing is known. */
    Optional<Tally> tally(Exporter exporter) {
        return result(exporter).map(result -> Tally.of(result.report()));
    }

    /** How many values a row of this kind is there for. */
    long count(ReportRow.Kind kind) {
        return all().stream().filter(row -> row.kind() == kind).count();
    }

    /** Whether rows of a kind are shown. */
    boolean shows(ReportRow.Kind kind) {
        return kinds.contains(kind);
    }

    /** Shows or hides rows of a kind. */
    void show(ReportRow.Kind kind, boolean shown) {
        if (shown) {
            kinds.add(kind);
        } else {
            kinds.remove(kind);
        }
        fillRows();
    }

    /** Nothing is written while nobody looks. */
    void setOpen(boolean now) {
        open = now;
        refresh();
    }

    private void refresh() {
        if (open && !exporters.all().isEmpty()) {
            work.submit(session.analysis());
        }
    }

    @Override
    public void analysed(Analysis analysis) {
        refresh();
    }

    private void done(Optional<Exported> newer) {
        errors.set(
                newer.isPresent()
                        ? 0
                        : (int)
                                session.analysis().diagnostics().stream()
                                        .filter(d -> d.severity() == Severity.ERROR)
                                        .count());
        if (newer.isPresent()) {
            exported.set(newer);
            targetChanged();
        }
        state.set(exported.get().isPresent() ? State.READY : State.ERRORS);
    }

    private Optional<ExportResult> result(Exporter exporter) {
        return exported.get().map(all -> all.results().get(exporter.id()));
    }

    /** The same file stays in view when it is there again. */
    private void targetChanged() {
        List<ExportedFile> newer = result(target.get()).map(ExportResult::files).orElse(List.of());
        String path = file.get() == null ? "" : file.get().path();
        files.setAll(newer);
        file.set(
                newer.stream()
                        .filter(each -> each.path().equals(path))
                        .findFirst()
                        .orElseGet(() -> newer.isEmpty() ? null : newer.getFirst()));
        fillRows();
    }

    private List<ReportRow> all() {
        return result(target.get())
                .map(
                        result ->
                                result.report().stream()
                                        .map(e -> new ReportRow(e, places().at(e.path())))
                                        .toList())
                .orElse(List.of());
    }

    private ValuePlaces places() {
        return exported.get().orElseThrow().places();
    }

    private void fillRows() {
        rows.setAll(all().stream().filter(row -> kinds.contains(row.kind())).toList());
    }

    // ------------------------------------------------------------------ lines that belong together

    private Optional<Links> links(ExportedFile each) {
        return each instanceof ExportedFile.Text text
                ? Optional.of(new Links(text, places()))
                : Optional.empty();
    }

    /** A person goes to a line of the written file. */
    void chooseWritten(int line) {
        links(file.get())
                .ifPresent(
                        links ->
                                marks.set(
                                        new Marks(
                                                links.fellows(line),
                                                links.specLines(line),
                                                Marks.Side.WRITTEN)));
    }

    /** A person goes to a line of the spec; a file that has something from it comes into view. */
    void chooseSpec(int line) {
        var spec = new TreeSet<>(List.of(line));
        SortedSet<Integer> written = linesOf(file.get(), line);
        for (ExportedFile each : files) {
            if (written.isEmpty() && !linesOf(each, line).isEmpty()) {
                file.set(each);
                written = linesOf(each, line);
            }
        }
        marks.set(new Marks(written, spec, Marks.Side.SPEC));
    }

    private SortedSet<Integer> linesOf(ExportedFile each, int specLine) {
        return links(each).map(links -> links.linesOf(specLine)).orElseGet(TreeSet::new);
    }

    /** A person goes to a row of the report. */
    void chooseRow(ReportRow row) {
        var spec = new TreeSet<Integer>();
        if (row.place().inSpec()) {
            Links.addAll(spec, row.place());
        }
        YamlPath path = row.entry().path();
        boolean kept =
                row.kind() == ReportRow.Kind.EXACT || row.kind() == ReportRow.Kind.APPROXIMATED;
        SortedSet<Integer> written = new TreeSet<>();
        if (kept) {
            written = linesOf(file.get(), path);
            for (ExportedFile each : files) {
                if (written.isEmpty() && !linesOf(each, path).isEmpty()) {
                    file.set(each);
                    written = linesOf(each, path);
                }
            }
        }
        marks.set(new Marks(written, spec, Marks.Side.REPORT));
    }

    private SortedSet<Integer> linesOf(ExportedFile each, YamlPath path) {
        return links(each).map(links -> links.linesOf(path)).orElseGet(TreeSet::new);
    }

    // ------------------------------------------------------------------ ways to other places

    /** Goes to Compose, to what a line of the written file comes from. */
    void openWritten(int line) {
        links(file.get()).flatMap(links -> links.place(line)).ifPresent(this::open);
    }

    /** Goes to Compose, to a row of the report. */
    void openRow(ReportRow row) {
        open(row.place());
    }

    /** Goes to Compose, to a line of the spec. */
    void openSpec(int line) {
        all().stream()
                .map(ReportRow::place)
                .filter(place -> place.inSpec() && place.covers(line))
                .findFirst()
                .ifPresentOrElse(this::open, this::openCompose);
    }

    /** Goes to Compose. */
    void openCompose() {
        navigation.go(Place.COMPOSE);
    }

    /** A value of an included file is reached through the list of included files. */
    private void open(ValuePlace place) {
        navigation.reveal(place.inSpec() ? place.path() : YamlPath.of("includes"));
    }

    /** Nothing arrives any more. */
    void close() {
        work.close();
        try {
            following.close();
        } catch (Exception e) {
            throw new IllegalStateException("observers leave without failing", e);
        }
    }
}

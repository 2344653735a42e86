package dev.coppice.app.compare;

import dev.coppice.app.fx.LatestWins;
import dev.coppice.app.shell.Navigation;
import dev.coppice.runner.compare.ComparisonText;
import dev.coppice.runner.compare.GenerationComparison;
import dev.coppice.runner.compare.GenerationComparison.Kind;
import dev.coppice.runner.compare.GenerationComparison.Row;
import dev.coppice.runner.compare.GenerationComparison.Section;
import dev.coppice.runner.compare.GenerationComparison.Topic;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Generations;
import dev.coppice.runner.vm.RunOptions;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Two generations and what is different between them. Used on the FX thread. */
public final class CompareViewModel {

    private record Pair(Generation earlier, Generation later) {}

    private record Compared(Pair pair, GenerationComparison comparison) {}

    private record Loaded(List<Generation> generations, String failure) {}

    private final Generations store;
    private final Supplier<Optional<String>> system;
    private final Navigation navigation;
    private final LatestWins<Optional<String>, Loaded> loader;
    private final LatestWins<Pair, Compared> worker;

    private final ObservableList<Generation> choices = FXCollections.observableArrayList();
    private final ObjectProperty<Generation> earlier = new SimpleObjectProperty<>();
    private final ObjectProperty<Generation> later = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<GenerationComparison> result =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty onlyDifferences = new SimpleBooleanProperty(true);
    private final ObservableList<CompareItem> items = FXCollections.observableArrayList();
    private final Set<Topic> folded = EnumSet.noneOf(Topic.class);
    private Optional<String> lastSystem = Optional.empty();
    private boolean choosing;

    /** Whether a person asked for these two; otherwise they are always the newest. */
    private boolean byHand;

    /**
     * @param system the name of the project's system; empty while nobody knows it
     * @param comparer works in the background
     */
    public CompareViewModel(
            Generations store,
            Supplier<Optional<String>> system,
            BiFunction<Generation, Generation, GenerationComparison> comparer,
            Navigation navigation,
            Executor background,
            Executor ui) {
        this.store = store;
        this.system = system;
        this.navigation = navigation;
        loader = new LatestWins<>(this::load, background, ui, this::loaded);
        worker =
                new LatestWins<>(
                        pair -> new Compared(pair, comparer.apply(pair.earlier(), pair.later())),
                        background,
                        ui,
                        this::compared);
        earlier.addListener(o -> picked());
        later.addListener(o -> picked());
        filter.addListener(o -> arrange());
        onlyDifferences.addListener(o -> arrange());
    }

    /** Reads the store again; keeps what a person chose, or takes the two newest. */
    public void refresh() {
        lastSystem = system.get().or(() -> lastSystem);
        loader.submit(lastSystem);
    }

    private Loaded load(Optional<String> name) {
        try {
            return new Loaded(name.isEmpty() ? List.of() : store.list(name.get()), "");
        } catch (IOException e) {
            return new Loaded(List.of(), "The store could not be read: " + e.getMessage());
        }
    }

    private void loaded(Loaded loaded) {
        notice.set(loaded.failure());
        List<Generation> all = loaded.generations();
        Optional<Generation> first = byHand ? same(all, earlier.get()) : Optional.empty();
        Optional<Generation> second = byHand ? same(all, later.get()) : Optional.empty();
        choosing = true;
        if (!choices.equals(all)) {
            choices.setAll(all);
        }
        later.set(second.orElse(all.isEmpty() ? null : all.getFirst()));
        earlier.set(
                first.orElse(all.size() < 2 ? null : before(all, later.get()).orElse(all.get(1))));
        choosing = false;
        chosen();
    }

    private static Optional<Generation> before(List<Generation> all, Generation later) {
        return all.stream().filter(g -> g.number() < later.number()).findFirst();
    }

    private static Optional<Generation> same(List<Generation> all, Generation wanted) {
        return all.stream()
                .filter(g -> wanted != null && g.directory().equals(wanted.directory()))
                .findFirst();
    }

    /** Shows two generations. */
    public void compare(Generation first, Generation second) {
        byHand = true;
        choosing = true;
        earlier.set(first);
        later.set(second);
        choosing = false;
        refresh();
    }

    /** Changes their places. */
    public void swap() {
        byHand = true;
        choosing = true;
        Generation first = earlier.get();
        earlier.set(later.get());
        later.set(first);
        choosing = false;
        chosen();
    }

    private void picked() {
        if (!choosing) {
            byHand = true;
            chosen();
        }
    }

    private void chosen() {
        if (earlier.get() == null || later.get() == null) {
            result.set(null);
            summary.set("");
            items.clear();
            return;
        }
        worker.submit(new Pair(earlier.get(), later.get()));
    }

    private void compared(Compared done) {
        if (done.pair().earlier() != earlier.get() || done.pair().later() != later.get()) {
            return;
        }
        result.set(done.comparison());
        summary.set(CompareSummary.of(done.comparison()));
        arrange();
    }

    private void arrange() {
        var lines = new ArrayList<CompareItem>();
        if (result.get() != null) {
            result.get().sections().forEach(section -> arrange(section, lines));
        }
        items.setAll(lines);
    }

    private void arrange(Section section, List<CompareItem> lines) {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        boolean all = !onlyDifferences.get();
        List<Row> rows =
                section.rows().stream()
                        .filter(row -> all || row.kind() != Kind.SAME)
                        .filter(row -> matches(row, wanted))
                        .toList();
        boolean equalOnes = all && section.equal() > 0 && wanted.isEmpty();
        if (rows.isEmpty() && !equalOnes) {
            return;
        }
        boolean open = !folded.contains(section.topic());
        lines.add(new CompareItem.Heading(section, open));
        if (open) {
            if (!section.note().isEmpty()) {
                lines.add(new CompareItem.Note(section.note()));
            }
            rows.forEach(row -> lines.add(new CompareItem.Line(section, row)));
        }
    }

    private static boolean matches(Row row, String lowerCase) {
        return Stream.concat(
                        Stream.of(row.subject(), row.before(), row.after()), row.detail().stream())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(lowerCase));
    }

    /** Folds a section, or opens it. */
    void toggle(Section section) {
        if (!folded.remove(section.topic())) {
            folded.add(section.topic());
        }
        arrange();
    }

    /** Shows the line of the spec that made a difference. */
    void reveal(Row row) {
        row.cause().ifPresent(navigation::reveal);
    }

    /** Boots a generation, so that it has facts. */
    public void boot(Generation generation) {
        navigation.boot(generation, new RunOptions(true, false));
    }

    /** Builds and boots the spec. */
    public void buildAndBoot() {
        navigation.buildAndBoot();
    }

    /** The chosen generations that never booted. */
    public List<Generation> withoutFacts() {
        return Stream.of(earlier.get(), later.get())
                .filter(g -> g != null && g.boot().isEmpty())
                .distinct()
                .toList();
    }

    void close() {
        loader.close();
        worker.close();
    }

    /** Newest first. */
    public ObservableList<Generation> choices() {
        return choices;
    }

    /** Null while there is nothing to choose. */
    public ObjectProperty<Generation> earlierProperty() {
        return earlier;
    }

    /** Null while there is nothing to choose. */
    public ObjectProperty<Generation> laterProperty() {
        return later;
    }

    /** Null until two are compared. */
    public ReadOnlyObjectProperty<GenerationComparison> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** The comparison in one line. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** The comparison as plain text; empty until two are compared. */
    public String text() {
        return result.get() == null ? "" : summary.get() + "\n\n" + ComparisonText.of(result.get());
    }

    public StringProperty filterProperty() {
        return filter;
    }

    public BooleanProperty onlyDifferencesProperty() {
        return onlyDifferences;
    }

    /** What went wrong with the store. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ObservableList<CompareItem> items() {
        return items;
    }
}

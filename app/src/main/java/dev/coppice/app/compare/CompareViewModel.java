package dev.coppice.app.compare;

import dev.coppice.app.fx.LatestWins;
import dev.coppice.app.shell.Navigation;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Two generations and what is different between them. Used on the FX thread. */
public final class CompareViewModel {

    private record Pair(Generation earlier, Generation later) {}

    private record Loaded(List<Generation> generations, String failure) {}

    private final Generations store;
    private final Supplier<Optional<String>> system;
    private final Navigation navigation;
    private final LatestWins<Optional<String>, Loaded> loader;
    private final LatestWins<Pair, CompareResult> worker;

    private final ObservableList<Generation> choices = FXCollections.observableArrayList();
    private final ObjectProperty<Generation> earlier = new SimpleObjectProperty<>();
    private final ObjectProperty<Generation> later = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<CompareResult> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty onlyDifferences = new SimpleBooleanProperty(true);
    private final ObservableList<CompareItem> items = FXCollections.observableArrayList();
    private final Set<String> folded = new HashSet<>();
    private Optional<String> lastSystem = Optional.empty();
    private boolean choosing;

    /**
     * @param system the name of the project's system; empty while nobody knows it
     * @param comparer works in the background
     */
    public CompareViewModel(
            Generations store,
            Supplier<Optional<String>> system,
            BiFunction<Generation, Generation, CompareResult> comparer,
            Navigation navigation,
            Executor background,
            Executor ui) {
        this.store = store;
        this.system = system;
        this.navigation = navigation;
        loader = new LatestWins<>(this::load, background, ui, this::loaded);
        worker =
                new LatestWins<>(
                        pair -> comparer.apply(pair.earlier(), pair.later()),
                        background,
                        ui,
                        this::compared);
        earlier.addListener(o -> chosen());
        later.addListener(o -> chosen());
        filter.addListener(o -> arrange());
        onlyDifferences.addListener(o -> arrange());
    }

    /** Reads the store again; keeps the choice, or takes the two newest. */
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
        Optional<Generation> first = same(all, earlier.get());
        Optional<Generation> second = same(all, later.get());
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
        choosing = true;
        earlier.set(first);
        later.set(second);
        choosing = false;
        refresh();
    }

    /** Changes their places. */
    public void swap() {
        choosing = true;
        Generation first = earlier.get();
        earlier.set(later.get());
        later.set(first);
        choosing = false;
        chosen();
    }

    private void chosen() {
        if (choosing) {
            return;
        }
        if (earlier.get() == null || later.get() == null) {
            result.set(null);
            items.clear();
            return;
        }
        worker.submit(new Pair(earlier.get(), later.get()));
    }

    private void compared(CompareResult comparison) {
        if (comparison.earlier() != earlier.get() || comparison.later() != later.get()) {
            return;
        }
        result.set(comparison);
        arrange();
    }

    private void arrange() {
        var lines = new ArrayList<CompareItem>();
        if (result.get() != null) {
            String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
            Predicate<CompareRow> shown =
                    row -> (!onlyDifferences.get() || !row.same()) && row.matches(wanted);
            for (CompareSection section : result.get().sections()) {
                var rows = section.rows().stream().filter(shown).toList();
                if (rows.isEmpty()) {
                    continue;
                }
                boolean open = !folded.contains(section.id());
                lines.add(new CompareItem.Heading(section, rows.size(), open));
                if (open) {
                    rows.forEach(row -> lines.add(new CompareItem.Line(section, row)));
                }
            }
        }
        items.setAll(lines);
    }

    /** Folds a section, or opens it. */
    void toggle(CompareSection section) {
        if (!folded.remove(section.id())) {
            folded.add(section.id());
        }
        arrange();
    }

    /** Shows the line of the spec that made a difference. */
    void reveal(CompareRow row) {
        row.path().ifPresent(navigation::reveal);
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
        return java.util.stream.Stream.of(earlier.get(), later.get())
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
    public ReadOnlyObjectProperty<CompareResult> resultProperty() {
        return result.getReadOnlyProperty();
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

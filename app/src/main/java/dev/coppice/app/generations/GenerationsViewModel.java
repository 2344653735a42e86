package dev.coppice.app.generations;

import dev.coppice.app.format.Human;
import dev.coppice.app.fx.LatestWins;
import dev.coppice.app.session.ProjectSession;
import dev.coppice.app.shell.Navigation;
import dev.coppice.model.diff.Change;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Generations;
import dev.coppice.runner.vm.RunOptions;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The generations of the project's system. Used on the FX thread. */
public final class GenerationsViewModel {

    private record Pair(Path earlier, Path later) {}

    private record Loaded(String system, List<GenerationCard> cards, String failure) {}

    /** Work in the background that the store may refuse. */
    private interface StoreWork<T> {
        T run() throws IOException;
    }

    private final Generations store;
    private final ProjectSession session;
    private final BiFunction<Generation, Generation, List<Change>> differ;
    private final Restore restore;
    private final Navigation navigation;
    private final Executor background;
    private final Executor ui;
    private final Supplier<Instant> now;
    private final LatestWins<String, Loaded> loader;
    private final Map<Pair, List<Change>> known = new ConcurrentHashMap<>();
    private final ObservableList<GenerationCard> cards = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper system = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(false);

    /**
     * @param differ the changes from one generation's spec to another's; called in the background
     * @param restore gives the files that a generation included their content of then
     */
    public GenerationsViewModel(
            Generations store,
            ProjectSession session,
            BiFunction<Generation, Generation, List<Change>> differ,
            Restore restore,
            Navigation navigation,
            Executor background,
            Executor ui,
            Supplier<Instant> now) {
        this.store = store;
        this.session = session;
        this.differ = differ;
        this.restore = restore;
        this.navigation = navigation;
        this.background = background;
        this.ui = ui;
        this.now = now;
        loader = new LatestWins<>(this::load, background, ui, this::show);
    }

    /** Reads the store again. */
    public void refresh() {
        // While the spec has errors its name is not known; the last one is as good.
        session.analysis().spec().ifPresent(spec -> system.set(spec.name()));
        loader.submit(system.get());
    }

    private Loaded load(String name) {
        if (name.isEmpty()) {
            return new Loaded(name, List.of(), "");
        }
        try {
            List<Generation> list = store.list(name);
            Optional<Integer> current = store.current(name);
            var all = new ArrayList<GenerationCard>();
            for (int i = 0; i < list.size(); i++) {
                Generation each = list.get(i);
                Optional<Generation> previous =
                        i + 1 < list.size() ? Optional.of(list.get(i + 1)) : Optional.empty();
                List<Change> changes =
                        previous.map(before -> changes(before, each)).orElse(List.of());
                boolean marked = current.filter(n -> n == each.number()).isPresent();
                all.add(new GenerationCard(each, marked, previous, changes));
            }
            return new Loaded(name, all, "");
        } catch (IOException e) {
            return new Loaded(name, List.of(), "The store could not be read: " + e.getMessage());
        }
    }

    private List<Change> changes(Generation before, Generation after) {
        return known.computeIfAbsent(
                new Pair(before.directory(), after.directory()),
                pair -> differ.apply(before, after));
    }

    private void show(Loaded result) {
        if (!cards.equals(result.cards())) {
            cards.setAll(result.cards());
        }
        if (!result.failure().isEmpty()) {
            notice.set(result.failure());
        }
        loaded.set(true);
    }

    /** How long ago a generation was made. */
    public String ago(Generation generation) {
        return Human.ago(generation.created(), now.get(), ZoneId.systemDefault());
    }

    /** Boots a generation in Preview. */
    public void boot(GenerationCard card, boolean keepState) {
        navigation.boot(card.generation(), new RunOptions(true, keepState));
    }

    /** Compares with the generation before. */
    public void compareWithPrevious(GenerationCard card) {
        card.previous().ifPresent(before -> navigation.compare(before, card.generation()));
    }

    /** Compares two, the earlier one first. */
    public void compare(GenerationCard one, GenerationCard other) {
        boolean inOrder = one.generation().number() <= other.generation().number();
        navigation.compare(
                (inOrder ? one : other).generation(), (inOrder ? other : one).generation());
    }

    /** Makes a generation's spec the text again, as one step of undo, and marks it current. */
    public void rollBack(GenerationCard card) {
        Generation to = card.generation();
        session.replace("Roll back to generation " + to.number(), to.specText());
        inStore(
                () -> {
                    SortedMap<String, Path> kept = restore.of(to);
                    store.makeCurrent(to.system(), to.number());
                    return "The spec is the one of generation "
                            + to.number()
                            + " again. Undo takes the text back."
                            + kept(kept);
                },
                "Generation " + to.number() + " could not be marked current");
    }

    private static String kept(SortedMap<String, Path> copies) {
        return copies.entrySet().stream()
                .map(
                        file ->
                                " "
                                        + file.getKey()
                                        + " is as it was then, too; what it held is kept in "
                                        + file.getValue().getFileName()
                                        + ".")
                .collect(Collectors.joining());
    }

    /** Gives the files that a generation included their content of then. */
    @FunctionalInterface
    public interface Restore {

        /** The copies of what the files held, by their paths in the project. */
        SortedMap<String, Path> of(Generation generation) throws IOException;
    }

    /** Works out what deleting would take away; completes on the FX thread. */
    public CompletableFuture<Deletion> planDeletion(GenerationCard card) {
        var result = new CompletableFuture<Deletion>();
        inBackground(
                () -> {
                    var all = new ArrayList<Generation>();
                    for (String each : store.systems()) {
                        all.addAll(store.list(each));
                    }
                    return Deletion.of(card.generation(), all);
                },
                "The store could not be read",
                result::complete);
        return result;
    }

    /** Deletes for good. */
    public void delete(Deletion deletion) {
        Generation gone = deletion.generation();
        inStore(
                () ->
                        "Generation "
                                + gone.number()
                                + " is deleted; "
                                + Human.bytes(store.delete(gone))
                                + " are free again.",
                "Generation " + gone.number() + " could not be deleted");
    }

    /** The log of a generation's build; completes on the FX thread. */
    public CompletableFuture<String> log(GenerationCard card) {
        var result = new CompletableFuture<String>();
        inBackground(
                () -> store.log(card.generation()), "The log could not be read", result::complete);
        return result;
    }

    private void inStore(StoreWork<String> work, String failed) {
        inBackground(
                work,
                failed,
                words -> {
                    notice.set(words);
                    navigation.generationsChanged();
                });
    }

    private <T> void inBackground(
            StoreWork<T> work, String failed, java.util.function.Consumer<T> then) {
        background.execute(
                () -> {
                    try {
                        T result = work.run();
                        ui.execute(() -> then.accept(result));
                    } catch (IOException e) {
                        ui.execute(() -> notice.set(failed + ": " + e.getMessage()));
                    }
                });
    }

    /** Builds and boots the spec. */
    public void buildAndBoot() {
        navigation.buildAndBoot();
    }

    /** Forgets the last notice. */
    public void dismissNotice() {
        notice.set("");
    }

    void close() {
        loader.close();
    }

    /** Newest first. */
    public ObservableList<GenerationCard> cards() {
        return cards;
    }

    /** What became of the last action. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** The system's name; empty while nobody knows it. */
    public ReadOnlyStringProperty systemProperty() {
        return system.getReadOnlyProperty();
    }

    /** Whether the store has been read. */
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }
}

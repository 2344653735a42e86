package dev.coppice.app.generations;

import dev.coppice.app.format.Human;
import dev.coppice.app.fx.LatestWins;
import dev.coppice.app.session.ProjectSession;
import dev.coppice.app.shell.Navigation;
import dev.coppice.model.diff.Change;
import dev.coppice.runner.store.CollectRequest;
import dev.coppice.runner.store.Collected;
import dev.coppice.runner.store.Deletion;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.Generations;
import dev.coppice.runner.store.StoreCare;
import dev.coppice.runner.store.Verification;
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
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
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

    private record Loaded(
            String system, List<GenerationCard> cards, OptionalLong storeBytes, String failure) {}

    /** So many rows are complete when the list is shown; the others follow. */
    private static final int AT_ONCE = 12;

    private final Generations store;
    private final ProjectSession session;
    private final BiFunction<Generation, Generation, List<Change>> differ;
    private final StoreCare care;
    private final Projects projects;
    private final Navigation navigation;
    private final StoreWork work;
    private final Supplier<Instant> now;
    private final LatestWins<String, Loaded> loader;
    private final LatestWins<Loaded, Loaded> completer;
    private final Map<Pair, List<Change>> known = new ConcurrentHashMap<>();
    private final ObservableList<GenerationCard> cards = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper storeSize = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper system = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(false);

    /**
     * @param differ the changes from one generation's spec to another's; called in the background
     * @param care looks after the store as a whole
     * @param projects what is done to folders of projects
     */
    public GenerationsViewModel(
            Generations store,
            StoreCare care,
            ProjectSession session,
            BiFunction<Generation, Generation, List<Change>> differ,
            Projects projects,
            Navigation navigation,
            Executor background,
            Executor ui,
            Supplier<Instant> now) {
        this.store = store;
        this.session = session;
        this.differ = differ;
        this.care = care;
        this.projects = projects;
        this.navigation = navigation;
        this.work = new StoreWork(background, ui);
        this.now = now;
        loader = new LatestWins<>(this::load, background, ui, this::show);
        completer = new LatestWins<>(this::complete, background, ui, this::showRows);
    }

    /** Reads the store again. */
    public void refresh() {
        // While the spec has errors its name is not known; the last one is as good.
        session.analysis().spec().ifPresent(spec -> system.set(spec.name()));
        loader.submit(system.get());
    }

    private Loaded load(String name) {
        if (name.isEmpty()) {
            return new Loaded(name, List.of(), OptionalLong.empty(), "");
        }
        try {
            List<Generation> list = store.list(name);
            Optional<Integer> current = store.current(name);
            var all = new ArrayList<GenerationCard>();
            for (int i = 0; i < list.size(); i++) {
                Generation each = list.get(i);
                Optional<Generation> previous =
                        i + 1 < list.size() ? Optional.of(list.get(i + 1)) : Optional.empty();
                boolean marked = current.filter(n -> n == each.number()).isPresent();
                all.add(new GenerationCard(each, marked, previous, changes(previous, each, i)));
            }
            return new Loaded(name, all, OptionalLong.of(storeBytes()), "");
        } catch (IOException e) {
            return new Loaded(
                    name,
                    List.of(),
                    OptionalLong.empty(),
                    "The store could not be read: " + e.getMessage());
        }
    }

    private long storeBytes() throws IOException {
        return care.usage().values().stream().mapToLong(Long::longValue).sum();
    }

    /** What is known, and for the first rows what can be known. */
    private Optional<List<Change>> changes(
            Optional<Generation> previous, Generation each, int row) {
        if (previous.isEmpty()) {
            return Optional.of(List.of());
        }
        return row < AT_ONCE
                ? Optional.of(changes(previous.get(), each))
                : Optional.ofNullable(
                        known.get(new Pair(previous.get().directory(), each.directory())));
    }

    private List<Change> changes(Generation before, Generation after) {
        return known.computeIfAbsent(
                new Pair(before.directory(), after.directory()),
                pair -> differ.apply(before, after));
    }

    /** The same with what changed in every row. */
    private Loaded complete(Loaded part) {
        return new Loaded(
                part.system(),
                part.cards().stream()
                        .map(
                                card ->
                                        card.previous().isEmpty()
                                                ? card
                                                : card.with(
                                                        changes(
                                                                card.previous().get(),
                                                                card.generation())))
                        .toList(),
                part.storeBytes(),
                part.failure());
    }

    private void show(Loaded result) {
        showRows(result);
        if (!result.failure().isEmpty()) {
            work.tell(result.failure());
        }
        result.storeBytes().ifPresent(bytes -> storeSize.set(Human.bytes(bytes)));
        loaded.set(true);
        if (result.cards().stream().anyMatch(card -> card.known().isEmpty())) {
            completer.submit(result);
        }
    }

    private void showRows(Loaded result) {
        if (result.system().equals(system.get()) && !cards.equals(result.cards())) {
            cards.setAll(result.cards());
        }
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
                    SortedMap<String, Path> kept = projects.restore(to);
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

    /** Pins a generation, or takes its pin off. */
    public void pin(GenerationCard card, boolean pinned) {
        Generation of = card.generation();
        inStore(
                () -> {
                    store.mark(of, of.marks().pinned(pinned));
                    return "Generation "
                            + of.number()
                            + (pinned
                                    ? " is pinned: nothing deletes it."
                                    : " is not pinned any more.");
                },
                "Generation " + of.number() + " could not be pinned");
    }

    /** Gives a generation a label; an empty one takes it away. */
    public void label(GenerationCard card, String text) {
        Generation of = card.generation();
        inStore(
                () -> {
                    store.mark(of, of.marks().labelled(text));
                    return "";
                },
                "Generation " + of.number() + " could not be labelled");
    }

    /** Works out what deleting would take away; completes on the FX thread. */
    public CompletableFuture<Deletion> planDeletion(GenerationCard card) {
        var result = new CompletableFuture<Deletion>();
        work.run(
                () -> store.plan(List.of(card.generation())),
                "The store could not be read",
                result::complete);
        return result;
    }

    /** Deletes for good. */
    public void delete(Deletion deletion) {
        Generation gone = deletion.generations().getFirst();
        inStore(
                () ->
                        "Generation "
                                + gone.number()
                                + " is deleted; "
                                + Human.bytes(store.delete(gone))
                                + " are free again.",
                "Generation " + gone.number() + " could not be deleted");
    }

    /** Writes a generation as one file. */
    public void export(GenerationCard card, Path file) {
        Generation of = card.generation();
        work.run(
                "Exporting generation " + of.number(),
                (progress, cancellation) -> {
                    care.exportTo(of, file, progress, cancellation);
                    return "Generation " + of.number() + " is in " + file + ".";
                },
                "Generation " + of.number() + " could not be exported",
                work::tell);
    }

    /** Takes a generation in from a file. */
    public void importFrom(Path file) {
        work.run(
                "Importing " + file.getFileName(),
                (progress, cancellation) -> care.importFrom(file, progress, cancellation),
                "Nothing was imported",
                imported -> {
                    Generation here = imported.generation();
                    work.tell(
                            "Generation "
                                    + here.number()
                                    + " of "
                                    + here.system()
                                    + (imported.already() ? " was here already." : " is here now.")
                                    + (here.system().equals(system.get())
                                            ? ""
                                            : " It is shown in the project of that system."));
                    navigation.generationsChanged();
                });
    }

    /** Makes a project of its own from a generation. */
    public void branch(GenerationCard card, String name, Path folder) {
        Generation of = card.generation();
        inStore(
                () -> {
                    projects.branch(of, name, folder);
                    return "The project "
                            + name
                            + " is in "
                            + folder
                            + "; its history begins with this generation.";
                },
                "Generation " + of.number() + " was not branched off");
    }

    /** A folder that a branch of a name may have. */
    public Path folderFor(String name) {
        return projects.folderFor(name);
    }

    /** Works out what cleaning up would free; completes on the FX thread. */
    public CompletableFuture<Collected> planCollection(OptionalInt keep) {
        var result = new CompletableFuture<Collected>();
        work.run(
                () -> care.collect(new CollectRequest(keep, Set.of(system.get()), true)),
                "The store could not be read",
                result::complete);
        return result;
    }

    /** Frees what nobody needs. */
    public void collect(OptionalInt keep) {
        inStore(
                () -> {
                    Collected done =
                            care.collect(new CollectRequest(keep, Set.of(system.get()), false));
                    return Human.bytes(done.freedBytes()) + " are free again.";
                },
                "The store could not be cleaned up");
    }

    /** Reads the whole store again; completes on the FX thread. */
    public CompletableFuture<Verification> verify(boolean discard) {
        var result = new CompletableFuture<Verification>();
        work.run(
                "Verifying the store",
                (progress, cancellation) -> care.verify(discard, progress, cancellation),
                "The store could not be verified",
                result::complete);
        return result;
    }

    /** Stops what takes its time. */
    public void cancel() {
        work.cancel();
    }

    /** The log of a generation's build; completes on the FX thread. */
    public CompletableFuture<String> log(GenerationCard card) {
        var result = new CompletableFuture<String>();
        work.run(() -> store.log(card.generation()), "The log could not be read", result::complete);
        return result;
    }

    private void inStore(StoreWork.Work<String> todo, String failed) {
        work.run(
                todo,
                failed,
                words -> {
                    work.tell(words);
                    navigation.generationsChanged();
                });
    }

    /** Builds and boots the spec. */
    public void buildAndBoot() {
        navigation.buildAndBoot();
    }

    /** Forgets the last notice. */
    public void dismissNotice() {
        work.tell("");
    }

    void close() {
        loader.close();
        completer.close();
    }

    /** Newest first. */
    public ObservableList<GenerationCard> cards() {
        return cards;
    }

    /** What became of the last action. */
    public ReadOnlyStringProperty noticeProperty() {
        return work.notice();
    }

    /** What is under way, with its percentage; empty for nothing. */
    public ReadOnlyStringProperty busyProperty() {
        return work.busy();
    }

    /** How much the store takes, for people; empty while nobody knows it. */
    public ReadOnlyStringProperty storeSizeProperty() {
        return storeSize.getReadOnlyProperty();
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

package dev.coppice.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.generations.CollectionWords;
import dev.coppice.app.generations.DeletionWords;
import dev.coppice.app.generations.GenerationCard;
import dev.coppice.app.generations.GenerationsViewModel;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.store.CollectRequest;
import dev.coppice.runner.store.Generation;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

class GenerationsViewModelTest {

    private final Generation third = Samples.generation(3, Optional.empty());
    private final Generation second =
            Samples.generation(2, Optional.of(Samples.boot(2, Optional.empty())));
    private final Generation first =
            Samples.generation(1, Optional.of(Samples.boot(1, Optional.empty())));
    private final MemoryGenerations store = new MemoryGenerations(third, second, first);
    private final PlayedCare care = new PlayedCare();
    private final PlainSession session = new PlainSession(Samples.spec("web-01", "Hi\n"));
    private final Steps steps = new Steps();
    private final SortedMap<String, Path> kept = new TreeMap<>();
    private final GenerationsViewModel model =
            new GenerationsViewModel(
                    store,
                    care,
                    session,
                    (a, b) -> Samples.changes(),
                    new PlainProjects(kept),
                    steps,
                    Runnable::run,
                    Runnable::run,
                    () -> Samples.NOW);

    private GenerationCard card(int index) {
        model.refresh();
        return model.cards().get(index);
    }

    @Test
    void newestFirstWithWhatChanged() {
        GenerationCard newest = card(0);
        assertThat(model.cards()).hasSize(3);
        assertThat(newest.title()).isEqualTo("Generation 3");
        assertThat(newest.current()).isTrue();
        assertThat(newest.summary())
                .isEqualTo(
                        "hostname web-01 → web-02, + package htop, file /etc/motd: content"
                                + " changed");
        assertThat(newest.bootTime()).isEqualTo("never booted");
        assertThat(newest.checks()).isEmpty();
        assertThat(card(1).checks()).isEqualTo("3/3 checks");
        assertThat(card(1).bootTime()).isEqualTo("ready in 14 s");
        assertThat(card(2).summary()).isEqualTo("The first generation");
        assertThat(model.ago(third)).isEqualTo("6 h ago");
    }

    @Test
    void bootsAndCompares() {
        model.boot(card(1), false);
        model.boot(card(1), true);
        model.compareWithPrevious(card(0));
        model.compare(card(0), card(2));
        assertThat(steps.taken)
                .containsExactly("boot 2", "boot 2 kept", "compare 2 3", "compare 1 3");
    }

    @Test
    void rollingBackReplacesTheTextAndMovesTheMark() {
        model.rollBack(card(2));
        assertThat(session.labels).containsExactly("Roll back to generation 1");
        assertThat(session.text().content()).isEqualTo(first.specText());
        assertThat(store.current).contains(1);
        assertThat(steps.taken).containsExactly("generations changed");
        assertThat(model.noticeProperty().get()).contains("generation 1 again");
        model.refresh();
        assertThat(model.cards())
                .extracting(GenerationCard::current)
                .containsExactly(false, false, true);
    }

    @Test
    void rollingBackNamesTheFilesThatItBringsBack() {
        kept.put("common.yaml", Path.of("common.yaml.before-rollback-to-1"));
        model.rollBack(card(2));
        assertThat(model.noticeProperty().get())
                .endsWith(
                        " common.yaml is as it was then, too; what it held is kept in"
                                + " common.yaml.before-rollback-to-1.");
    }

    @Test
    void deletingSaysWhatItFreesAndThenFreesIt() {
        var plan = model.planDeletion(card(0)).join();
        assertThat(DeletionWords.of(plan))
                .contains("This frees 42 kB with the layer config, which nothing else uses.");
        model.delete(plan);
        assertThat(store.all).containsExactly(second, first);
        assertThat(model.noticeProperty().get())
                .isEqualTo("Generation 3 is deleted; 41 kB are free again.");
        model.refresh();
        assertThat(model.cards()).hasSize(2);
    }

    @Test
    void theLogIsReadInTheBackground() {
        assertThat(model.log(card(0))).isCompletedWithValue("I: installing nginx\n");
    }

    @Test
    void pinsAndLabelsAreShown() {
        model.pin(card(1), true);
        model.label(card(1), "before the move");
        assertThat(card(1).pinned()).isTrue();
        assertThat(card(1).label()).isEqualTo("before the move");
        model.pin(card(1), false);
        model.label(card(1), "");
        assertThat(card(1).pinned()).isFalse();
        assertThat(card(1).label()).isEmpty();
    }

    @Test
    void whatTheStoreRefusesIsSaidWithWhatToDo() {
        care.refusal =
                Optional.of(new Problem("store-damaged", "It is damaged.", "Verify.", List.of()));
        model.export(card(0), Path.of("g.tar"));
        assertThat(model.noticeProperty().get())
                .isEqualTo("Generation 3 could not be exported. It is damaged. Verify.");
        assertThat(model.busyProperty().get()).isEmpty();
    }

    @Test
    void exportsCanBeCancelled() {
        care.cancelled = true;
        model.export(card(0), Path.of("g.tar"));
        assertThat(model.noticeProperty().get()).isEqualTo("Cancelled. The store is whole.");
        care.cancelled = false;
        model.export(card(0), Path.of("g.tar"));
        assertThat(model.noticeProperty().get()).isEqualTo("Generation 3 is in g.tar.");
        model.refresh();
        assertThat(model.storeSizeProperty().get()).isEqualTo("1.2 GB");
    }

    @Test
    void aBranchIsAProjectOfItsOwn() {
        model.branch(card(1), "trial", Path.of("/p/trial"));
        assertThat(model.noticeProperty().get()).contains("The project trial is in /p/trial");
    }

    @Test
    void cleaningUpIsPlannedFirst() {
        model.refresh();
        var plan = model.planCollection(OptionalInt.of(1)).join();
        assertThat(CollectionWords.of(plan)).startsWith("Frees 5.0 MB: 2 layers");
        model.collect(OptionalInt.empty());
        assertThat(model.noticeProperty().get()).isEqualTo("5.0 MB are free again.");
        assertThat(care.asked).extracting(CollectRequest::dryRun).containsExactly(true, false);
        assertThat(care.asked.getFirst().systems()).containsExactly("web-01");
    }

    @Test
    void verifyingSaysWhatIsDamaged() {
        assertThat(CollectionWords.of(model.verify(false).join()))
                .contains("The layer x is damaged.", "Build it again.", "1 generation");
    }

    @Test
    void longListsAreShownBeforeEveryChangeIsKnown() {
        var many = new MemoryGenerations();
        for (int i = 40; i > 0; i--) {
            many.all.add(Samples.generation(i, Optional.empty()));
        }
        var later = new java.util.ArrayDeque<Runnable>();
        var list =
                new GenerationsViewModel(
                        many,
                        care,
                        session,
                        (a, b) -> Samples.changes(),
                        new PlainProjects(kept),
                        steps,
                        later::add,
                        Runnable::run,
                        () -> Samples.NOW);
        list.refresh();
        later.remove().run();
        assertThat(list.cards()).hasSize(40);
        assertThat(list.cards().getFirst().summary()).startsWith("hostname");
        assertThat(list.cards().get(30).summary()).isEqualTo("…");
        later.remove().run();
        assertThat(list.cards().get(30).summary()).startsWith("hostname");
        assertThat(list.cards().getLast().summary()).isEqualTo("The first generation");
    }
}

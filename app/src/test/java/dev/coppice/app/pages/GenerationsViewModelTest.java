package dev.coppice.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.generations.GenerationCard;
import dev.coppice.app.generations.GenerationsViewModel;
import dev.coppice.runner.store.Generation;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

class GenerationsViewModelTest {

    private final Generation third = Samples.generation(3, Optional.empty());
    private final Generation second =
            Samples.generation(2, Optional.of(Samples.boot(2, Optional.empty())));
    private final Generation first =
            Samples.generation(1, Optional.of(Samples.boot(1, Optional.empty())));
    private final MemoryGenerations store = new MemoryGenerations(third, second, first);
    private final PlainSession session = new PlainSession(Samples.spec("web-01", "Hi\n"));
    private final Steps steps = new Steps();
    private final SortedMap<String, Path> kept = new TreeMap<>();
    private final GenerationsViewModel model =
            new GenerationsViewModel(
                    store,
                    session,
                    (a, b) -> Samples.changes(),
                    to -> kept,
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
        assertThat(plan.words())
                .contains("This frees 42 kB: the layer config, which nothing else uses.");
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
}

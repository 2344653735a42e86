package dev.coppice.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.compare.CompareViewModel;
import dev.coppice.runner.compare.ComparedFile;
import dev.coppice.runner.compare.Comparer;
import dev.coppice.runner.store.Generation;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class CompareViewModelTest {

    private final Generation third =
            Samples.generation(3, Optional.of(Samples.boot(3, Optional.empty())));
    private final Generation second =
            Samples.generation(2, Optional.of(Samples.boot(2, Optional.empty())));
    private final Generation first = Samples.generation(1, Optional.empty());
    private final MemoryGenerations store = new MemoryGenerations(third, second, first);
    private final Steps steps = new Steps();
    private final CompareViewModel model =
            new CompareViewModel(
                    store,
                    () -> Optional.of("web-01"),
                    (a, b) ->
                            Comparer.compare(
                                    side(a, "Hi\n"),
                                    side(b, a == b ? "Hi\n" : "Welcome\n"),
                                    a == b ? List.of() : Samples.changes()),
                    steps,
                    Runnable::run,
                    Runnable::run);

    private static Comparer.Side side(Generation generation, String motd) {
        return new Comparer.Side(generation, ComparedFile.of(Samples.spec("web-01", motd)));
    }

    @Test
    void theTwoNewestAreComparedAtFirst() {
        model.refresh();
        assertThat(model.choices()).containsExactly(third, second, first);
        assertThat(model.earlierProperty().get()).isSameAs(second);
        assertThat(model.laterProperty().get()).isSameAs(third);
        assertThat(model.summaryProperty().get())
                .startsWith("1 setting added, 2 settings changed, 1 package added, 1 file changed");
        assertThat(model.withoutFacts()).isEmpty();
        assertThat(model.text()).contains("htop").contains("/etc/motd");
    }

    @Test
    void twoOfOnesOwnChoiceThenTheOtherWayRound() {
        model.compare(first, third);
        assertThat(model.withoutFacts()).containsExactly(first);
        model.boot(first);
        assertThat(steps.taken).containsExactly("boot 1");
        model.swap();
        assertThat(model.earlierProperty().get()).isSameAs(third);
        assertThat(model.laterProperty().get()).isSameAs(first);
    }

    @Test
    void withoutAChoiceTheNewestAreTakenAgain() {
        store.all.removeAll(List.of(third, second));
        model.refresh();
        store.all.addAll(0, List.of(third, second));
        model.refresh();
        assertThat(model.earlierProperty().get()).isSameAs(second);
        assertThat(model.laterProperty().get()).isSameAs(third);
    }

    @Test
    void aChoiceIsKeptWhenGenerationsCome() {
        store.all.remove(third);
        model.compare(first, second);
        store.all.addFirst(third);
        model.refresh();
        assertThat(model.earlierProperty().get()).isSameAs(first);
        assertThat(model.laterProperty().get()).isSameAs(second);
        model.earlierProperty().set(second);
        model.laterProperty().set(third);
        model.refresh();
        assertThat(model.earlierProperty().get()).isSameAs(second);
    }

    @Test
    void theSameTwiceIsNotDifferent() {
        model.compare(third, third);
        assertThat(model.resultProperty().get().differences()).isZero();
        assertThat(model.summaryProperty().get()).isEqualTo("Nothing is different.");
    }

    @Test
    void aSingleGenerationCannotBeCompared() {
        store.all.removeAll(List.of(second, first));
        model.refresh();
        assertThat(model.resultProperty().get()).isNull();
    }
}

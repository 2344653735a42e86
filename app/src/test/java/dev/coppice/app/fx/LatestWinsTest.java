package dev.coppice.app.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

class LatestWinsTest {

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> ui = new ArrayDeque<>();
    private final List<String> worked = new ArrayList<>();
    private final List<String> arrived = new ArrayList<>();
    private final LatestWins<String, String> latest =
            new LatestWins<>(this::work, background::add, ui::add, arrived::add);

    private String work(String snapshot) {
        worked.add(snapshot);
        if (snapshot.equals("bug")) {
            throw new IllegalStateException("a bug");
        }
        return snapshot.toUpperCase(java.util.Locale.ROOT);
    }

    private void runAll() {
        while (!background.isEmpty() || !ui.isEmpty()) {
            (background.isEmpty() ? ui : background).remove().run();
        }
    }

    @Test
    void onlyTheNewestArrives() {
        latest.submit("a");
        latest.submit("b");
        latest.submit("c");
        runAll();

        assertThat(worked).containsExactly("a", "c");
        assertThat(arrived).containsExactly("C");
    }

    @Test
    void aResultThatIsOldWhenItComesIsDropped() {
        latest.submit("a");
        background.remove().run();
        latest.submit("b");
        ui.remove().run();
        assertThat(arrived).isEmpty();

        runAll();
        assertThat(arrived).containsExactly("B");
    }

    @Test
    void aBugReachesTheUiThreadAndLaterWorkGoesOn() {
        latest.submit("bug");
        background.remove().run();
        assertThatThrownBy(() -> ui.remove().run()).hasMessage("a bug");

        latest.submit("b");
        runAll();
        assertThat(arrived).containsExactly("B");
    }

    @Test
    void nothingArrivesAfterTheEnd() {
        latest.submit("a");
        latest.close();
        runAll();
        assertThat(arrived).isEmpty();
    }
}

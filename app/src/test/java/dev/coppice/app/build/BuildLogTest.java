package dev.coppice.app.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class BuildLogTest {

    private final BuildLog log = new BuildLog(100);

    private void lines(int from, int to) {
        log.append(
                IntStream.range(from, to)
                        .mapToObj(i -> new LogEntry(i % 2 == 0 ? "base" : "packages", "line " + i))
                        .toList());
    }

    @Test
    void keepsTheLastLinesAndCountsTheRest() {
        lines(0, 95);
        lines(95, 120);
        assertThat(log.lines().getLast().text()).isEqualTo("line 119");
        assertThat(log.lines().size() + log.droppedProperty().get()).isEqualTo(120);
        assertThat(log.lines()).hasSizeLessThanOrEqualTo(100);
        lines(120, 500);
        assertThat(log.lines()).hasSize(100);
        assertThat(log.droppedProperty().get()).isEqualTo(400);
        assertThat(log.text()).startsWith("[400 earlier lines are not kept]\nline 400\n");
    }

    @Test
    void narrowsToAStep() {
        lines(0, 10);
        log.stepProperty().set("packages");
        assertThat(log.lines()).extracting(LogEntry::text).startsWith("line 1", "line 3");
        lines(10, 12);
        assertThat(log.lines()).hasSize(6);
        assertThat(log.text()).doesNotContain("line 2\n");
        log.stepProperty().set("");
        assertThat(log.lines()).hasSize(12);
    }

    @Test
    void findsAroundTheEndInBothDirections() {
        log.append(
                List.of(
                        new LogEntry("base", "Err: one"),
                        new LogEntry("base", "fine"),
                        new LogEntry("base", "err: two")));
        log.queryProperty().set("ERR");
        assertThat(log.matchesProperty().get()).isEqualTo(2);
        assertThat(log.find(-1, 1)).isEqualTo(0);
        assertThat(log.find(0, 1)).isEqualTo(2);
        assertThat(log.find(2, 1)).isEqualTo(0);
        assertThat(log.find(-1, -1)).isEqualTo(2);
        assertThat(log.find(0, -1)).isEqualTo(2);
        assertThat(log.ordinal(2)).isEqualTo(2);
        assertThat(log.ordinal(1)).isZero();
        log.queryProperty().set("nowhere");
        assertThat(log.find(-1, 1)).isEqualTo(-1);
        assertThat(log.matchesProperty().get()).isZero();
    }

    @Test
    void matchesAreCountedWhileLinesCome() {
        log.queryProperty().set("line 1");
        lines(0, 20);
        assertThat(log.matchesProperty().get()).isEqualTo(11);
    }
}

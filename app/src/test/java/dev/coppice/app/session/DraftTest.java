package dev.coppice.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.fx.Debouncer;
import dev.coppice.app.session.DraftStore.Process;
import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.analysis.ProjectFiles;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

class DraftTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir private Path folder;
    private final Map<Long, Instant> running = new HashMap<>(Map.of(1L, START, 2L, START));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<String> problems = new ArrayList<>();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    private DraftStore store(long pid) {
        return new DraftStore(
                folder.resolve("drafts"),
                new Process(pid, START),
                n -> Optional.ofNullable(running.get(n)));
    }

    private Path spec() {
        return folder.resolve("web").resolve("system.yaml");
    }

    @Test
    void onlyDraftsOfProgramsThatHaveGoneAreLeft() throws IOException {
        assertThat(store(1).left(spec())).isEmpty();
        store(1).keep(spec(), "name: é\r\n", "name: a\n");
        assertThat(store(1).left(spec())).isEmpty();
        assertThat(store(2).left(spec())).isEmpty();

        running.remove(1L);
        Draft left = store(2).left(spec()).orElseThrow();
        assertThat(left.text()).isEqualTo("name: é\r\n");
        assertThat(left.isOf("name: a\n")).isTrue();
        assertThat(left.isOf("name: b\n")).isFalse();
        assertThat(store(2).left(folder.resolve("other/system.yaml"))).isEmpty();

        running.put(1L, START.plusSeconds(1));
        assertThat(store(2).left(spec())).as("another program with its number").isPresent();

        store(2).forgetLeft(spec());
        assertThat(store(2).left(spec())).isEmpty();
    }

    @Test
    void draftsAreForTheirOwnerAloneAndBrokenOnesAreSkipped() throws IOException {
        store(1).keep(spec(), "a", "b");
        try (var files = Files.list(folder.resolve("drafts"))) {
            Path file = files.findFirst().orElseThrow();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            Files.writeString(file, "{\"text\": ");
        }
        assertThat(store(2).left(spec())).isEmpty();
    }

    @Test
    void theKeeperFollowsTheSession() throws Exception {
        var session =
                new SpecSession(
                        new SpecFile(spec()),
                        "name: a\n",
                        text -> new Analyzer().analyze(text, ProjectFiles.NONE),
                        Runnable::run,
                        timer);
        timer.submit(() -> {}).get();
        DraftKeeper keeper = on(() -> keeper(session));
        on(
                () -> {
                    session.replace("Type", "name: b\n");
                    return null;
                });
        await(() -> kept().map(Draft::text).equals(Optional.of("name: b\n")));
        on(
                () -> {
                    session.undo();
                    return null;
                });
        await(() -> kept().isEmpty());
        on(
                () -> {
                    session.redo();
                    return null;
                });
        await(() -> kept().isPresent());
        on(
                () -> {
                    session.saved("name: b\n");
                    return null;
                });
        await(() -> kept().isEmpty());
        on(
                () -> {
                    session.replace("Type", "name: c\n");
                    return null;
                });
        await(() -> kept().isPresent());
        on(
                () -> {
                    keeper.close();
                    return null;
                });
        assertThat(kept()).as("closing alone gives nothing up").isPresent();
        keeper.forget();
        assertThat(kept()).isEmpty();
        assertThat(problems).isEmpty();
    }

    private DraftKeeper keeper(SpecSession session) {
        return new DraftKeeper(
                session,
                store(1),
                new Debouncer(timer, timer, Duration.ofMillis(20)),
                Runnable::run,
                timer,
                problems::add);
    }

    /** What another program would find if this one were gone. */
    private Optional<Draft> kept() throws IOException {
        return new DraftStore(
                        folder.resolve("drafts"), new Process(3, START), n -> Optional.empty())
                .left(spec());
    }

    private <T> T on(java.util.concurrent.Callable<T> action) throws Exception {
        return timer.submit(action).get();
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(10);
        }
    }
}

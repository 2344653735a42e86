package dev.coppice.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.app.build.BuildViewModel;
import dev.coppice.app.build.LockViewModel;
import dev.coppice.runner.build.BuildPlan;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.Builder;
import dev.coppice.runner.job.JobEvent;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.job.Problem;
import dev.coppice.runner.lock.LockFile;
import dev.coppice.runner.lock.LockUpdate;
import dev.coppice.runner.lock.LockedLayer;
import dev.coppice.runner.lock.LockedPackage;
import dev.coppice.runner.lock.LockedSuite;
import dev.coppice.runner.lock.SystemLock;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.store.LayerKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

class LockViewModelTest {

    private static final Instant DATE = Instant.parse("2026-11-29T00:53:13Z");
    private static final String ARCHIVE = "http://security.debian.org/debian-security";

    @TempDir Path dir;

    private final Locked builder = new Locked();
    private final LockViewModel model =
            new BuildViewModel(
                            builder,
                            () -> Optional.of(Samples.request()),
                            new Steps(),
                            Runnable::run,
                            Runnable::run,
                            Runnable::run,
                            () -> 0)
                    .lock();

    private static SystemLock lock(String version, String hash) {
        var tool =
                new LockedPackage("tool", version, "amd64", "tool", 9, hash, ARCHIVE, "tool.deb");
        var suite = new LockedSuite(ARCHIVE, "bookworm-security", DATE, Optional.empty(), "aa");
        return new SystemLock(
                "bookworm",
                "amd64",
                List.of(suite),
                List.of(new LockedLayer(LayerKind.BASE, "asked", DATE, List.of(tool))));
    }

    private final SystemLock before = lock("1", "a".repeat(64));
    private final SystemLock after = lock("2", "b".repeat(64));

    @Test
    void theLineTellsTheDayAndHowMany() {
        model.refresh();
        assertThat(model.lineProperty().get()).as("nothing is locked yet").isEmpty();
        builder.known = Optional.of(before);
        model.refresh();
        assertThat(model.lineProperty().get()).isEqualTo("Locked to 29 Nov 2026: 1 package");
    }

    @Test
    void anUpdateIsOfferedAndTakenOnlyWhenAccepted() throws Exception {
        builder.known = Optional.of(before);
        Path file = dir.resolve(SystemLock.FILE);
        LockFile.write(before, file);
        model.ask();
        assertThat(model.askingProperty().get()).isTrue();
        builder.answer.complete(new JobOutcome.Succeeded<>(new LockUpdate(file, before, after)));
        assertThat(model.askingProperty().get()).isFalse();
        assertThat(model.lineProperty().get()).isEqualTo("1 package changes, 1 security fix");
        model.decline();
        assertThat(LockFile.read(file)).contains(before);
        assertThat(model.lineProperty().get()).startsWith("Locked to");
        model.ask();
        model.accept();
        assertThat(LockFile.read(file)).contains(after);
        assertThat(model.offerProperty().get()).isNull();
    }

    @Test
    void aFailureIsSaidWithWhatToDo() {
        model.ask();
        builder.answer.complete(
                new JobOutcome.Failed<>(
                        new Problem("mirror-unreachable", "No mirror.", "Look.", List.of())));
        assertThat(model.lineProperty().get()).isEqualTo("No mirror. Look.");
        assertThat(model.askingProperty().get()).isFalse();
    }

    private static final class Locked implements Builder {

        private Optional<SystemLock> known = Optional.empty();
        private final CompletableFuture<JobOutcome<LockUpdate>> answer = new CompletableFuture<>();

        @Override
        public BuildPlan plan(BuildRequest request) {
            return Samples.plan();
        }

        @Override
        public JobHandle<Generation> build(BuildRequest request, Consumer<JobEvent> events) {
            throw new UnsupportedOperationException("nothing is built here");
        }

        @Override
        public Optional<SystemLock> lock(BuildRequest request) {
            return known;
        }

        @Override
        public JobHandle<LockUpdate> update(BuildRequest request, Consumer<JobEvent> events) {
            return new JobHandle<>() {
                @Override
                public void cancel() {
                    answer.complete(new JobOutcome.Cancelled<>());
                }

                @Override
                public CompletableFuture<JobOutcome<LockUpdate>> outcome() {
                    return answer;
                }
            };
        }
    }
}

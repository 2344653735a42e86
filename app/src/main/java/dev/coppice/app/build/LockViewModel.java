package dev.coppice.app.build;

import dev.coppice.app.format.Human;
import dev.coppice.runner.build.BuildRequest;
import dev.coppice.runner.build.Builder;
import dev.coppice.runner.job.JobHandle;
import dev.coppice.runner.job.JobOutcome;
import dev.coppice.runner.lock.LockChange;
import dev.coppice.runner.lock.LockUpdate;
import dev.coppice.runner.lock.SystemLock;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Which packages a build would use, and the way to newer ones. Used on the FX thread. */
public final class LockViewModel {

    private final Builder builder;
    private final Supplier<Optional<BuildRequest>> next;
    private final Executor background;
    private final Executor ui;
    private final Runnable moved;

    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<LockUpdate> offer = new ReadOnlyObjectWrapper<>();
    private Optional<JobHandle<LockUpdate>> job = Optional.empty();
    private int number;

    /**
     * @param next what would be built now; empty while the spec has errors
     * @param moved told when the lock has moved
     */
    LockViewModel(
            Builder builder,
            Supplier<Optional<BuildRequest>> next,
            Executor background,
            Executor ui,
            Runnable moved) {
        this.builder = builder;
        this.next = next;
        this.background = background;
        this.ui = ui;
        this.moved = moved;
    }

    /** Says what the lock is now, unless newer packages are being looked for. */
    public void refresh() {
        Optional<BuildRequest> request = next.get();
        if (request.isEmpty() || asking.get()) {
            return;
        }
        int mine = ++number;
        CompletableFuture.supplyAsync(() -> builder.lock(request.get()), background)
                .thenAcceptAsync(
                        lock -> {
                            if (mine == number && !asking.get()) {
                                line.set(lock.map(LockViewModel::words).orElse(""));
                            }
                        },
                        ui);
    }

    /** {@code Locked to 29 Nov 2026: 131 packages}. */
    private static String words(SystemLock lock) {
        long packages = lock.packages().count();
        return "Locked to "
                + lock.date().map(date -> day(lock)).orElse("no date")
                + ": "
                + packages
                + (packages == 1 ? " package" : " packages");
    }

    static String day(SystemLock lock) {
        return lock.date()
                .map(date -> Human.date(LocalDate.ofInstant(date, ZoneOffset.UTC)))
                .orElse("nothing yet");
    }

    /** Looks for newer packages; what there is becomes the offer. */
    public void ask() {
        Optional<BuildRequest> request = next.get();
        if (request.isEmpty() || asking.get()) {
            return;
        }
        asking.set(true);
        number++;
        line.set("Looking for newer packages …");
        CompletableFuture.supplyAsync(() -> builder.update(request.get(), e -> {}), background)
                .thenComposeAsync(
                        handle -> {
                            job = Optional.of(handle);
                            return handle.outcome();
                        },
                        ui)
                .whenCompleteAsync((outcome, bug) -> answered(outcome), ui);
    }

    private void answered(JobOutcome<LockUpdate> outcome) {
        asking.set(false);
        job = Optional.empty();
        switch (outcome) {
            case JobOutcome.Succeeded<LockUpdate>(LockUpdate update) -> {
                if (update.changes().isEmpty()) {
                    line.set("All packages are the newest, of " + day(update.after()));
                } else {
                    line.set(summary(update.changes()));
                    offer.set(update);
                }
            }
            case JobOutcome.Failed<LockUpdate> failed ->
                    line.set(failed.problem().message() + " " + failed.problem().hint());
            case JobOutcome.Cancelled<LockUpdate> _ -> refresh();
            case null -> refresh();
        }
    }

    /** {@code 12 packages change, 3 of them security fixes}. */
    static String summary(List<LockChange> changes) {
        long fixes = changes.stream().filter(LockChange::security).count();
        return changes.size()
                + (changes.size() == 1 ? " package changes" : " packages change")
                + (fixes == 0
                        ? ", no security fixes"
                        : ", " + fixes + (fixes == 1 ? " security fix" : " security fixes"));
    }

    /** Takes the offer: the next build has the new versions. */
    public void accept() {
        LockUpdate update = offer.get();
        offer.set(null);
        if (update == null) {
            return;
        }
        CompletableFuture.runAsync(
                        () -> {
                            try {
                                update.apply();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        background)
                .whenCompleteAsync(
                        (nothing, failure) -> {
                            if (failure == null) {
                                refresh();
                                moved.run();
                            } else {
                                line.set(update.file() + " could not be written");
                            }
                        },
                        ui);
    }

    /** Leaves the lock as it is. */
    public void decline() {
        offer.set(null);
        refresh();
    }

    /** Stops looking for newer packages. */
    public void cancel() {
        job.ifPresent(handle -> background.execute(handle::cancel));
    }

    /** What is known of the lock, in a line; empty when there is none. */
    public ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** Whether newer packages are being looked for. */
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** Changes that wait for a yes or a no; null when there are none. */
    public ReadOnlyObjectProperty<LockUpdate> offerProperty() {
        return offer.getReadOnlyProperty();
    }
}

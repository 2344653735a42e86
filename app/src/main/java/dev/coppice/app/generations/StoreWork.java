package dev.coppice.app.generations;

import dev.coppice.runner.job.ProblemException;
import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.store.StoreCare;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Work in the background that the store may refuse; what became of it is a notice. Used on the FX
 * thread.
 */
final class StoreWork {

    private static final int PERCENT = 100;

    private final Executor background;
    private final Executor ui;
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper busy = new ReadOnlyStringWrapper("");
    private Cancellation running = new Cancellation();

    StoreWork(Executor background, Executor ui) {
        this.background = background;
        this.ui = ui;
    }

    /** What is to be done. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** What is to be done with a progress that is shown and a cancel button. */
    @FunctionalInterface
    interface LongWork<T> {
        T run(StoreCare.Progress progress, Cancellation cancellation) throws IOException;
    }

    /**
     * Runs it, then hands its result over.
     *
     * @param failed what to say before the reason when it fails
     */
    <T> void run(Work<T> work, String failed, Consumer<T> then) {
        background.execute(() -> attempt(work, failed, then));
    }

    /**
     * The same for what takes its time. One such piece of work runs at a time: another one is not
     * begun meanwhile.
     *
     * @param what is being done, {@code Exporting generation 3}
     */
    <T> void run(String what, LongWork<T> work, String failed, Consumer<T> then) {
        if (!busy.get().isEmpty()) {
            notice.set("Something else is under way: " + busy.get() + ".");
            return;
        }
        busy.set(what);
        notice.set("");
        Cancellation cancellation = new Cancellation();
        running = cancellation;
        AtomicLong shown = new AtomicLong();
        StoreCare.Progress progress =
                (done, total) -> {
                    long percent = total == 0 ? PERCENT : PERCENT * done / total;
                    if (shown.getAndSet(percent) != percent) {
                        ui.execute(() -> progress(what, percent));
                    }
                };
        background.execute(
                () -> {
                    attempt(() -> work.run(progress, cancellation), failed, then);
                    ui.execute(() -> busy.set(""));
                });
    }

    private void progress(String what, long percent) {
        if (!busy.get().isEmpty()) {
            busy.set(what + ": " + percent + " %");
        }
    }

    private <T> void attempt(Work<T> work, String failed, Consumer<T> then) {
        try {
            T result = work.run();
            ui.execute(() -> then.accept(result));
        } catch (CancellationException e) {
            ui.execute(() -> notice.set("Cancelled. The store is whole."));
        } catch (ProblemException e) {
            String words = e.problem().message() + " " + e.problem().hint();
            ui.execute(() -> notice.set(failed + ". " + words.strip()));
        } catch (IOException e) {
            ui.execute(() -> notice.set(failed + ": " + e.getMessage()));
        }
    }

    /** Stops the work that takes its time. */
    void cancel() {
        running.cancel();
    }

    /** Says something. */
    void tell(String words) {
        notice.set(words);
    }

    /** What became of the last action; empty for nothing to say. */
    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /** What is under way, with its percentage; empty for nothing. */
    ReadOnlyStringProperty busy() {
        return busy.getReadOnlyProperty();
    }
}

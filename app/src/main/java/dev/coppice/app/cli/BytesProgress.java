package dev.coppice.app.cli;

import dev.coppice.runner.proc.Cancellation;
import dev.coppice.runner.store.StoreCare;

/** Shows on a terminal how far a copy got, and lets Ctrl+C stop it. */
final class BytesProgress implements StoreCare.Progress, AutoCloseable {

    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final int PERCENT = 100;

    private final CliContext context;
    private final String what;
    private final Cancellation cancellation = new Cancellation();
    private final Following following;
    private long shown = -1;

    /**
     * @param what is being done, {@code Exporting}
     */
    BytesProgress(CliContext context, String what) {
        this.context = context;
        this.what = what;
        this.following = context.interrupts().onInterrupt(cancellation::cancel);
    }

    Cancellation cancellation() {
        return cancellation;
    }

    @Override
    public void at(long done, long total) {
        long percent = total == 0 ? PERCENT : PERCENT * done / total;
        if (context.terminal() && percent != shown) {
            shown = percent;
            context.err().print(CLEAR_LINE + what + " " + percent + " % of " + Units.size(total));
            context.err().flush();
        }
    }

    @Override
    public void close() {
        following.close();
        if (shown >= 0) {
            context.err().print(CLEAR_LINE);
            context.err().flush();
        }
    }
}

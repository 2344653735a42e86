package dev.coppice.app.session;

import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.diag.DiagnosticCode;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Notices that another program has written the spec's file, or one that it includes. */
public final class OutsideChanges {

    private final SpecSession session;
    private final Executor background;
    private final Executor ui;
    private final Consumer<String> changed;
    private boolean looking;
    private String told;
    private String seen;

    /**
     * @param changed gets the new content of the file, once for each content, in {@code ui}, when
     *     two looks have seen the same
     */
    public OutsideChanges(
            SpecSession session, Executor background, Executor ui, Consumer<String> changed) {
        this.session = session;
        this.background = background;
        this.ui = ui;
        this.changed = changed;
    }

    /** Looks now; call it from the session's thread. */
    public void look() {
        if (!looking) {
            looking = true;
            Analysis known = session.analysis();
            background.execute(
                    () -> {
                        Optional<String> content = content(session.file());
                        boolean stale = stale(known);
                        ui.execute(() -> seen(content, stale));
                    });
        }
    }

    /** A file that is away or unreadable for a moment is no news: saving makes it again. */
    private static Optional<String> content(SpecFile file) {
        try {
            return Optional.of(file.read());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether an included file is another one now, or one that was missing may be there. */
    private boolean stale(Analysis known) {
        boolean missing =
                known.diagnostics().stream()
                        .anyMatch(d -> d.code().equals(DiagnosticCode.SOURCE_MISSING.id()));
        return missing
                || known.inheritance().contents().entrySet().stream()
                        .anyMatch(
                                file ->
                                        !content(included(file.getKey()))
                                                .equals(Optional.of(file.getValue())));
    }

    private SpecFile included(String path) {
        return new SpecFile(session.folder().resolve(path));
    }

    private void seen(Optional<String> content, boolean stale) {
        looking = false;
        if (stale) {
            session.analyseAgain();
        }
        boolean settled = content.isPresent() && content.get().equals(seen);
        seen = content.orElse(null);
        if (content.isEmpty() || content.get().equals(session.lastOnDisk())) {
            told = null;
        } else if (content.get().equals(session.text().content())) {
            session.keepOver(content.get());
        } else if (settled && !content.get().equals(told)) {
            // Seen twice: some programs empty a file before they write it.
            told = content.get();
            changed.accept(told);
        }
    }
}

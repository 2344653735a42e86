package dev.coppice.app.session;

import dev.coppice.app.fx.LatestWins;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.EditHistory;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextRange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/** The session of the window: text with history, analysis in the background, the file. */
public final class SpecSession implements ProjectSession, AutoCloseable {

    private final SpecFile file;
    private final EditHistory history;
    private final LatestWins<SpecText, Analysis> analyses;
    private final List<Observer> observers = new CopyOnWriteArrayList<>();
    private String onDisk;
    private Analysis analysis;
    private boolean wasModified;
    private boolean typing;

    /**
     * Analyses what is typed as soon as anything else.
     *
     * @param content what the file holds
     * @param analyse the pure analysis
     * @param background where analyses run
     * @param ui the one thread that uses this session
     */
    public SpecSession(
            SpecFile file,
            String content,
            Function<SpecText, Analysis> analyse,
            Executor background,
            Executor ui) {
        this(file, content, analyse, background, background, ui);
    }

    /**
     * @param content what the file holds
     * @param analyse the pure analysis
     * @param background where analyses run
     * @param rested where the analysis of a typed key runs, once typing rests
     * @param ui the one thread that uses this session
     */
    public SpecSession(
            SpecFile file,
            String content,
            Function<SpecText, Analysis> analyse,
            Executor background,
            Executor rested,
            Executor ui) {
        this.file = file;
        this.onDisk = content;
        this.history = new EditHistory(new SpecText(content));
        this.analysis = analyse.apply(history.text());
        this.analyses =
                new LatestWins<>(
                        analyse,
                        work -> (typing ? rested : background).execute(work),
                        ui,
                        this::analysed);
    }

    /** The file of the spec. */
    public SpecFile file() {
        return file;
    }

    @Override
    public Path folder() {
        return file.folder();
    }

    @Override
    public SpecText text() {
        return history.text();
    }

    @Override
    public Analysis analysis() {
        return analysis;
    }

    /** Whether the analysis is of the text as it is now. */
    public boolean upToDate() {
        return analysis.text().equals(text());
    }

    @Override
    public void apply(EditBatch batch) {
        if (batch.edits().isEmpty()) {
            return;
        }
        SpecText before = text();
        changed(before, batch, history.apply(batch));
    }

    @Override
    public void type(EditBatch batch) {
        typing = true;
        try {
            apply(batch);
        } finally {
            typing = false;
        }
    }

    @Override
    public void replace(String label, String content) {
        String old = text().content();
        if (!old.equals(content)) {
            history.seal();
            apply(new EditBatch(label, List.of(difference(old, content))));
            history.seal();
        }
    }

    /** The next edit begins a new step of undo. */
    public void endStep() {
        history.seal();
    }

    @Override
    public boolean canUndo() {
        return history.undoLabel().isPresent();
    }

    @Override
    public boolean canRedo() {
        return history.redoLabel().isPresent();
    }

    /** What undo would take back. */
    public Optional<String> undoLabel() {
        return history.undoLabel();
    }

    /** What redo would do again. */
    public Optional<String> redoLabel() {
        return history.redoLabel();
    }

    @Override
    public void undo() {
        SpecText before = text();
        history.undo().ifPresent(batch -> changed(before, batch, text()));
    }

    @Override
    public void redo() {
        SpecText before = text();
        history.redo().ifPresent(batch -> changed(before, batch, text()));
    }

    /** What undo would take back, the last step first. */
    public List<String> undoLabels() {
        return history.undoLabels();
    }

    /** What redo would do again, the next step first. */
    public List<String> redoLabels() {
        return history.redoLabels();
    }

    /** Takes several steps back. */
    public void undo(int steps) {
        for (int i = 0; i < steps; i++) {
            undo();
        }
    }

    /** Does several steps again. */
    public void redo(int steps) {
        for (int i = 0; i < steps; i++) {
            redo();
        }
    }

    @Override
    public boolean modified() {
        return !text().content().equals(onDisk);
    }

    /** The file holds {@code content} now, because it was written from here. */
    public void saved(String content) {
        onDisk = content;
        history.seal();
        tellModified();
    }

    /** What the file held when it was last read or written here. */
    public String lastOnDisk() {
        return onDisk;
    }

    /** The file holds something else now and the text here stays: it counts as modified. */
    public void keepOver(String newOnDisk) {
        onDisk = newOnDisk;
        tellModified();
    }

    /** Takes what the file holds now; can be undone. */
    public void takeFromDisk(String newOnDisk) {
        onDisk = newOnDisk;
        replace("Reload from disk", newOnDisk);
        tellModified();
    }

    /** Other files of the project have changed: the same text may mean something else. */
    public void analyseAgain() {
        analyses.submit(text());
    }

    @Override
    public AutoCloseable observe(Observer observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    /** No analysis arrives any more. */
    @Override
    public void close() {
        analyses.close();
    }

    private void changed(SpecText before, EditBatch batch, SpecText after) {
        analyses.submit(after);
        tell(o -> o.textChanged(before, batch, after));
        tellModified();
    }

    private void analysed(Analysis newer) {
        analysis = newer;
        tell(o -> o.analysed(newer));
    }

    private void tellModified() {
        boolean modified = modified();
        if (modified != wasModified) {
            wasModified = modified;
            tell(o -> o.modifiedChanged(modified));
        }
    }

    private void tell(Consumer<Observer> what) {
        observers.forEach(what);
    }

    /** The one edit between the first and the last difference, never between CR and LF. */
    private static TextEdit difference(String from, String to) {
        int start = 0;
        int most = Math.min(from.length(), to.length());
        while (start < most && from.charAt(start) == to.charAt(start)) {
            start++;
        }
        if (start > 0 && from.charAt(start - 1) == '\r') {
            start--;
        }
        int tail = 0;
        while (tail < most - start
                && from.charAt(from.length() - 1 - tail) == to.charAt(to.length() - 1 - tail)) {
            tail++;
        }
        if (tail > 0 && from.charAt(from.length() - tail) == '\n') {
            tail--;
        }
        return new TextEdit(
                new TextRange(start, from.length() - tail),
                to.substring(start, to.length() - tail));
    }
}

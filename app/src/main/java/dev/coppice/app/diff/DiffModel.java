package dev.coppice.app.diff;

import dev.coppice.app.diff.TextDiff.Hunk;
import dev.coppice.app.fx.LatestWins;
import dev.coppice.app.session.ProjectSession;
import dev.coppice.app.session.Services;
import dev.coppice.app.session.SpecSession;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The difference between the text of a session and another one. It follows the session while it is
 * open.
 */
public final class DiffModel implements ProjectSession.Observer, AutoCloseable {

    private final SpecSession session;
    private final Supplier<String> other;
    private final Side side;
    private final LatestWins<Input, Shown> work;
    private final AutoCloseable following;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** What the session's text is: the later text, or the earlier one. */
    public enum Side {
        /** The other text came first: a difference can be taken back. */
        LATER,
        /** The other text is newer: a difference can be taken over. */
        EARLIER
    }

    private record Input(String here, String there) {}

    /**
     * A difference and its rows.
     *
     * @param here the session's text that it is about
     */
    record Shown(String here, TextDiff diff, List<DiffRow> rows) {}

    /**
     * @param other the other text
     */
    public DiffModel(SpecSession session, Supplier<String> other, Side side, Services services) {
        this.session = session;
        this.other = other;
        this.side = side;
        this.work =
                new LatestWins<>(
                        this::compare,
                        services.background(),
                        services.ui(),
                        found -> shown.set(Optional.of(found)));
        this.following = session.observe(this);
        look();
    }

    /** What is shown; empty before the first comparison is done. */
    ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What can be done with a single difference. */
    String verb() {
        return side == Side.LATER ? "Revert" : "Take this";
    }

    /** Takes a difference back or over, as a step of undo; nothing when the text is newer. */
    void settle(Hunk hunk) {
        boolean current =
                shown.get().isPresent()
                        && shown.get().get().here().equals(session.text().content());
        if (current) {
            session.endStep();
            session.apply(
                    side == Side.LATER
                            ? new EditBatch("Revert lines", List.of(hunk.revert()))
                            : new EditBatch("Take lines", List.of(hunk.apply())));
            session.endStep();
        }
    }

    @Override
    public void textChanged(SpecText before, EditBatch edit, SpecText after) {
        look();
    }

    @Override
    public void modifiedChanged(boolean modified) {
        look();
    }

    @Override
    public void close() {
        work.close();
        try {
            following.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void look() {
        work.submit(new Input(session.text().content(), other.get()));
    }

    private Shown compare(Input input) {
        TextDiff diff =
                side == Side.LATER
                        ? TextDiff.of(input.there(), input.here())
                        : TextDiff.of(input.here(), input.there());
        return new Shown(input.here(), diff, DiffRow.of(diff));
    }
}

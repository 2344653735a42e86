package dev.coppice.app.shell;

import dev.coppice.app.fx.Debouncer;
import dev.coppice.app.fx.LatestWins;
import dev.coppice.app.session.ProjectSession;
import dev.coppice.app.session.Services;
import dev.coppice.model.analysis.Analysis;
import dev.coppice.runner.store.Generation;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/** How far the spec has moved from its newest generation: {@code 3 changes since generation 7}. */
final class SinceGeneration implements ProjectSession.Observer, AutoCloseable {

    private final ProjectSession session;
    private final Debouncer pause;
    private final BiFunction<Generation, Analysis, OptionalInt> changes;
    private final Services services;
    private final LatestWins<Analysis, String> work;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

    /**
     * @param changes the number of changes from an earlier generation's spec; empty when nobody can
     *     say
     */
    SinceGeneration(
            ProjectSession session,
            Services services,
            Debouncer pause,
            BiFunction<Generation, Analysis, OptionalInt> changes) {
        this.session = session;
        this.pause = pause;
        this.changes = changes;
        this.services = services;
        this.work = new LatestWins<>(this::say, services.background(), services.ui(), text::set);
        refresh();
    }

    /** One short sentence, or nothing while there is nothing to say. */
    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Says it again: the store has changed. */
    void refresh() {
        work.submit(session.analysis());
    }

    @Override
    public void analysed(Analysis analysis) {
        pause.submit(this::refresh);
    }

    @Override
    public void close() {
        work.close();
    }

    private String say(Analysis analysis) {
        if (analysis.spec().isEmpty()) {
            return text.get();
        }
        try {
            List<Generation> generations =
                    services.generations().list(analysis.spec().get().name());
            if (generations.isEmpty()) {
                return "Not built yet";
            }
            for (Generation generation : generations) {
                if (same(generation, analysis)) {
                    return "As generation " + generation.number();
                }
            }
            Generation newest = generations.getFirst();
            OptionalInt count = changes.apply(newest, analysis);
            return sentence(count, newest.number());
        } catch (IOException e) {
            return "";
        }
    }

    /** The same text means something else once an included file is another one. */
    private boolean same(Generation generation, Analysis analysis) {
        return generation.specText().equals(analysis.text().content())
                && (analysis.inheritance().files().isEmpty()
                        || changes.apply(generation, analysis).equals(OptionalInt.of(0)));
    }

    private static String sentence(OptionalInt changes, int number) {
        if (changes.isEmpty()) {
            return "Changed since generation " + number;
        }
        return switch (changes.getAsInt()) {
            case 0 -> "Means the same as generation " + number;
            case 1 -> "1 change since generation " + number;
            default -> changes.getAsInt() + " changes since generation " + number;
        };
    }
}

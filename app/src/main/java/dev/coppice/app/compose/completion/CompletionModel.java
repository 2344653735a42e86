package dev.coppice.app.compose.completion;

import dev.coppice.app.fx.LatestWins;
import dev.coppice.app.options.OptionModel;
import dev.coppice.app.packages.PackageListModel;
import dev.coppice.app.session.SpecSession;
import dev.coppice.model.complete.Catalog;
import dev.coppice.model.complete.Completer;
import dev.coppice.model.complete.Completion;
import dev.coppice.model.complete.Proposal;
import dev.coppice.model.nixos.NixOptions;
import dev.coppice.model.packages.PackageIndex;
import dev.coppice.model.text.SpecText;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What is proposed at the cursor. Proposals are found in the background, for the newest text only.
 */
public final class CompletionModel implements AutoCloseable {

    private final SpecSession session;
    private final PackageListModel packages;
    private final OptionModel options;
    private final Supplier<List<String>> files;
    private final Completer completer;
    private final Executor background;
    private final LatestWins<Question, Answer> work;
    private final ReadOnlyObjectWrapper<Optional<Offer>> offer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Question> asked = Optional.empty();

    /** Why proposals are looked for. */
    public enum Cause {
        /** A person has asked for them. */
        ASKED,
        /** A person types a word. */
        TYPED,
        /** A value or a key may begin here, and nothing of it is there. */
        BEGUN
    }

    /**
     * What can be taken.
     *
     * @param caret where the cursor was, as an offset of the text
     */
    public record Offer(Completion completion, Cause cause, int caret) {}

    private record Question(SpecText text, int caret, Cause cause, Known known) {}

    /** The tables that were at hand when the question was asked. */
    private record Known(Optional<PackageIndex> packages, Optional<NixOptions> options) {}

    private record Answer(Question question, Completion completion) {}

    /**
     * @param files lists the project's files; asked in the background
     */
    public CompletionModel(
            SpecSession session,
            Completer completer,
            PackageListModel packages,
            OptionModel options,
            Supplier<List<String>> files,
            Executor background,
            Executor ui) {
        this.session = session;
        this.completer = completer;
        this.packages = packages;
        this.options = options;
        this.files = files;
        this.background = background;
        this.work = new LatestWins<>(this::find, background, ui, this::found);
        packages.stateProperty()
                .addListener((o, before, now) -> listChanged(before.index(), now.index()));
        options.stateProperty()
                .addListener((o, before, now) -> listChanged(before.options(), now.options()));
    }

    /** What can be taken now; empty when nothing is offered. */
    public ReadOnlyObjectProperty<Optional<Offer>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** The list of packages, for what is said about it beside the proposals. */
    public PackageListModel packages() {
        return packages;
    }

    /** The options of NixOS, likewise. */
    public OptionModel options() {
        return options;
    }

    /** Looks for proposals at an offset of the text. */
    public void ask(int caret, Cause cause) {
        var question =
                new Question(
                        session.text(),
                        caret,
                        cause,
                        new Known(packages.index(), options.options()));
        asked = Optional.of(question);
        work.submit(question);
    }

    /** Finds proposals for nobody, so that the first key does not wait for tables and classes. */
    public void prepare() {
        SpecText text = session.text();
        background.execute(
                () ->
                        completer.complete(
                                text,
                                text.content().length(),
                                new Catalog(Optional.empty(), Optional.empty(), files)));
    }

    /** Nothing is offered any more. */
    public void dismiss() {
        asked = Optional.empty();
        offer.set(Optional.empty());
    }

    /** Makes a proposal's edit as a step of undo of its own. */
    public void take(Proposal proposal) {
        dismiss();
        session.endStep();
        session.apply(proposal.edit());
        session.endStep();
    }

    /** Whether taking a proposal would change nothing. */
    public boolean isThere(Proposal proposal) {
        return session.text().apply(proposal.edit()).equals(session.text());
    }

    /** Runs for whoever shows proposals whenever the text changes. */
    AutoCloseable observe(SpecSession.Observer observer) {
        return session.observe(observer);
    }

    private Answer find(Question question) {
        Known known = question.known();
        var catalog = new Catalog(known.packages(), known.options(), files);
        Completion found = completer.complete(question.text(), question.caret(), catalog);
        return new Answer(
                question, question.cause() == Cause.ASKED ? found : found.withoutExamples());
    }

    private void found(Answer answer) {
        Question question = answer.question();
        if (asked.filter(question::equals).isEmpty() || !session.text().equals(question.text())) {
            return;
        }
        Completion found = answer.completion();
        boolean some = !found.proposals().isEmpty();
        boolean wanted =
                switch (question.cause()) {
                    case ASKED -> true;
                    case TYPED -> some && !found.typed().isEmpty() && !onlyWhatIsThere(found);
                    case BEGUN -> some && found.whole();
                };
        offer.set(
                wanted
                        ? Optional.of(new Offer(found, question.cause(), question.caret()))
                        : Optional.empty());
    }

    private boolean onlyWhatIsThere(Completion found) {
        return found.proposals().size() == 1 && isThere(found.proposals().getFirst());
    }

    private void listChanged(Optional<?> before, Optional<?> now) {
        if (!before.equals(now) && offer.get().isPresent()) {
            asked.ifPresent(question -> ask(question.caret(), question.cause()));
        }
    }

    @Override
    public void close() {
        dismiss();
        work.close();
    }
}

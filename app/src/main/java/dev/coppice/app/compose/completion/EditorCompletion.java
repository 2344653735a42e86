package dev.coppice.app.compose.completion;

import dev.coppice.app.compose.completion.CompletionModel.Cause;
import dev.coppice.app.compose.completion.CompletionModel.Offer;
import dev.coppice.app.options.OptionState;
import dev.coppice.app.options.OptionWords;
import dev.coppice.app.packages.ListState;
import dev.coppice.app.packages.ListWords;
import dev.coppice.app.session.ProjectSession;
import dev.coppice.model.complete.Completion;
import dev.coppice.model.complete.Proposal;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.fxmisc.richtext.CodeArea;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

/** Shows proposals in the text: while a person types, and at Ctrl+Space. */
public final class EditorCompletion implements ProjectSession.Observer {

    private final CodeArea area;
    private final IntSupplier caret;
    private final IntConsumer moveCaret;
    private final CompletionModel model;
    private final OptionWords optionWords =
            new OptionWords(InstantSource.system(), ZoneId.systemDefault());
    private final ListWords listWords =
            new ListWords(InstantSource.system(), ZoneId.systemDefault());
    private final CompletionPopup popup = new CompletionPopup(this::take);
    private Optional<Cause> due = Optional.empty();
    private boolean checkDue;

    private EditorCompletion(
            CodeArea area, IntSupplier caret, IntConsumer moveCaret, CompletionModel model) {
        this.area = area;
        this.caret = caret;
        this.moveCaret = moveCaret;
        this.model = model;
    }

    /**
     * Adds proposals to a text.
     *
     * @param around a node around the area: its keys come here before the area's own
     * @param caret where the cursor is, as an offset of the text
     * @param moveCaret puts the cursor on an offset of the text
     */
    public static void install(
            Node around,
            CodeArea area,
            IntSupplier caret,
            IntConsumer moveCaret,
            CompletionModel model) {
        new EditorCompletion(area, caret, moveCaret, model).follow(around);
    }

    private void follow(Node around) {
        around.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        around.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> model.dismiss());
        around.addEventFilter(ScrollEvent.SCROLL, e -> model.dismiss());
        area.caretPositionProperty().addListener(o -> later());
        area.focusedProperty()
                .addListener(
                        (o, before, now) -> {
                            if (!now) {
                                model.dismiss();
                            }
                        });
        popup.onHidden(model::dismiss);
        model.observe(this);
        model.prepare();
        model.offerProperty().addListener((o, before, now) -> show(now));
        model.packages()
                .stateProperty()
                .addListener(
                        o ->
                                model.offerProperty()
                                        .get()
                                        .ifPresent(now -> popup.note(note(now.completion()))));
    }

    @Override
    public void textChanged(SpecText before, EditBatch edit, SpecText after) {
        if (area.isFocused()) {
            due = cause(edit);
            later();
        }
    }

    /** What one more character asks for; anything else that changes the text asks for nothing. */
    private Optional<Cause> cause(EditBatch edit) {
        if (edit.edits().size() != 1) {
            return Optional.empty();
        }
        TextEdit only = edit.edits().getFirst();
        String added = only.replacement();
        Optional<Cause> now = model.offerProperty().get().map(Offer::cause);
        if (added.isEmpty()) {
            return only.range().length() == 1 ? now : Optional.empty();
        }
        // Brackets and quotes may bring their partners.
        if (added.length() > 2 || only.range().length() > 0) {
            return Optional.empty();
        }
        char c = added.charAt(0);
        if (added.length() == 1 && (Character.isLetterOrDigit(c) || "-_./+".indexOf(c) >= 0)) {
            return Optional.of(now.filter(Cause.ASKED::equals).orElse(Cause.TYPED));
        }
        return " {[=".indexOf(c) >= 0 ? Optional.of(Cause.BEGUN) : Optional.empty();
    }

    /** Once the text and the cursor are both where they belong. */
    private void later() {
        if (!checkDue) {
            checkDue = true;
            Platform.runLater(this::check);
        }
    }

    private void check() {
        checkDue = false;
        Optional<Cause> cause = due;
        due = Optional.empty();
        if (cause.isPresent()) {
            model.ask(caret.getAsInt(), cause.get());
        } else if (moved()) {
            model.dismiss();
        }
    }

    /** Whether the cursor is not where the proposals are for. */
    private boolean moved() {
        return model.offerProperty()
                .get()
                .filter(offer -> offer.caret() == caret.getAsInt())
                .isEmpty();
    }

    private void show(Optional<Offer> offer) {
        Optional<Bounds> anchor =
                offer.filter(now -> area.isFocused())
                        .flatMap(now -> anchor(now.completion().typed().length()));
        if (anchor.isEmpty()) {
            popup.hide();
            return;
        }
        Completion completion = offer.orElseThrow().completion();
        popup.show(area, anchor.get(), completion, note(completion));
    }

    /** What is to say below the list; much of it depends on the list of packages. */
    private String note(Completion completion) {
        ListState state = model.packages().stateProperty().get();
        OptionState options = model.options().stateProperty().get();
        boolean known =
                switch (completion.topic()) {
                    case FIELDS -> true;
                    case PACKAGES -> state.index().isPresent();
                    case OPTIONS -> options.options().isPresent();
                };
        if (completion.proposals().isEmpty() && known) {
            return completion.typed().isEmpty()
                    ? "Nothing to propose here."
                    : "Nothing to propose for “" + completion.typed() + "”.";
        }
        return switch (completion.topic()) {
            case FIELDS -> "";
            case PACKAGES -> listWords.of(state);
            case OPTIONS -> optionWords.of(options);
        };
    }

    /** Where the word starts on the screen, so that the list does not wander while one types. */
    private Optional<Bounds> anchor(int typed) {
        int at = area.getCaretPosition();
        Optional<Bounds> start =
                typed > 0 && typed <= at
                        ? area.getCharacterBoundsOnScreen(at - typed, at - typed + 1)
                        : Optional.empty();
        return start.or(area::getCaretBounds);
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() != area) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
            model.ask(caret.getAsInt(), Cause.ASKED);
            event.consume();
        } else if (popup.isShowing() && !event.isControlDown() && !event.isAltDown()) {
            pressedInList(event);
        }
    }

    private void pressedInList(KeyEvent event) {
        boolean used = true;
        switch (event.getCode()) {
            case UP -> popup.step(-1);
            case DOWN -> popup.step(1);
            case PAGE_UP -> popup.page(-1);
            case PAGE_DOWN -> popup.page(1);
            case ESCAPE -> model.dismiss();
            case ENTER -> used = !event.isShiftDown() && takeChosen();
            case TAB -> used = !event.isShiftDown() && takeChosen();
            default -> used = false;
        }
        if (used) {
            event.consume();
        }
    }

    /** A word that is written out already is not taken: the key does what it always does. */
    private boolean takeChosen() {
        Optional<Proposal> chosen = popup.chosen().filter(proposal -> !model.isThere(proposal));
        if (chosen.isEmpty()) {
            model.dismiss();
            return false;
        }
        take(chosen.get());
        return true;
    }

    private void take(Proposal proposal) {
        model.take(proposal);
        moveCaret.accept(proposal.caret());
        if (proposal.again()) {
            due = Optional.of(Cause.BEGUN);
            later();
        }
    }
}

package dev.coppice.app.compose.completion;

import dev.coppice.app.compose.Prose;
import dev.coppice.model.complete.Completion;
import dev.coppice.model.complete.Proposal;

import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow.AnchorLocation;
import javafx.stage.Screen;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The list of proposals with what the chosen one is. It never takes the focus. */
final class CompletionPopup {

    private static final double ROW = 26;
    private static final int ROWS = 10;
    private static final double LIST = 400;
    private static final double DOCS = 300;
    private static final double GAP = 4;

    /** How far the names stand from the list's edge, so that they stand below what is typed. */
    private static final double INSET = 34;

    private static final PseudoClass ON_THE_LEFT = PseudoClass.getPseudoClass("on-the-left");

    private final Popup popup = new Popup();
    private final ListView<Proposal> list = new ListView<>();
    private final Label title = new Label();
    private final Label words = new Label();
    private final Label foot = new Label();
    private final VBox docs = new VBox(title, words);
    private final VBox left = new VBox(list, foot);
    private final HBox box = new HBox(left, docs);
    private String typed = "";

    CompletionPopup(Consumer<Proposal> take) {
        box.getStyleClass().add("completion-popup");
        left.getStyleClass().add("completion-list");
        docs.getStyleClass().add("completion-docs");
        foot.getStyleClass().add("completion-foot");
        title.getStyleClass().add("completion-title");
        words.getStyleClass().add("completion-words");
        title.setWrapText(true);
        words.setWrapText(true);
        foot.setWrapText(true);
        foot.setMaxWidth(LIST);
        foot.setMinHeight(Region.USE_PREF_SIZE);
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefWidth(LIST);
        list.setMinHeight(0);
        list.setAccessibleText("Proposals");
        list.setCellFactory(view -> new ProposalCell(() -> typed, take));
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, before, now) -> describe(now));
        docs.setPrefWidth(DOCS);
        docs.setMinWidth(DOCS);
        docs.setMaxWidth(DOCS);
        popup.getContent().add(box);
        popup.setAutoFix(false);
        popup.setHideOnEscape(false);
        popup.setAnchorLocation(AnchorLocation.CONTENT_TOP_LEFT);
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    /** Runs an action when the popup has gone, whoever hid it. */
    void onHidden(Runnable action) {
        popup.setOnHidden(e -> action.run());
    }

    /** The proposal that would be taken. */
    Optional<Proposal> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    /**
     * Shows proposals, or others in their place.
     *
     * @param anchor the characters that they stand for, on the screen
     * @param note a line below the list; may be empty
     */
    void show(Node owner, Bounds anchor, Completion completion, String note) {
        typed = completion.typed();
        List<Proposal> proposals = completion.proposals();
        boolean some = !proposals.isEmpty();
        list.setItems(FXCollections.observableList(proposals));
        seen(list, some);
        list.setPrefHeight(Math.min(proposals.size(), ROWS) * ROW + 2);
        foot.setText(note);
        seen(foot, !note.isEmpty());
        if (some) {
            list.getSelectionModel().select(0);
        }
        seen(docs, proposals.stream().anyMatch(p -> !p.documentation().isEmpty()));
        describe(some ? proposals.getFirst() : null);
        if (!box.getStylesheets().equals(owner.getScene().getStylesheets())) {
            box.getStylesheets().setAll(owner.getScene().getStylesheets());
        }
        place(owner, anchor);
        if (some) {
            // makes the rows, whose colours are known in a popup that is shown only
            list.scrollTo(0);
        }
    }

    /** Other words below the list that is shown. */
    void note(String note) {
        foot.setText(note);
        seen(foot, !note.isEmpty());
    }

    void hide() {
        popup.hide();
    }

    /** Chooses the next proposal or the one before, from the end to the start again. */
    void step(int by) {
        int size = list.getItems().size();
        if (size > 0) {
            choose(Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, size));
        }
    }

    /** Chooses a proposal a page further or before. */
    void page(int by) {
        int size = list.getItems().size();
        if (size > 0) {
            int to = list.getSelectionModel().getSelectedIndex() + by * (ROWS - 1);
            choose(Math.clamp(to, 0, size - 1));
        }
    }

    private void choose(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - ROWS / 2));
    }

    private void describe(Proposal proposal) {
        boolean some = proposal != null && !proposal.documentation().isEmpty();
        title.setText(some ? proposal.label() : "");
        words.setText(some ? Prose.of(proposal.documentation()) : "");
    }

    private static void seen(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /**
     * Below the line, or above it where there is no room, never over what is typed; what a proposal
     * is stands on the right, or on the left where there is no room.
     */
    private void place(Node owner, Bounds anchor) {
        Rectangle2D screen =
                Screen.getScreensForRectangle(anchor.getMinX(), anchor.getMinY(), 1, 1).stream()
                        .findFirst()
                        .orElse(Screen.getPrimary())
                        .getVisualBounds();
        double aside = docs.isManaged() ? DOCS : 0;
        double wanted = anchor.getMinX() - INSET;
        boolean right =
                wanted + LIST + aside <= screen.getMaxX() || wanted - aside < screen.getMinX();
        arrange(right);
        double most = Math.max(screen.getMinX(), screen.getMaxX() - LIST - aside);
        double x = Math.clamp(wanted - (right ? 0 : aside), screen.getMinX(), most);
        double below = anchor.getMaxY() + GAP;
        if (!popup.isShowing()) {
            popup.show(owner, x, below);
        }
        popup.sizeToScene();
        boolean fits = below + popup.getHeight() <= screen.getMaxY();
        double above = Math.max(screen.getMinY(), anchor.getMinY() - GAP - popup.getHeight());
        popup.setAnchorX(x);
        popup.setAnchorY(fits ? below : above);
    }

    private void arrange(boolean docsRight) {
        Node first = docsRight ? left : docs;
        if (box.getChildren().getFirst() != first) {
            box.getChildren().setAll(first, docsRight ? docs : left);
        }
        docs.pseudoClassStateChanged(ON_THE_LEFT, !docsRight);
    }
}

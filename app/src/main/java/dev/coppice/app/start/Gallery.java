package dev.coppice.app.start;

import dev.coppice.model.examples.Example;

import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.TilePane;

import java.util.ArrayList;
import java.util.List;

/**
 * The examples as cards, in as many columns as there is room for. One stop for Tab; the arrow keys
 * lead from card to card.
 */
final class Gallery extends ScrollPane {

    private static final double GAP = 12;
    private static final double NARROWEST = 190;
    private static final double HEIGHT = 134;

    private final StartViewModel model;
    private final Runnable accepted;
    private final TilePane tiles = new TilePane(GAP, GAP);
    private final List<ExampleCard> cards = new ArrayList<>();

    /**
     * @param accepted called when a person means a card: Enter, or a double click
     */
    Gallery(StartViewModel model, Runnable accepted) {
        this.model = model;
        this.accepted = accepted;
        setId("gallery");
        getStyleClass().add("gallery");
        setContent(tiles);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        // However few cards are left, the page keeps its columns.
        setPrefWidth(2 * NARROWEST + 4 * GAP);
        tiles.getStyleClass().add("gallery-tiles");
        tiles.setPrefTileHeight(HEIGHT);
        tiles.setAccessibleRole(AccessibleRole.LIST_VIEW);
        tiles.setAccessibleText("Examples");
        viewportBoundsProperty().addListener(o -> fit());
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        model.shown().addListener((ListChangeListener<Example>) c -> fill());
        model.chosenProperty().addListener(o -> select());
        model.importingProperty().addListener(o -> select());
        fill();
    }

    /** Puts the focus on the chosen card, or on the first one. */
    void focusCard() {
        cards.stream()
                .filter(card -> card.example() == model.chosenProperty().get())
                .findFirst()
                .or(() -> cards.stream().findFirst())
                .ifPresent(ExampleCard::requestFocus);
    }

    private void fill() {
        cards.clear();
        for (Example example : model.shown()) {
            var card = new ExampleCard(example);
            card.setOnMousePressed(this::pressed);
            cards.add(card);
        }
        tiles.getChildren().setAll(cards);
        select();
        fit();
    }

    private void pressed(MouseEvent event) {
        var card = (ExampleCard) event.getSource();
        card.requestFocus();
        model.choose(card.example());
        if (event.getClickCount() == 2) {
            accepted.run();
        }
        event.consume();
    }

    private void select() {
        boolean any = false;
        for (ExampleCard card : cards) {
            boolean chosen = card.example() == model.chosenProperty().get();
            card.select(chosen && !model.importingProperty().get());
            card.setFocusTraversable(chosen);
            any |= chosen;
        }
        if (!any && !cards.isEmpty()) {
            cards.getFirst().setFocusTraversable(true);
        }
    }

    /** Cards share the width evenly. */
    private void fit() {
        if (room() < NARROWEST) {
            return;
        }
        int columns = columns();
        tiles.setPrefColumns(columns);
        tiles.setPrefTileWidth(Math.floor((room() - GAP * (columns - 1)) / columns));
    }

    private double room() {
        return getViewportBounds().getWidth()
                - tiles.snappedLeftInset()
                - tiles.snappedRightInset();
    }

    private int columns() {
        return Math.max(1, (int) ((room() + GAP) / (NARROWEST + GAP)));
    }

    private void keyPressed(KeyEvent event) {
        int at = focused();
        if (at < 0) {
            return;
        }
        int to =
                switch (event.getCode()) {
                    case LEFT -> at - 1;
                    case RIGHT -> at + 1;
                    case UP -> at < columns() ? at : at - columns();
                    case DOWN -> at + columns() < cards.size() ? at + columns() : at;
                    case HOME -> 0;
                    case END -> cards.size() - 1;
                    default -> at;
                };
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER || code == KeyCode.SPACE) {
            model.choose(cards.get(at).example());
            accepted.run();
            event.consume();
        } else if (code.isNavigationKey()) {
            go(Math.max(0, Math.min(to, cards.size() - 1)));
            event.consume();
        }
    }

    private int focused() {
        for (int i = 0; i < cards.size(); i++) {
            if (cards.get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }

    private void go(int index) {
        ExampleCard card = cards.get(index);
        model.choose(card.example());
        card.requestFocus();
        reveal(card);
    }

    private void reveal(ExampleCard card) {
        Bounds bounds = card.getBoundsInParent();
        double window = getViewportBounds().getHeight();
        double height = tiles.getHeight() - window;
        if (height <= 0) {
            return;
        }
        double top = getVvalue() * height;
        if (bounds.getMinY() < top) {
            setVvalue(Math.max(0, (bounds.getMinY() - GAP) / height));
        } else if (bounds.getMaxY() > top + window) {
            setVvalue(Math.min(1, (bounds.getMaxY() + GAP - window) / height));
        }
    }
}

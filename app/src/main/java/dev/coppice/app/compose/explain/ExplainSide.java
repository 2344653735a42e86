package dev.coppice.app.compose.explain;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** The text with the explanation beside it, or below it where there is no room beside. */
public final class ExplainSide extends SplitPane {

    /** The text needs as much for its lines, in pixels, before something may stand beside it. */
    private static final double ROOM = 860;

    private final ExplainViewModel model;
    private final ExplainPane pane;
    private final Runnable away;
    private final BooleanProperty open = new SimpleBooleanProperty();

    /**
     * @param away called when the explanation is closed that had the focus
     */
    public ExplainSide(Node text, ExplainViewModel model, Runnable away) {
        this.model = model;
        this.away = away;
        pane = new ExplainPane(model, () -> open.set(false));
        getStyleClass().add("explain-side");
        getItems().add(text);
        SplitPane.setResizableWithParent(pane, false);
        widthProperty().addListener((o, before, now) -> arrange(now.doubleValue()));
        open.addListener((o, before, now) -> toggled(now));
    }

    /** Whether the explanation is there. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Where the explanation is while it is open. */
    public ExplainPane pane() {
        return pane;
    }

    private void toggled(boolean now) {
        if (now) {
            getItems().add(pane);
            arrange(getWidth());
            setDividerPositions(getOrientation() == Orientation.HORIZONTAL ? 0.6 : 0.5);
        } else {
            boolean focused = holdsFocus();
            getItems().remove(pane);
            if (focused) {
                away.run();
            }
        }
        model.setOpen(now);
    }

    private boolean holdsFocus() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        while (owner != null && owner != pane) {
            owner = owner.getParent();
        }
        return owner != null;
    }

    private void arrange(double width) {
        Orientation fitting = width >= ROOM ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (getOrientation() != fitting) {
            setOrientation(fitting);
        }
    }
}

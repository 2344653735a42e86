package dev.coppice.app.compose.explain;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** The text with the explanation beside it, or below it where there is no room beside. */
public final class ExplainSide extends SplitPane {

    /** The text needs as much for its lines, in pixels, before something may stand beside it. */
    private static final double ROOM = 1000;

    private final ExplainViewModel model;
    private final ExplainPane pane;
    private final BooleanProperty open = new SimpleBooleanProperty();

    public ExplainSide(Node text, ExplainViewModel model) {
        this.model = model;
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

    private void toggled(boolean now) {
        if (now) {
            getItems().add(pane);
            arrange(getWidth());
            setDividerPositions(getOrientation() == Orientation.HORIZONTAL ? 0.62 : 0.52);
        } else {
            getItems().remove(pane);
        }
        model.setOpen(now);
    }

    private void arrange(double width) {
        Orientation fitting = width >= ROOM ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (getOrientation() != fitting) {
            setOrientation(fitting);
        }
    }
}

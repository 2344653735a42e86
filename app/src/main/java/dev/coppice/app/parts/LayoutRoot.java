package dev.coppice.app.parts;

import javafx.scene.layout.Region;

/**
 * Holds a part of the window that fills it and lays itself out alone. A change inside is not passed
 * on to what stands around, as nothing there depends on it: a typed letter need not measure the
 * whole window again.
 */
public final class LayoutRoot extends Region {

    private final Region content;

    /**
     * @param content fills this region
     */
    public LayoutRoot(Region content) {
        this.content = content;
        // JavaFX ends a request for layout at a node that its parent does not manage.
        content.setManaged(false);
        getChildren().add(content);
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    protected double computeMinWidth(double height) {
        return content.minWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return content.minHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }
}

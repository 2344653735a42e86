package dev.coppice.app.fx;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Calls something again and again on the FX thread while it is switched on. */
public final class Ticker {

    private final Timeline timeline;

    public Ticker(Duration period, Runnable action) {
        timeline = new Timeline(new KeyFrame(period, e -> action.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    /** Switches it on or off. */
    public void run(boolean on) {
        if (on) {
            timeline.play();
        } else {
            timeline.stop();
        }
    }
}

package dev.coppice.app.fx;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs commands on the FX thread at the next pulse, before its layout. Work that arrives faster
 * than frames is thereby taken in one go per frame.
 */
public final class NextPulse implements Executor {

    private final Object lock = new Object();
    private Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable command) {
        boolean first;
        synchronized (lock) {
            first = waiting.isEmpty();
            waiting.add(command);
        }
        if (first) {
            Platform.runLater(this::arm);
        }
    }

    private void arm() {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                runAll();
            }
        }.start();
        Platform.requestNextPulse();
    }

    private void runAll() {
        Queue<Runnable> commands;
        synchronized (lock) {
            commands = waiting;
            waiting = new ArrayDeque<>();
        }
        commands.forEach(Runnable::run);
    }
}

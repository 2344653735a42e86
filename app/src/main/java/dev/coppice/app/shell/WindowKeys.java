package dev.coppice.app.shell;

import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

import java.util.function.Consumer;

/** The keys that work on every page. */
final class WindowKeys {

    private final ProjectWindow window;
    private final Consumer<Place> go;

    WindowKeys(ProjectWindow window, Consumer<Place> go) {
        this.window = window;
        this.go = go;
    }

    void install(Scene scene) {
        var keys = scene.getAccelerators();
        for (Place place : Place.values()) {
            keys.put(
                    KeyCombination.valueOf("Ctrl+" + (place.ordinal() + 1)),
                    () -> go.accept(place));
        }
        keys.put(KeyCombination.valueOf("Ctrl+S"), window::save);
        keys.put(KeyCombination.valueOf("Ctrl+O"), window::open);
        keys.put(KeyCombination.valueOf("Ctrl+N"), window::start);
        keys.put(KeyCombination.valueOf("Ctrl+Enter"), window::buildAndBoot);
    }
}

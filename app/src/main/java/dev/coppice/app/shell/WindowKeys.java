package dev.coppice.app.shell;

import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The keys that work on every page. */
public final class WindowKeys {

    private final ProjectWindow window;
    private final Consumer<Place> go;

    WindowKeys(ProjectWindow window, Consumer<Place> go) {
        this.window = window;
        this.go = go;
    }

    /** What each key does, in words: the keys by what they do. */
    public static Map<String, String> overview() {
        var keys = new LinkedHashMap<String, String>();
        keys.put("Save", "Ctrl+S");
        keys.put("Show unsaved edits", "Ctrl+D");
        keys.put("Open project", "Ctrl+O");
        keys.put("New project", "Ctrl+N");
        keys.put("Build and boot", "Ctrl+Enter");
        keys.put("Search everything", "Ctrl+K");
        keys.put("Show a page", "Ctrl+1 to Ctrl+" + Place.values().length);
        return keys;
    }

    void install(Scene scene) {
        var keys = scene.getAccelerators();
        for (Place place : Place.values()) {
            keys.put(
                    KeyCombination.valueOf("Ctrl+" + (place.ordinal() + 1)),
                    () -> go.accept(place));
        }
        keys.put(KeyCombination.valueOf("Ctrl+S"), window::save);
        keys.put(KeyCombination.valueOf("Ctrl+D"), window::showUnsaved);
        keys.put(KeyCombination.valueOf("Ctrl+O"), window::open);
        keys.put(KeyCombination.valueOf("Ctrl+N"), window::start);
        keys.put(KeyCombination.valueOf("Ctrl+Enter"), window::buildAndBoot);
        keys.put(KeyCombination.valueOf("Ctrl+K"), window::search);
    }
}

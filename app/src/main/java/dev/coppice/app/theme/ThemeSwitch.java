package dev.coppice.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import dev.coppice.app.session.UserSettings.Look;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Light and dark for the whole program; follows the system until a person chooses. */
public final class ThemeSwitch {

    private static final List<String> FONTS =
            List.of(
                    "Inter-Regular.otf",
                    "Inter-SemiBold.otf",
                    "Inter-Bold.otf",
                    "JetBrainsMono-Regular.ttf",
                    "JetBrainsMono-Bold.ttf");

    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final List<Scene> scenes = new ArrayList<>();

    public ThemeSwitch(Look first) {
        for (String font : FONTS) {
            Font.loadFont(url("fonts/" + font), 13);
        }
        look.set(first);
        look.addListener(o -> update());
        Platform.getPreferences().colorSchemeProperty().addListener(o -> update());
        update();
    }

    /** What a person chose. */
    public ObjectProperty<Look> lookProperty() {
        return look;
    }

    /** Whether it is dark now. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** Gives a scene the program's look from now on. */
    public void dress(Scene scene) {
        scenes.add(scene);
        style(scene);
    }

    private void update() {
        dark.set(
                switch (look.get()) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                });
        Application.setUserAgentStylesheet(
                dark.get()
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        scenes.forEach(this::style);
    }

    private void style(Scene scene) {
        scene.getStylesheets()
                .setAll(
                        url(dark.get() ? "tokens-dark.css" : "tokens-light.css"),
                        url("window.css"),
                        url("compose.css"),
                        url("search.css"),
                        url("pages.css"),
                        url("export.css"),
                        url("start.css"),
                        url("packages.css"));
    }

    private static String url(String name) {
        return Objects.requireNonNull(ThemeSwitch.class.getResource(name), name).toExternalForm();
    }
}

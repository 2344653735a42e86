package dev.coppice.app.theme;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/** A small rounded label that says a state in one or two words. */
public final class Badge extends Label {

    /** What kind of news it is. */
    public enum Tone {
        NEUTRAL,
        ACCENT,
        SUCCESS,
        WARNING,
        DANGER;

        private PseudoClass pseudoClass() {
            return PseudoClass.getPseudoClass(name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    public Badge(String text, Tone tone) {
        super(text);
        getStyleClass().add("badge");
        setTone(tone);
    }

    /** Says another kind of news. */
    public void setTone(Tone tone) {
        for (Tone each : Tone.values()) {
            pseudoClassStateChanged(each.pseudoClass(), each == tone);
        }
    }
}

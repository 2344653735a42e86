package dev.coppice.icons;

/** The background on which a picture is going to stand. */
public enum Tone {
    /** A light window or page. */
    LIGHT,

    /** A dark window or page. */
    DARK
}

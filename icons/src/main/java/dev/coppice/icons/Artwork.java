package dev.coppice.icons;

import java.io.InputStream;
import java.net.URL;
import java.util.List;

/**
 * The pictures of Coppice: its application icon and what its empty pages show.
 *
 * <p>Every picture is a PNG that was drawn from an SVG of the same name in {@code
 * icons/src/main/svg} by {@code icons/generate}. Sizes are widths in pixels of the file, before any
 * scaling by the screen. Icons are square and the same on every background; pictures of empty pages
 * are 8 wide to 5 high and come in one version for each {@link Tone}.
 *
 * <p>The pictures of empty pages are meant to be shown 320 units wide. On a screen with a higher
 * density, ask for the width in pixels, or hand {@code url(320)} to a toolkit that looks for a
 * neighbour with {@code @2x} in its name by itself, as JavaFX does.
 */
public enum Artwork {
    /** The application icon: a coppice stool on a rounded green tile. */
    APP_ICON("app-icon", true),

    /** The coppice stool alone, without the tile, for use inside pages such as "About". */
    APP_GLYPH("app-glyph", true),

    /** Nothing was built yet: a stump on which the stems are only sketched. */
    NO_BUILD("no-build", false),

    /** No machine runs: a screen that waits to be started. */
    NO_MACHINE("no-machine", false),

    /** There are no generations yet: a timeline with empty places. */
    NO_GENERATIONS("no-generations", false),

    /** There is one generation or none to compare: one card, and an empty one beside it. */
    NOTHING_TO_COMPARE("nothing-to-compare", false),

    /** Two generations were compared and do not differ: two equal cards. */
    IDENTICAL("identical", false);

    private static final List<Integer> ICON_SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
    private static final int PICTURE_WIDTH = 320;
    private static final List<Integer> PICTURE_SIZES = List.of(PICTURE_WIDTH, 2 * PICTURE_WIDTH);

    private final String file;
    private final boolean icon;

    Artwork(String file, boolean icon) {
        this.file = file;
        this.icon = icon;
    }

    /**
     * The widths in pixels in which this picture exists, smallest first.
     *
     * @return an immutable list, never empty
     */
    public List<Integer> sizes() {
        return icon ? ICON_SIZES : PICTURE_SIZES;
    }

    /**
     * Opens the largest version of this picture for a light background.
     *
     * @return a PNG; the caller closes it
     */
    public InputStream open() {
        return open(Tone.LIGHT);
    }

    /**
     * Opens the largest version of this picture.
     *
     * @param tone the background on which it will stand
     * @return a PNG; the caller closes it
     */
    public InputStream open(Tone tone) {
        String name = fileName(sizes().getLast(), tone);
        return present(Artwork.class.getResourceAsStream(name), name);
    }

    /**
     * Where the version of this picture for a light background is that suits a width best.
     *
     * @param size the width wanted, in pixels
     * @return the smallest PNG that is at least that wide, or the largest when none is
     * @throws IllegalArgumentException when the width is not positive
     */
    public URL url(int size) {
        return url(size, Tone.LIGHT);
    }

    /**
     * Where the version of this picture is that suits a width and a background best.
     *
     * @param size the width wanted, in pixels
     * @param tone the background on which it will stand
     * @return the smallest PNG that is at least that wide, or the largest when none is
     * @throws IllegalArgumentException when the width is not positive
     */
    public URL url(int size, Tone tone) {
        if (size <= 0) {
            throw new IllegalArgumentException("a picture's width must be positive, not " + size);
        }
        int width = sizes().stream().filter(s -> s >= size).findFirst().orElse(sizes().getLast());
        String name = fileName(width, tone);
        return present(Artwork.class.getResource(name), name);
    }

    private String fileName(int width, Tone tone) {
        if (icon) {
            return file + "-" + width + ".png";
        }
        String dark = tone == Tone.DARK ? "-dark" : "";
        return file + dark + (width == PICTURE_WIDTH ? "" : "@2x") + ".png";
    }

    private static <T> T present(T found, String name) {
        if (found == null) {
            throw new IllegalStateException(
                    "the picture " + name + " is missing from this copy of Coppice; install again");
        }
        return found;
    }
}

package dev.coppice.runner.store;

import java.util.Optional;

/**
 * What people noted about a generation. Unlike the generation itself it may change.
 *
 * @param pinned whether it must stay: nothing deletes it before the pin is taken off
 * @param label a name for people, one line
 * @param origin where it came from, when it was not built here
 */
public record Marks(boolean pinned, Optional<String> label, Optional<Origin> origin) {

    /** The longest label, in characters: it must fit a line of a boot menu. */
    public static final int LONGEST_LABEL = 60;

    /** Nothing was noted. */
    public static final Marks NONE = new Marks(false, Optional.empty(), Optional.empty());

    public Marks {
        // A file of an older Coppice may lack them.
        label = label == null ? Optional.empty() : label;
        origin = origin == null ? Optional.empty() : origin;
    }

    /** The same, pinned or not. */
    public Marks pinned(boolean now) {
        return new Marks(now, label, origin);
    }

    /** The same with another label; an empty one takes it away. */
    public Marks labelled(String text) {
        return new Marks(pinned, Optional.of(text.strip()).filter(s -> !s.isEmpty()), origin);
    }

    /** Whether a text can be a label: one line, not too long. */
    public static boolean isLabel(String text) {
        return text.strip().length() <= LONGEST_LABEL
                && text.chars().noneMatch(Character::isISOControl);
    }

    /**
     * Where a generation came from.
     *
     * @param how branched off in this store, or imported from a file
     * @param system the system that it was a generation of
     * @param number its number there
     */
    public record Origin(How how, String system, int number) {}

    /** Ways in which a generation comes without a build. */
    public enum How {
        BRANCHED,
        IMPORTED
    }
}

package dev.coppice.app.cli;

import java.util.Locale;

/** Names of constants as people and JSON see them. */
final class Names {

    private Names() {}

    /** {@code packages} for {@code PACKAGES}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

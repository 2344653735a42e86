package dev.coppice.model.region;

import java.util.List;
import java.util.Locale;

/** The UTF-8 locales of glibc, after Debian's {@code /usr/share/i18n/SUPPORTED}. */
public final class Locales {

    private final List<Named> all =
            Table.lines("locales.txt").stream().map(Locales::named).toList();

    /** All locales in the order of their names, plain English first. */
    public List<Named> all() {
        return all;
    }

    /** Language and country of a locale, {@code German (Germany)}. */
    private static Named named(String locale) {
        if (locale.equals("C.UTF-8")) {
            return new Named(locale, "Plain English, no country");
        }
        String[] parts = locale.split("[._@]");
        Locale known = Locale.of(parts[0], parts[1]);
        String variant = parts.length > 3 ? ", " + parts[3] : "";
        return new Named(
                locale,
                known.getDisplayLanguage(Locale.ENGLISH)
                        + " ("
                        + known.getDisplayCountry(Locale.ENGLISH)
                        + variant
                        + ")");
    }
}

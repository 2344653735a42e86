package dev.coppice.model.analysis;

import static dev.coppice.model.analysis.Reading.flag;
import static dev.coppice.model.analysis.Reading.optional;
import static dev.coppice.model.analysis.Reading.text;
import static dev.coppice.model.analysis.Reading.texts;
import static dev.coppice.model.analysis.Reading.values;

import dev.coppice.model.bind.Bound;
import dev.coppice.model.spec.Region;

import java.util.Optional;

/** Binds time zone, language, keyboard, console and clock. */
final class RegionBinder {

    private RegionBinder() {}

    static Region region(Bound.Fields root) {
        return new Region(
                text(root, "timezone"),
                text(root, "locale"),
                text(root, "keyboard"),
                texts(root, "locales"),
                values(root.record("localeSettings")),
                console(root.record("console")),
                root.has("ntp") ? Optional.of(ntp(root.record("ntp"))) : Optional.empty());
    }

    private static Region.Console console(Bound.Fields console) {
        return new Region.Console(
                optional(console, "keyboardModel"),
                optional(console, "keyboardVariant"),
                texts(console, "keyboardOptions"),
                optional(console, "fontFace"),
                optional(console, "fontSize"),
                optional(console, "autologin"));
    }

    private static Region.Ntp ntp(Bound.Fields ntp) {
        return new Region.Ntp(flag(ntp, "enabled").orElse(true), texts(ntp, "servers"));
    }
}

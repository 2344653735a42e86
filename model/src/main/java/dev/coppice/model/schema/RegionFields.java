package dev.coppice.model.schema;

import dev.coppice.model.schema.FieldType.Text;

import java.util.List;

/** Time zone, language and keyboard. */
final class RegionFields {

    private RegionFields() {}

    static List<Field> rows() {
        var table = new FieldTable(Section.REGION);
        table.row(
                        "timezone",
                        Text.of(
                                Shape.TIMEZONE,
                                "Etc/UTC",
                                "Europe/London",
                                "Europe/Berlin",
                                "Europe/Paris",
                                "America/New_York",
                                "America/Los_Angeles",
                                "America/Sao_Paulo",
                                "Asia/Kolkata",
                                "Asia/Shanghai",
                                "Asia/Tokyo",
                                "Australia/Sydney"),
                        "Time zone")
                .defaultsTo("Etc/UTC")
                .doc(
                        "The zone in which the machine shows time, as a region and a city. Servers"
                                + " often stay at Etc/UTC, so that logs of many machines line up.")
                .debian("The link /etc/localtime and the file /etc/timezone.")
                .example("Europe/London")
                .placeholder("Etc/UTC")
                .nixos("time.timeZone")
                .cloudInit("timezone")
                .alias("timeZone", "time_zone", "tz", "time");
        languages(table);
        return table.fields();
    }

    private static void languages(FieldTable table) {
        table.row(
                        "locale",
                        Text.of(
                                Shape.LOCALE,
                                "C.UTF-8",
                                "en_GB.UTF-8",
                                "en_US.UTF-8",
                                "de_DE.UTF-8",
                                "fr_FR.UTF-8",
                                "es_ES.UTF-8",
                                "pt_BR.UTF-8",
                                "zh_CN.UTF-8",
                                "ja_JP.UTF-8"),
                        "Language")
                .defaultsTo("C.UTF-8")
                .doc(
                        "The language of messages and the form of dates and numbers. C.UTF-8 is"
                                + " plain English, needs no extra package, and handles every"
                                + " alphabet.")
                .debian("LANG in /etc/default/locale; any but C.UTF-8 brings the package locales.")
                .example("en_GB.UTF-8")
                .placeholder("C.UTF-8")
                .nixos("i18n.defaultLocale")
                .cloudInit("locale")
                .alias("lang", "language", "i18n", "defaultLocale");
        table.row(
                        "keyboard",
                        Text.of(Shape.KEYBOARD, "us", "gb", "de", "fr", "es", "it", "br", "jp"),
                        "Keyboard")
                .defaultsTo("us")
                .doc(
                        "The layout of the keyboard at the machine's own screen. It does not matter"
                                + " for people who come over the network.")
                .debian(
                        "XKBLAYOUT in /etc/default/keyboard; any but us brings the package"
                                + " keyboard-configuration.")
                .example("gb")
                .placeholder("us")
                .nixos("console.keyMap")
                .cloudInit("keyboard.layout")
                .alias("keymap", "keyMap", "layout");
    }
}

package dev.coppice.model.schema;

import dev.coppice.model.schema.FieldType.EntryKey;
import dev.coppice.model.schema.FieldType.ListOf;
import dev.coppice.model.schema.FieldType.MapOf;
import dev.coppice.model.schema.FieldType.Text;

import java.util.ArrayList;
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
        moreLanguages(table);
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
                .nixos("services.xserver.xkb.layout")
                .cloudInit("keyboard.layout")
                .alias("keymap", "keyMap", "layout");
        var rows = new ArrayList<>(table.fields());
        rows.addAll(ConsoleFields.rows());
        return rows;
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
    }

    private static void moreLanguages(FieldTable table) {
        table.row("locales", ListOf.values("language"), "More languages")
                .doc(
                        "Languages that programs may use besides the machine's own, such as those"
                                + " of the people who log in.")
                .debian("Made with locale-gen; brings the package locales.")
                .example("[de_DE.UTF-8]")
                .nixos("i18n.extraLocales")
                .alias("supportedLocales", "extraLocales", "languages");
        table.row(
                        "locales[]",
                        Text.of(
                                Shape.LOCALE,
                                "en_GB.UTF-8",
                                "en_US.UTF-8",
                                "de_DE.UTF-8",
                                "fr_FR.UTF-8",
                                "es_ES.UTF-8"),
                        "Language")
                .doc("One more locale that exists in the machine.")
                .debian("A line of /etc/locale.gen.")
                .example("de_DE.UTF-8")
                .placeholder("de_DE.UTF-8");
        table.row(
                        "localeSettings",
                        new MapOf(
                                "category",
                                new EntryKey(
                                        "Category",
                                        Shape.LOCALE_CATEGORY,
                                        "LC_TIME",
                                        List.of(
                                                "LC_TIME",
                                                "LC_PAPER",
                                                "LC_MEASUREMENT",
                                                "LC_MONETARY",
                                                "LC_NUMERIC",
                                                "LC_COLLATE",
                                                "LC_MESSAGES"))),
                        "Formats")
                .doc(
                        "Single matters in which the machine follows another language than its own:"
                                + " dates, paper, money.")
                .debian("LC_ lines of /etc/default/locale.")
                .example("{ LC_TIME: en_DK.UTF-8 }")
                .nixos("i18n.extraLocaleSettings")
                .alias("extraLocaleSettings", "formats", "lc");
        table.row(
                        "localeSettings.*",
                        Text.of(Shape.LOCALE, "en_DK.UTF-8", "en_GB.UTF-8", "C.UTF-8"),
                        "Language")
                .doc("The locale that this category follows; it is made when it is not there.")
                .debian("A line of /etc/default/locale.")
                .example("en_DK.UTF-8")
                .placeholder("en_DK.UTF-8");
    }
}

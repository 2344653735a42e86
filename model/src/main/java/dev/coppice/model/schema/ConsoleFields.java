package dev.coppice.model.schema;

import dev.coppice.model.schema.FieldType.Bool;
import dev.coppice.model.schema.FieldType.ListOf;
import dev.coppice.model.schema.FieldType.Mapping;
import dev.coppice.model.schema.FieldType.Text;

import java.util.List;

/** The machine's own console, and its clock. */
final class ConsoleFields {

    private ConsoleFields() {}

    static List<Field> rows() {
        var table = new FieldTable(Section.REGION);
        table.row("console", Mapping.plain(), "Console")
                .doc("The keyboard, the font and the login of the machine's own screen.")
                .debian(
                        "/etc/default/keyboard, /etc/default/console-setup and a drop-in of"
                                + " getty@tty1.service.")
                .example("{ fontFace: Terminus, fontSize: 16x32 }")
                .nixos("console")
                .alias("tty", "vconsole");
        keyboard(table);
        table.row(
                        "console.fontFace",
                        Text.of(Shape.FONT_FACE, "Terminus", "TerminusBold", "VGA", "Fixed"),
                        "Font")
                .without("the distribution's own font")
                .doc("The font of the console, by its name in console-setup.")
                .debian("FONTFACE in /etc/default/console-setup.")
                .example("Terminus")
                .placeholder("Terminus")
                .nixos("console.font")
                .alias("font");
        table.row(
                        "console.fontSize",
                        new Text(
                                Shape.FONT_SIZE,
                                false,
                                true,
                                List.of("8x16", "10x20", "12x24", "14x28", "16x32")),
                        "Font size")
                .without("the distribution's own size")
                .doc("Width and height of a letter in pixels; large ones suit large screens.")
                .debian("FONTSIZE in /etc/default/console-setup.")
                .example("16x32")
                .placeholder("16x32")
                .nixos("console.font")
                .alias("size");
        table.row("console.autologin", Text.of(Shape.USER_NAME), "Automatic login")
                .without("the console asks for name and password")
                .doc(
                        "The user who is logged in on the first console without being asked."
                                + " Whoever stands before the machine is that user.")
                .debian("A drop-in of getty@tty1.service with agetty's --autologin.")
                .example("alice")
                .placeholder("alice")
                .nixos("services.getty.autologinUser")
                .alias("autologinUser", "autoLogin");
        clock(table);
        return table.fields();
    }

    private static void keyboard(FieldTable table) {
        table.row(
                        "console.keyboardModel",
                        Text.of(Shape.KEYBOARD_WORD, "pc105", "pc104", "jp106", "macbook79"),
                        "Keyboard model")
                .without("pc105")
                .doc("The kind of keyboard, when it is no common one.")
                .debian("XKBMODEL in /etc/default/keyboard.")
                .example("pc105")
                .placeholder("pc105")
                .nixos("services.xserver.xkb.model")
                .cloudInit("keyboard.model")
                .alias("model");
        table.row(
                        "console.keyboardVariant",
                        Text.of(Shape.KEYBOARD_WORD, "nodeadkeys", "dvorak", "intl", "mac"),
                        "Keyboard variant")
                .without("the layout's plain form")
                .doc("A variant of the layout, such as one without dead keys.")
                .debian("XKBVARIANT in /etc/default/keyboard.")
                .example("nodeadkeys")
                .placeholder("nodeadkeys")
                .nixos("services.xserver.xkb.variant")
                .cloudInit("keyboard.variant")
                .alias("variant");
        table.row("console.keyboardOptions", ListOf.values("keyboard option"), "Keyboard options")
                .doc("What single keys do otherwise than usual.")
                .debian("XKBOPTIONS in /etc/default/keyboard.")
                .example("[ctrl:nocaps]")
                .nixos("services.xserver.xkb.options")
                .cloudInit("keyboard.options")
                .alias("options", "xkbOptions");
        table.row(
                        "console.keyboardOptions[]",
                        Text.of(
                                Shape.KEYBOARD_OPTION,
                                "ctrl:nocaps",
                                "caps:escape",
                                "compose:ralt",
                                "terminate:ctrl_alt_bksp",
                                "grp:alt_shift_toggle"),
                        "Keyboard option")
                .doc("One option of XKB.")
                .debian("A word of XKBOPTIONS.")
                .example("ctrl:nocaps")
                .placeholder("ctrl:nocaps");
    }

    private static void clock(FieldTable table) {
        table.row("ntp", Mapping.plain(), "Network time")
                .without("the clock is left to itself")
                .doc("Whether the clock follows time servers on the network.")
                .debian("The package systemd-timesyncd and its settings.")
                .example("{ enabled: true }")
                .nixos("services.timesyncd")
                .cloudInit("ntp")
                .kairos("stages.<stage>[].timesyncd")
                .alias("timesyncd", "timeServers", "chrony", "clock");
        table.row("ntp.enabled", new Bool(), "Enabled")
                .without("true")
                .doc("Whether the clock follows time servers at all.")
                .debian("Whether systemd-timesyncd.service starts with the machine.")
                .example("true")
                .nixos("services.timesyncd.enable")
                .cloudInit("ntp.enabled")
                .alias("enable", "on");
        table.row("ntp.servers", ListOf.values("time server"), "Time servers")
                .without("the distribution's own")
                .doc("The time servers to follow, the best first.")
                .debian("NTP= in /etc/systemd/timesyncd.conf.d.")
                .example("[pool.ntp.org]")
                .nixos("networking.timeServers")
                .cloudInit("ntp.servers")
                .alias("server", "pools", "timeServers");
        table.row(
                        "ntp.servers[]",
                        Text.of(Shape.SERVER, "pool.ntp.org", "time.cloudflare.com"),
                        "Time server")
                .doc("The name or address of one time server.")
                .debian("A word of NTP=.")
                .example("pool.ntp.org")
                .placeholder("pool.ntp.org");
    }
}

package dev.coppice.model.linux;

import dev.coppice.model.spec.Region;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;

/**
 * Keyboard and font of the text console: keyboard(5) and console-setup(5). They are part of the
 * packages layer, where setupcon(1) makes of them what the machine loads at its start. Pure.
 */
public final class ConsoleFiles {

    private static final YamlPath CONSOLE = YamlPath.of("console");
    private static final String PLAIN_KEYBOARD = "us";
    private static final String MODEL = "pc105";

    private ConsoleFiles() {}

    /** Whether a spec asks for another console than the kernel's own. */
    public static boolean needed(Region region) {
        Region.Console console = region.console();
        return !region.keyboard().equals(PLAIN_KEYBOARD)
                || console.keyboardModel().isPresent()
                || console.keyboardVariant().isPresent()
                || !console.keyboardOptions().isEmpty()
                || font(console);
    }

    private static boolean font(Region.Console console) {
        return console.fontFace().isPresent() || console.fontSize().isPresent();
    }

    /** None when the kernel's own console is enough. */
    public static List<SettingFile> of(Region region) {
        return needed(region)
                ? List.of(
                        SettingFile.plain(
                                "/etc/default/keyboard",
                                keyboard(region),
                                YamlPath.of("keyboard"),
                                CONSOLE.key("keyboardModel"),
                                CONSOLE.key("keyboardVariant"),
                                CONSOLE.key("keyboardOptions")),
                        SettingFile.plain(
                                "/etc/default/console-setup",
                                consoleSetup(region.console()),
                                CONSOLE.key("fontFace"),
                                CONSOLE.key("fontSize")))
                : List.of();
    }

    private static String keyboard(Region region) {
        Region.Console console = region.console();
        return variable("XKBMODEL", console.keyboardModel().orElse(MODEL))
                + variable("XKBLAYOUT", region.keyboard())
                + variable("XKBVARIANT", console.keyboardVariant().orElse(""))
                + variable("XKBOPTIONS", String.join(",", console.keyboardOptions()))
                + variable("BACKSPACE", "guess");
    }

    private static String consoleSetup(Region.Console console) {
        return variable("ACTIVE_CONSOLES", "/dev/tty[1-6]")
                + variable("CHARMAP", "UTF-8")
                + variable("CODESET", "guess")
                + variable("FONTFACE", console.fontFace().orElse("Fixed"))
                + variable("FONTSIZE", console.fontSize().orElse("8x16"))
                + variable("VIDEOMODE", "");
    }

    private static String variable(String name, String value) {
        return name + "=\"" + value + "\"\n";
    }
}

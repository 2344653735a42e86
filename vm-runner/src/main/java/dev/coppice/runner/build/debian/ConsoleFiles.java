package dev.coppice.runner.build.debian;

import dev.coppice.model.spec.Region;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keyboard and font of the text console: keyboard(5) and console-setup(5). They are part of the
 * packages layer, where setupcon(1) makes of them what the machine loads at its start. Pure.
 */
final class ConsoleFiles {

    private static final String PLAIN_KEYBOARD = "us";
    private static final String MODEL = "pc105";

    private ConsoleFiles() {}

    /** Whether a spec asks for another console than the kernel's own. */
    static boolean needed(Region region) {
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

    /** By path; none when the kernel's own console is enough. */
    static SortedMap<String, TreeEntry> of(Region region) {
        SortedMap<String, TreeEntry> files = new TreeMap<>();
        if (needed(region)) {
            files.put("/etc/default/keyboard", TreeEntry.text(keyboard(region)));
            files.put("/etc/default/console-setup", TreeEntry.text(consoleSetup(region.console())));
        }
        return files;
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

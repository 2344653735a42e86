package dev.coppice.app.compose;

import dev.coppice.model.diag.Diagnostic;

import java.util.Locale;
import java.util.Set;

/** The words of findings as a window shows them: sentences, and quotes that are no code marks. */
public final class Prose {

    /** Programs whose names have no capital, not even where a sentence begins. */
    private static final Set<String> SMALL =
            Set.of("apt", "cloud-init", "nftables", "podman", "sshd", "sudo", "systemd");

    private Prose() {}

    /** The message as a sentence. */
    public static String message(Diagnostic finding) {
        return sentence(finding.message());
    }

    /** A text with a capital letter, unless it begins with a quote or the name of a program. */
    public static String sentence(String text) {
        String words = of(text);
        return words.isEmpty() || SMALL.contains(words.replaceFirst("(?s) .*", ""))
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A text with typographic quotes in place of back-ticks. */
    public static String of(String words) {
        var out = new StringBuilder(words.length());
        boolean open = false;
        for (char c : words.toCharArray()) {
            if (c == '`') {
                out.append(open ? '\u201d' : '\u201c');
                open = !open;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}

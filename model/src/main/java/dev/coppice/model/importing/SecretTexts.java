package dev.coppice.model.importing;

import java.util.regex.Pattern;

/** Texts that must not be copied into a spec. */
final class SecretTexts {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY( BLOCK)?-----");

    private static final Pattern WORD =
            Pattern.compile(
                    "://[^/\\s:@]+:[^/\\s@]+@"
                            + "|(?im)^[^#;\\n]{0,80}?(password|passwd|secret|token|api_?key)[\"']?"
                            + "[ \\t]*[=:][ \\t]*[\"']?[^\\s\"'$#{%,]{4,}");

    private SecretTexts() {}

    /** Whether a text holds a private key. */
    static boolean isSecret(String text) {
        return KEY.matcher(text).find();
    }

    /** Whether a text seems to hold a password or token: in an address, or behind such a word. */
    static boolean seemsSecret(String text) {
        return isSecret(text) || WORD.matcher(text).find();
    }
}

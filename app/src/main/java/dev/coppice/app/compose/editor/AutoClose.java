package dev.coppice.app.compose.editor;

import dev.coppice.app.compose.editor.YamlTokens.Kind;
import dev.coppice.app.compose.editor.YamlTokens.State;

import java.util.Optional;

/**
 * Whether a bracket or quote that is typed brings its partner: where a value may begin, never in
 * the middle of words, texts or comments.
 */
final class AutoClose {

    private static final String OPEN = "[{\"'";
    private static final String CLOSE = "]}\"'";

    private AutoClose() {}

    /** The partner of a character that opens something; empty when it opens nothing. */
    static Optional<Character> partner(char typed) {
        int at = OPEN.indexOf(typed);
        return at < 0 ? Optional.empty() : Optional.of(CLOSE.charAt(at));
    }

    /**
     * Whether the partner comes along.
     *
     * @param before what the lines above have left open
     * @param column where the character is typed
     */
    static boolean wanted(State before, String line, int column) {
        if (before.insideText()) {
            return false;
        }
        String head = line.substring(0, column);
        YamlTokens.Line cut = YamlTokens.of(before, head);
        boolean inComment =
                !cut.tokens().isEmpty() && cut.tokens().getLast().kind() == Kind.COMMENT;
        if (cut.end().insideText() || inComment) {
            return false;
        }
        boolean valueBegins =
                head.isBlank() || " [{,(".indexOf(head.charAt(head.length() - 1)) >= 0;
        boolean nothingFollows =
                column >= line.length() || " ]},".indexOf(line.charAt(column)) >= 0;
        return valueBegins && nothingFollows && !insideWords(cut, head);
    }

    /** A quote behind the blank of {@code it is 'so'} opens nothing. */
    private static boolean insideWords(YamlTokens.Line cut, String head) {
        if (cut.tokens().isEmpty()) {
            return false;
        }
        YamlTokens.Token last = cut.tokens().getLast();
        boolean word = last.kind() != Kind.PUNCTUATION && last.kind() != Kind.ANCHOR;
        return word && !head.isBlank();
    }
}

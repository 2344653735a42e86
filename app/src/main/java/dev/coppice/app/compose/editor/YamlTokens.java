package dev.coppice.app.compose.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts a line of YAML into coloured pieces. Only for the eye: it never fails, and what it does not
 * understand it leaves plain.
 */
final class YamlTokens {

    private static final Pattern NUMBER =
            Pattern.compile(
                    "[-+]?(0x[0-9a-fA-F]+|0o[0-7]+|[1-9][0-9]*|0|[0-9]*\\.[0-9]+|[1-9]\\.)");
    private static final Set<String> WORDS =
            Set.of("true", "false", "null", "~", "True", "False", "TRUE", "FALSE", "Null", "NULL");

    private final List<Token> tokens = new ArrayList<>();
    private final String line;
    private int at;
    private int flow;
    private char quote;
    private int blockIndent;
    private int lastKeyColumn;

    private YamlTokens(State before, String line) {
        this.line = line;
        this.flow = before.flow();
        this.quote = before.quote();
        this.blockIndent = before.blockIndent();
    }

    /** What a piece is. */
    enum Kind {
        KEY,
        STRING,
        NUMBER,
        BOOL,
        COMMENT,
        PUNCTUATION,
        ANCHOR
    }

    /** A piece of a line, in columns from 0; what lies between pieces is blank. */
    record Token(int start, int end, Kind kind) {}

    /**
     * What a line leaves open for the next one.
     *
     * @param flow how many brackets and braces are open
     * @param quote the quote that is open, or 0
     * @param blockIndent the column that the lines of an open block text are further in than;
     *     negative when none is open
     */
    record State(int flow, char quote, int blockIndent) {

        /** At the start of a document. */
        static final State START = new State(0, (char) 0, -1);

        /** Whether a line that begins so is the inside of a text of several lines. */
        boolean insideText() {
            return quote != 0 || blockIndent >= 0;
        }
    }

    /** The pieces of a line, and what it leaves open. */
    record Line(List<Token> tokens, State end) {}

    /** Cuts a line that begins in a state. */
    static Line of(State before, String line) {
        var cut = new YamlTokens(before, line);
        cut.run();
        var end = new State(cut.flow, cut.quote, cut.blockIndent);
        return new Line(List.copyOf(cut.tokens), end.equals(before) ? before : end);
    }

    private void run() {
        int indent = indent();
        if (blockIndent >= 0 && (indent == line.length() || indent > blockIndent)) {
            add(indent, line.length(), Kind.STRING);
            return;
        }
        blockIndent = -1;
        lastKeyColumn = indent;
        if (quote != 0) {
            closeQuote(0);
        } else if (line.equals("---") || line.equals("...") || line.startsWith("%")) {
            add(0, line.length(), Kind.PUNCTUATION);
            at = line.length();
        }
        while (at < line.length()) {
            piece();
        }
    }

    private int indent() {
        int i = 0;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private void piece() {
        char c = line.charAt(at);
        boolean afterBlank = at == 0 || Character.isWhitespace(line.charAt(at - 1));
        if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '#' && afterBlank) {
            add(at, line.length(), Kind.COMMENT);
            at = line.length();
        } else if ((c == '-' || c == '?' || c == ':') && blankAt(at + 1)) {
            lastKeyColumn = c == '-' ? at : lastKeyColumn;
            one(Kind.PUNCTUATION);
        } else if (c == '[' || c == '{') {
            flow++;
            one(Kind.PUNCTUATION);
        } else if (flow > 0 && (c == ']' || c == '}')) {
            flow--;
            one(Kind.PUNCTUATION);
        } else if (flow > 0 && (c == ',' || c == ':')) {
            one(Kind.PUNCTUATION);
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else if ((c == '&' || c == '*' || c == '!') && afterBlank) {
            word(Kind.ANCHOR);
        } else if ((c == '|' || c == '>') && flow == 0 && blockHeader()) {
            blockIndent = lastKeyColumn;
            word(Kind.PUNCTUATION);
        } else {
            plain();
        }
    }

    private void quoted(char mark) {
        int start = at;
        quote = mark;
        at++;
        closeQuote(start);
        if (quote == 0 && colonFollows()) {
            Token whole = tokens.removeLast();
            add(whole.start(), whole.end(), Kind.KEY);
            lastKeyColumn = start;
        }
    }

    /** Goes on to the end of a quoted text, which may be on a later line. */
    private void closeQuote(int start) {
        while (at < line.length()) {
            char c = line.charAt(at);
            boolean doubled =
                    c == '\''
                            && quote == '\''
                            && at + 1 < line.length()
                            && line.charAt(at + 1) == c;
            if ((c == '\\' && quote == '"') || doubled) {
                at += 2;
            } else if (c == quote) {
                at++;
                quote = 0;
                break;
            } else {
                at++;
            }
        }
        at = Math.min(at, line.length());
        add(start, at, Kind.STRING);
    }

    private void plain() {
        int start = at;
        while (at < line.length() && !plainEnds()) {
            at++;
        }
        int end = at;
        while (end > start && Character.isWhitespace(line.charAt(end - 1))) {
            end--;
        }
        if (end == start) {
            at = Math.max(at, start + 1);
            return;
        }
        if (colonFollows()) {
            add(start, end, Kind.KEY);
            lastKeyColumn = start;
        } else {
            add(start, end, kind(line.substring(start, end)));
        }
    }

    private boolean plainEnds() {
        char c = line.charAt(at);
        if (c == '#' && at > 0 && Character.isWhitespace(line.charAt(at - 1))) {
            return true;
        }
        if (c == ':' && (blankAt(at + 1) || (flow > 0 && flowMarkAt(at + 1)))) {
            return true;
        }
        return flow > 0 && flowMarkAt(at);
    }

    private static Kind kind(String value) {
        if (WORDS.contains(value)) {
            return Kind.BOOL;
        }
        return NUMBER.matcher(value).matches() ? Kind.NUMBER : Kind.STRING;
    }

    private boolean colonFollows() {
        int i = at;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        return i < line.length()
                && line.charAt(i) == ':'
                && (blankAt(i + 1) || (flow > 0 && flowMarkAt(i + 1)));
    }

    private boolean blockHeader() {
        int i = at + 1;
        while (i < line.length() && "+-123456789".indexOf(line.charAt(i)) >= 0) {
            i++;
        }
        String rest = line.substring(i);
        return rest.isBlank() || rest.stripLeading().startsWith("#");
    }

    private boolean blankAt(int i) {
        return i >= line.length() || Character.isWhitespace(line.charAt(i));
    }

    private boolean flowMarkAt(int i) {
        return i < line.length() && ",[]{}".indexOf(line.charAt(i)) >= 0;
    }

    private void word(Kind kind) {
        int start = at;
        while (!blankAt(at) && !(flow > 0 && flowMarkAt(at))) {
            at++;
        }
        add(start, at, kind);
    }

    private void one(Kind kind) {
        add(at, at + 1, kind);
        at++;
    }

    private void add(int start, int end, Kind kind) {
        if (end > start) {
            tokens.add(new Token(start, end, kind));
        }
    }
}

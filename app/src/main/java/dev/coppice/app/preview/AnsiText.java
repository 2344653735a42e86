package dev.coppice.app.preview;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a serial line without its escape sequences (ECMA-48): colours, titles and cursor
 * games are left out; carriage return, backspace and "erase line" work on the last line. A sequence
 * or a character may be split between two pieces.
 */
final class AnsiText {

    /**
     * What a piece did to the text.
     *
     * @param keep characters at the beginning that stay
     * @param tail what follows them now
     */
    record Change(int keep, String tail) {}

    private enum Mode {
        TEXT,
        ESCAPE,
        CHARSET,
        CSI,
        STRING,
        STRING_ESCAPE
    }

    private final int capacity;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder parameters = new StringBuilder();
    private final CharsetDecoder utf8 =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final byte[] rest = new byte[4];
    private int restLength;
    private Mode mode = Mode.TEXT;
    private int lineStart;
    private int column;
    private int firstTouched;

    /**
     * @param capacity characters that are kept; the oldest lines go first
     */
    AnsiText(int capacity) {
        this.capacity = capacity;
    }

    /** Takes bytes as they came. */
    Change append(byte[] bytes) {
        firstTouched = text.length();
        CharBuffer characters = decode(bytes);
        while (characters.hasRemaining()) {
            take(characters.get());
        }
        if (text.length() > capacity) {
            trim();
            firstTouched = 0;
        }
        return new Change(firstTouched, text.substring(firstTouched));
    }

    private CharBuffer decode(byte[] bytes) {
        var in = ByteBuffer.allocate(restLength + bytes.length);
        in.put(rest, 0, restLength).put(bytes).flip();
        var out = CharBuffer.allocate(in.remaining() + 1);
        utf8.decode(in, out, false);
        restLength = in.remaining();
        in.get(rest, 0, restLength);
        return out.flip();
    }

    private void trim() {
        int cut = text.indexOf("\n", text.length() - capacity * 4 / 5);
        int end = cut < 0 || cut + 1 > lineStart ? lineStart : cut + 1;
        text.delete(0, end);
        lineStart -= end;
    }

    private void take(char c) {
        switch (mode) {
            case TEXT -> plain(c);
            case ESCAPE ->
                    mode =
                            switch (c) {
                                case '[' -> csi();
                                case ']', 'P', 'X', '^', '_' -> Mode.STRING;
                                case '(', ')', '*', '+', '#', '%', ' ' -> Mode.CHARSET;
                                default -> Mode.TEXT;
                            };
            case CHARSET -> mode = Mode.TEXT;
            case CSI -> {
                if (c >= 0x40 && c <= 0x7e) {
                    mode = Mode.TEXT;
                    sequence(c);
                } else {
                    parameters.append(c);
                }
            }
            case STRING ->
                    mode = c == 0x07 ? Mode.TEXT : c == 0x1b ? Mode.STRING_ESCAPE : Mode.STRING;
            case STRING_ESCAPE -> mode = Mode.TEXT;
        }
    }

    private Mode csi() {
        parameters.setLength(0);
        return Mode.CSI;
    }

    private void plain(char c) {
        switch (c) {
            case 0x1b -> mode = Mode.ESCAPE;
            case '\n' -> newLine();
            case '\r' -> column = 0;
            case '\b' -> column = Math.max(0, column - 1);
            case '\t' -> {
                do {
                    put(' ');
                } while (column % 8 != 0);
            }
            default -> {
                if (c >= 0x20 && c != 0x7f) {
                    put(c);
                }
            }
        }
    }

    private void newLine() {
        text.append('\n');
        lineStart = text.length();
        column = 0;
    }

    private void put(char c) {
        int at = lineStart + column;
        while (text.length() < at) {
            text.append(' ');
        }
        touch(at);
        if (at < text.length()) {
            text.setCharAt(at, c);
        } else {
            text.append(c);
        }
        column++;
    }

    private void sequence(char end) {
        int n = parameter();
        switch (end) {
            case 'K' -> eraseLine(n);
            case 'C' -> column += Math.clamp(n, 1, 500);
            case 'D' -> column = Math.max(0, column - Math.max(1, n));
            case 'G' -> column = Math.clamp(n - 1L, 0, 500);
            case 'H', 'f', 'J' -> {
                // A program draws the whole screen; keep what was there and go on below it.
                if (end != 'J' && text.length() > lineStart && column > 0) {
                    newLine();
                }
            }
            default -> {
                // Colours and the rest do not change the words.
            }
        }
    }

    private int parameter() {
        String first = parameters.toString().split(";", -1)[0];
        return first.matches("\\d{1,4}") ? Integer.parseInt(first) : 0;
    }

    private void eraseLine(int how) {
        int at = Math.min(text.length(), lineStart + column);
        if (how == 0) {
            touch(at);
            text.setLength(at);
        } else {
            int end = how == 2 ? text.length() : at;
            touch(lineStart);
            for (int i = lineStart; i < end; i++) {
                text.setCharAt(i, ' ');
            }
        }
    }

    private void touch(int at) {
        firstTouched = Math.min(firstTouched, at);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

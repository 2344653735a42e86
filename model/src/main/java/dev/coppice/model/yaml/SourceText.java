package dev.coppice.model.yaml;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.scanner.StreamReader;

import java.util.ArrayList;
import java.util.List;

/**
 * A text prepared for snakeyaml: characters that YAML forbids are replaced one for one by a
 * harmless character, so that reading goes on behind them, and code-point marks become UTF-16
 * offsets.
 */
final class SourceText {

    private static final char STAND_IN = '_';

    private final String content;
    private final String readable;
    private final int[] offsets;
    private final List<Integer> forbidden = new ArrayList<>();

    SourceText(String content) {
        this.content = content;
        this.readable = replaceForbidden();
        this.offsets = offsetsOf(readable);
    }

    String content() {
        return content;
    }

    /** The text to give to snakeyaml; as long as the content. */
    String readable() {
        return readable;
    }

    /** Offsets of the characters that YAML does not allow. */
    List<Integer> forbidden() {
        return forbidden;
    }

    int offset(Mark mark) {
        return offset(mark.getIndex());
    }

    /** The UTF-16 offset of a code point, never outside the text. */
    int offset(int codePoint) {
        if (offsets.length == 0) {
            return Math.clamp(codePoint, 0, content.length());
        }
        return offsets[Math.clamp(codePoint, 0, offsets.length - 1)];
    }

    private String replaceForbidden() {
        StringBuilder out = null;
        int length = content.length();
        for (int i = 0; i < length; ) {
            int c = content.codePointAt(i);
            int size = Character.charCount(c);
            boolean loneSurrogate = size == 1 && Character.isSurrogate((char) c);
            boolean misplacedMark = c == 0xFEFF && i > 0;
            if (loneSurrogate || misplacedMark || c == 0x7F || !StreamReader.isPrintable(c)) {
                forbidden.add(i);
                out = out == null ? new StringBuilder(content) : out;
                for (int j = 0; j < size; j++) {
                    out.setCharAt(i + j, STAND_IN);
                }
            }
            i += size;
        }
        return out == null ? content : out.toString();
    }

    /** Offsets by code point; empty when the two are the same. */
    private static int[] offsetsOf(String text) {
        int count = text.codePointCount(0, text.length());
        if (count == text.length()) {
            return new int[0];
        }
        int[] offsets = new int[count + 1];
        int at = 0;
        for (int i = 0; i < count; i++) {
            offsets[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        offsets[count] = at;
        return offsets;
    }
}

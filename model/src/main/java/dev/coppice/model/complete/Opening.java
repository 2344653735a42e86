package dev.coppice.model.complete;

import dev.coppice.model.complete.Place.Kind;
import dev.coppice.model.loose.LooseNode.LooseScalar;
import dev.coppice.model.loose.LooseNode.Style;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextRange;

import java.util.List;

/**
 * A gap in the text that something fits into.
 *
 * @param range the characters that go
 * @param before what comes in front of it
 * @param after what comes behind it
 * @param column where its keys stand, when they stand on lines
 * @param flow whether it stands in braces or brackets
 */
record Opening(TextRange range, String before, String after, int column, boolean flow) {

    /** Something that has been put in: the edit, and the cursor afterwards. */
    record Filled(EditBatch edit, int caret) {}

    /** For a key with its value. */
    static Opening forKey(String text, Place place, TextStyle style) {
        TextRange token = place.token();
        if (place.kind() == Kind.VALUE) {
            return forRecord(text, place, style);
        }
        if (place.position().flow()) {
            char next = nextSign(text, token.end());
            String after = ",]}\n".indexOf(next) >= 0 ? "" : ", ";
            return new Opening(token, comma(text, token.start()), after, 0, true);
        }
        return onLine(text, place, "", place.position().column());
    }

    /** For a record where nothing or half a word stands. */
    private static Opening forRecord(String text, Place place, TextStyle style) {
        Place.Position position = place.position();
        if (position.flow()) {
            return new Opening(place.token(), gap(text, place) + "{ ", " }", 0, true);
        }
        if (position.newItem()) {
            return onLine(text, place, "- ", position.column()).deeper(2);
        }
        if (position.ownLine()) {
            return onLine(text, place, "", position.column());
        }
        int column = Math.max(0, position.parentColumn() + style.indent());
        return below(text, place, style.line(column), column);
    }

    /** For a single value. */
    static Opening forValue(String text, Place place) {
        if (quoted(place)) {
            LooseScalar scalar = place.scalar().orElseThrow();
            String quote = scalar.style() == Style.DOUBLE_QUOTED ? "\"" : "'";
            return new Opening(place.token(), "", scalar.closed() ? "" : quote, 0, true);
        }
        if (place.position().newItem()) {
            return onLine(text, place, "- ", place.position().column());
        }
        return new Opening(place.token(), gap(text, place), "", 0, place.position().flow());
    }

    /** For the first item of a list that is not there yet; an item of records gets its own line. */
    static Opening forList(String text, Place place, TextStyle style, boolean records) {
        Place.Position position = place.position();
        if (position.flow() || !records && !position.ownLine()) {
            String brace = records ? "[{ " : "[";
            String close = records ? " }]" : "]";
            return new Opening(place.token(), gap(text, place) + brace, close, 0, true);
        }
        if (position.ownLine()) {
            return onLine(text, place, "- ", position.column()).deeper(2);
        }
        int column = Math.max(0, position.parentColumn() + style.dashIndent());
        return below(text, place, style.line(column) + "- ", column + 2);
    }

    /** Whether the value is being written between quotes. */
    static boolean quoted(Place place) {
        return place.scalar().filter(s -> s.contentStart() > s.start()).isPresent();
    }

    private Opening deeper(int by) {
        return new Opening(range, before, after, column + by, flow);
    }

    /** At the token; when it starts its line, at the column that is right. */
    private static Opening onLine(String text, Place place, String dash, int column) {
        int start = place.token().start();
        int line = start;
        while (line > 0 && text.charAt(line - 1) == ' ') {
            line--;
        }
        boolean first = line == 0 || "\r\n".indexOf(text.charAt(line - 1)) >= 0;
        if (first && start - line != column) {
            var range = new TextRange(line, place.token().end());
            return new Opening(range, " ".repeat(column) + dash, "", column, false);
        }
        return new Opening(place.token(), gap(text, place) + dash, "", column, false);
    }

    /** On a line of its own below the key; the blanks behind the colon go. */
    private static Opening below(String text, Place place, String before, int column) {
        int start = place.token().start();
        while (start > 0 && text.charAt(start - 1) == ' ') {
            start--;
        }
        return new Opening(new TextRange(start, place.token().end()), before, "", column, false);
    }

    /** The blank that a colon, a dash or a comma wants behind it. */
    private static String gap(String text, Place place) {
        int start = place.token().start();
        return start > 0 && ":-,".indexOf(text.charAt(start - 1)) >= 0 ? " " : "";
    }

    private static String comma(String text, int offset) {
        int at = offset;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        char before = at == 0 ? '{' : text.charAt(at - 1);
        String sign = before == '{' || before == ',' || before == '[' ? "" : ",";
        boolean close = at == offset && (!sign.isEmpty() || before == ',');
        return sign + (close ? " " : "");
    }

    private static char nextSign(String text, int offset) {
        int at = offset;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        char c = at < text.length() ? text.charAt(at) : '\n';
        return c == '\r' ? '\n' : c;
    }

    /** Puts a text in, with the cursor at an offset of it. */
    Filled fill(String label, String inserted, int caret) {
        var edit = new TextEdit(range, before + inserted + after);
        return new Filled(
                new EditBatch(label, List.of(edit)), range.start() + before.length() + caret);
    }
}

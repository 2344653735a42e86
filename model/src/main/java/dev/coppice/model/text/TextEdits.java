package dev.coppice.model.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Arithmetic of edits. */
public final class TextEdits {

    private TextEdits() {}

    /**
     * Where a stretch of the text stands after a batch. What is inserted inside of it belongs to
     * it, what is inserted at its borders does not; when all of it is removed, an empty stretch is
     * left.
     */
    public static TextRange shift(TextRange range, EditBatch batch) {
        int start = moved(range.start(), batch, true);
        int end = range.length() == 0 ? start : moved(range.end(), batch, false);
        return new TextRange(Math.min(start, end), Math.max(start, end));
    }

    private static int moved(int offset, EditBatch batch, boolean isStart) {
        int shift = 0;
        for (TextEdit edit : batch.edits()) {
            TextRange range = edit.range();
            boolean before = isStart ? range.end() <= offset : range.end() < offset;
            if (range.length() > 0 && range.end() == offset) {
                before = true;
            }
            if (before) {
                shift += edit.replacement().length() - range.length();
            } else if (range.start() < offset) {
                // the border itself is replaced: what is new belongs to the stretch
                int inside = isStart ? 0 : edit.replacement().length();
                return range.start() + shift + inside;
            } else {
                break;
            }
        }
        return offset + shift;
    }

    /**
     * One batch that does what two do one after the other.
     *
     * @param text the text that {@code first} applies to; {@code second} applies to its result
     */
    public static EditBatch compose(
            String label, SpecText text, EditBatch first, EditBatch second) {
        List<Piece> pieces = List.of(new Old(0, text.content().length()));
        pieces = edit(edit(pieces, first), second);
        var edits = new ArrayList<TextEdit>();
        int at = 0;
        var inserted = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case New added -> inserted.append(added.text());
                case Old kept -> {
                    addEdit(edits, text, at, kept.start(), inserted);
                    at = kept.end();
                }
            }
        }
        addEdit(edits, text, at, text.content().length(), inserted);
        return new EditBatch(label, edits);
    }

    private static void addEdit(
            List<TextEdit> edits, SpecText text, int start, int end, StringBuilder inserted) {
        if (end > start || !inserted.isEmpty()) {
            TextEdit edit =
                    tighten(text, new TextEdit(new TextRange(start, end), inserted.toString()));
            if (edit.range().length() > 0 || !edit.replacement().isEmpty()) {
                edits.add(edit);
            }
            inserted.setLength(0);
        }
    }

    /** The same edit without what it leaves as it is; never splits a CRLF or a surrogate pair. */
    public static TextEdit tighten(SpecText text, TextEdit edit) {
        String content = text.content();
        String added = edit.replacement();
        int start = edit.range().start();
        int end = edit.range().end();
        int from = 0;
        int to = added.length();
        while (start < end && from < to && content.charAt(start) == added.charAt(from)) {
            start++;
            from++;
        }
        while (from > 0 && !(whole(content, start) && whole(added, from))) {
            start--;
            from--;
        }
        while (start < end && from < to && content.charAt(end - 1) == added.charAt(to - 1)) {
            end--;
            to--;
        }
        while (to < added.length() && !(whole(content, end) && whole(added, to))) {
            end++;
            to++;
        }
        return new TextEdit(new TextRange(start, end), added.substring(from, to));
    }

    /** Whether no pair of characters that belong together is divided at an offset. */
    private static boolean whole(String text, int offset) {
        if (offset <= 0 || offset >= text.length()) {
            return true;
        }
        char before = text.charAt(offset - 1);
        char after = text.charAt(offset);
        boolean lineBreak = before == '\r' && after == '\n';
        return !lineBreak && !Character.isSurrogatePair(before, after);
    }

    /** A part of a text that is being edited. */
    private sealed interface Piece {
        int length();
    }

    /** What stood in the text before. */
    private record Old(int start, int end) implements Piece {
        @Override
        public int length() {
            return end - start;
        }
    }

    /** What an edit added. */
    private record New(String text) implements Piece {
        @Override
        public int length() {
            return text.length();
        }
    }

    private static List<Piece> edit(List<Piece> pieces, EditBatch batch) {
        var out = new ArrayList<Piece>();
        var rest = new ArrayDeque<Piece>(pieces);
        int at = 0;
        for (TextEdit edit : batch.edits()) {
            move(rest, out, edit.range().start() - at);
            out.add(new New(edit.replacement()));
            move(rest, new ArrayList<>(), edit.range().length());
            at = edit.range().end();
        }
        out.addAll(rest);
        return out;
    }

    private static void move(ArrayDeque<Piece> from, List<Piece> to, int count) {
        int left = count;
        while (left > 0) {
            Piece piece = from.removeFirst();
            if (piece.length() <= left) {
                to.add(piece);
                left -= piece.length();
                continue;
            }
            switch (piece) {
                case Old old -> {
                    to.add(new Old(old.start(), old.start() + left));
                    from.addFirst(new Old(old.start() + left, old.end()));
                }
                case New added -> {
                    to.add(new New(added.text().substring(0, left)));
                    from.addFirst(new New(added.text().substring(left)));
                }
            }
            left = 0;
        }
    }
}

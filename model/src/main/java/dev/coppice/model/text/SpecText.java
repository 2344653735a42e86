package dev.coppice.model.text;

/**
 * The text of a spec: an immutable value.
 *
 * @param content the whole text, line endings as they are in the file
 */
public record SpecText(String content) {

    /** The text after a batch of edits. */
    public SpecText apply(EditBatch batch) {
        var out = new StringBuilder(content.length() + 64);
        int at = 0;
        for (TextEdit edit : batch.edits()) {
            out.append(content, at, edit.range().start()).append(edit.replacement());
            at = edit.range().end();
        }
        return new SpecText(out.append(content, at, content.length()).toString());
    }

    /** The batch that undoes {@code batch} when applied to {@code apply(batch)}. */
    public EditBatch inverse(EditBatch batch) {
        int shift = 0;
        var edits = new java.util.ArrayList<TextEdit>();
        for (TextEdit edit : batch.edits()) {
            int start = edit.range().start() + shift;
            edits.add(
                    new TextEdit(
                            new TextRange(start, start + edit.replacement().length()),
                            content.substring(edit.range().start(), edit.range().end())));
            shift += edit.replacement().length() - edit.range().length();
        }
        return new EditBatch(batch.label(), edits);
    }

    /** The place of an offset; lines end with LF, CRLF or CR. */
    public Position positionAt(int offset) {
        int line = 1;
        int lineStart = 0;
        int end = Math.min(offset, content.length());
        for (int i = 0; i < end; i++) {
            char c = content.charAt(i);
            boolean crLf = c == '\r' && i + 1 < content.length() && content.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !crLf)) {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(line, end - lineStart + 1);
    }
}

package dev.coppice.app.compose.editor;

import org.fxmisc.richtext.CodeArea;

/** Lines that keep their place: YAML means by indentation. */
final class Indentation {

    private static final String STEP = "  ";

    private Indentation() {}

    /** A new line below, as far in as this one, or a step further below a key without a value. */
    static void newLine(CodeArea area) {
        int line = area.getCurrentParagraph();
        String before = area.getText(line).substring(0, area.getCaretColumn());
        int indent = 0;
        while (indent < before.length() && before.charAt(indent) == ' ') {
            indent++;
        }
        String trimmed = before.strip();
        boolean opens = trimmed.endsWith(":") || trimmed.endsWith(": |") || trimmed.endsWith(": >");
        area.replaceSelection("\n" + " ".repeat(indent) + (opens ? STEP : ""));
        area.requestFollowCaret();
    }

    /** Moves the selected lines by a step; without a selection, Tab fills up to the next step. */
    static void shift(CodeArea area, boolean back) {
        int first =
                area.offsetToPosition(
                                area.getSelection().getStart(),
                                org.fxmisc.richtext.model.TwoDimensional.Bias.Forward)
                        .getMajor();
        int last =
                area.offsetToPosition(
                                area.getSelection().getEnd(),
                                org.fxmisc.richtext.model.TwoDimensional.Bias.Forward)
                        .getMajor();
        if (!back && first == last) {
            area.replaceSelection(
                    " ".repeat(STEP.length() - area.getCaretColumn() % STEP.length()));
            return;
        }
        for (int line = first; line <= last; line++) {
            int start = area.getAbsolutePosition(line, 0);
            String text = area.getText(line);
            if (!back && !text.isBlank()) {
                area.insertText(start, STEP);
            } else if (back && text.startsWith(" ")) {
                int most = text.startsWith(STEP) ? STEP.length() : 1;
                area.deleteText(start, start + most);
            }
        }
    }
}

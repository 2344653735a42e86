package dev.coppice.app.compose.form;

import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;

import java.util.stream.Collectors;

/** The lines of a mapping as they stand in a document, without their indentation there. */
public final class RawText {

    private RawText() {}

    /** The lines of a node; a mapping in braces is left as it is. */
    public static String lines(SpecText text, YNode node) {
        String content = text.content();
        int start = node.range().start();
        int indent = indent(content, start);
        String all = content.substring(start, node.range().end());
        if (all.equals("{}")) {
            return "";
        }
        return all.lines()
                .map(line -> line.substring(Math.min(indent, leading(line))))
                .collect(Collectors.joining("\n"));
    }

    /** How far a place is from the start of its line. */
    public static int indent(String content, int offset) {
        return offset - (content.lastIndexOf('\n', offset - 1) + 1);
    }

    private static int leading(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}

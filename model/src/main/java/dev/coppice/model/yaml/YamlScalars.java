package dev.coppice.model.yaml;

import dev.coppice.model.yaml.YNode.YScalar.Style;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Texts as YAML scalars for documents that are written anew. What older readers take for something
 * else than a text, such as {@code yes} or {@code 0644}, is quoted.
 */
public final class YamlScalars {

    private YamlScalars() {}

    /** A text on one line: plain where that is safe, else in quotes. */
    public static String inLine(String text) {
        return ScalarWriter.inLine(text, Style.PLAIN, false, false).getFirst();
    }

    /** Texts as a list in brackets. */
    public static String list(List<String> texts) {
        return texts.stream()
                .map(text -> ScalarWriter.inLine(text, Style.PLAIN, true, false).getFirst())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** A text as a comment of one line. */
    public static String comment(String text) {
        return "# "
                + text.replaceAll("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\x{FEFF}\\x{FFFE}\\x{FFFF}]+", " ")
                        .strip();
    }

    /** Whether a text is best written as a literal block. */
    public static boolean isBlock(String text) {
        return ScalarWriter.isNewBlock(text);
    }

    /**
     * A text as a literal block.
     *
     * @param column where its lines start
     * @param indent {@code column} less the column of the mapping or list that holds it
     * @return the header, and the lines with their indentation
     */
    public static List<String> block(String text, int column, int indent) {
        return List.of(
                ScalarWriter.block(text, Style.LITERAL, column, indent, "", "\n").split("\n", -1));
    }
}

package dev.coppice.model.yaml;

import dev.coppice.model.yaml.YNode.YScalar.Style;
import dev.coppice.model.yaml.YNode.YScalar.Type;

import org.snakeyaml.engine.v2.scanner.StreamReader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes texts as YAML scalars. */
final class ScalarWriter {

    /** What YAML 1.1 takes for something else than a text: quoted as other tools read specs too. */
    private static final Pattern TRAPS =
            Pattern.compile(
                    "(?i)y|n|yes|no|on|off|=|<<|[-+]?0b[01_]+|[-+]?0[0-9_]+"
                            + "|[-+]?[0-9][0-9_]*|[-+]?0x[0-9a-f_]+"
                            + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?"
                            + "|[-+]?([0-9][0-9_]*)?\\.[0-9_]*(e[-+]?[0-9]+)?"
                            + "|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?([Tt\\h].*)?");

    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

    private ScalarWriter() {}

    /** Whether a text can be written without quotes; never true when in doubt. */
    static boolean isPlain(String text, boolean flow) {
        if (text.isEmpty()
                || ScalarTypes.ofPlain(text) != Type.STRING
                || TRAPS.matcher(text).matches()) {
            return false;
        }
        char first = text.charAt(0);
        boolean dashWord =
                first == '-' && text.length() > 1 && Character.isLetterOrDigit(text.charAt(1));
        if (INDICATORS.indexOf(first) >= 0 && !dashWord) {
            return false;
        }
        return text.codePoints().allMatch(c -> isPlainCharacter(c, flow))
                && text.equals(text.strip())
                && !text.contains(": ")
                && !text.contains(" #")
                && !text.endsWith(":")
                && !text.startsWith("...");
    }

    private static boolean isPlainCharacter(int c, boolean flow) {
        return isShown(c) && c != '\t' && c != '\n' && !(flow && ",[]{}".indexOf(c) >= 0);
    }

    /** Whether a character can stand in a text as it is; no line break but LF can. */
    private static boolean isShown(int c) {
        boolean special =
                c == '\r' || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
        return !special && StreamReader.isPrintable(c);
    }

    static boolean isSingleQuotable(String text) {
        return text.codePoints().allMatch(c -> isShown(c) && c != '\n');
    }

    static String singleQuoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String doubleQuoted(String text) {
        var out = new StringBuilder("\"");
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '"' -> out.append("\\\"");
                                case '\\' -> out.append("\\\\");
                                case '\n' -> out.append("\\n");
                                case '\r' -> out.append("\\r");
                                case '\t' -> out.append("\\t");
                                default -> {
                                    if (isShown(c)) {
                                        out.appendCodePoint(c);
                                    } else {
                                        out.append(
                                                String.format(c > 0xFF ? "\\u%04x" : "\\x%02x", c));
                                    }
                                }
                            }
                        });
        return out.append('"').toString();
    }

    /** The better of the two quotings for a text. */
    static String quoted(String text, boolean preferSingle) {
        boolean awkward = text.contains("\"") || text.contains("\\");
        boolean single = isSingleQuotable(text) && (preferSingle || awkward);
        return single ? singleQuoted(text) : doubleQuoted(text);
    }

    /** Whether a text can be a literal block. */
    static boolean isBlockable(String text) {
        return !text.isBlank() && text.codePoints().allMatch(ScalarWriter::isShown);
    }

    /**
     * Whether a new text is best written as a literal block: one of several lines, but not one that
     * ends with blank lines, as these would depend on what follows.
     */
    static boolean isNewBlock(String text) {
        return text.contains("\n") && !text.endsWith("\n\n") && isBlockable(text);
    }

    /**
     * A block scalar from its header to the last character of its last line.
     *
     * @param column where its lines start
     * @param indent {@code column} less the column of the mapping or list that holds it
     * @param behindHeader a comment to keep behind the header, with the blanks before it
     */
    static String block(
            String text, Style style, int column, int indent, String behindHeader, String newline) {
        boolean ends = text.endsWith("\n");
        String body = ends ? text.substring(0, text.length() - 1) : text;
        if (style == Style.FOLDED) {
            body = body.replace("\n", "\n\n");
        }
        var out = new StringBuilder(style == Style.FOLDED ? ">" : "|");
        if (text.startsWith(" ") || text.startsWith("\n") || text.startsWith("\t")) {
            out.append(indent);
        }
        if (!ends) {
            out.append('-');
        } else if (body.endsWith("\n")) {
            out.append('+');
        }
        out.append(behindHeader);
        for (String line : body.split("\n", -1)) {
            out.append(newline).append(line.isEmpty() ? "" : " ".repeat(column)).append(line);
        }
        return out.toString();
    }

    /**
     * A text in one style, and in those to fall back on, the best first. Block styles are not among
     * them.
     */
    static List<String> inLine(String text, Style wanted, boolean flow, boolean preferSingle) {
        var ways = new ArrayList<String>();
        if (wanted == Style.DOUBLE_QUOTED) {
            ways.add(doubleQuoted(text));
        } else if (wanted == Style.SINGLE_QUOTED && isSingleQuotable(text)) {
            ways.add(singleQuoted(text));
        } else if (isPlain(text, flow)) {
            ways.add(text);
        }
        ways.add(quoted(text, preferSingle || wanted == Style.SINGLE_QUOTED));
        ways.add(doubleQuoted(text));
        return ways;
    }
}

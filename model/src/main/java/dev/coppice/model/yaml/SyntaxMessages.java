package dev.coppice.model.yaml;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.yaml.Faults.Saying;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.List;
import java.util.Optional;

/** Says in words for administrators what snakeyaml says in words for parser writers. */
final class SyntaxMessages {

    /**
     * Where a fault is best shown: where it was noticed, where what it is about began, or at the
     * innermost open bracket.
     */
    private enum Place {
        NOTICED,
        BEGUN,
        OPENED
    }

    /**
     * One translation.
     *
     * @param context part of snakeyaml's context, or empty for any
     * @param problem part of snakeyaml's problem
     */
    private record Phrase(
            String context, String problem, Place place, String message, String help) {

        boolean fits(String actualContext, String actualProblem) {
            return actualContext.contains(context) && actualProblem.contains(problem);
        }
    }

    private static final List<Phrase> PHRASES =
            List.of(
                    noticed(
                            "\\t(TAB)",
                            "A tab is used for indentation",
                            "Indent with spaces: YAML does not allow tabs there."),
                    noticed(
                            "found a key after",
                            "A tab is used for indentation",
                            "Indent with spaces: YAML does not allow tabs there."),
                    noticed(
                            "mapping values are not allowed here",
                            "A colon is not allowed here",
                            "Quote the value if the colon belongs to it; otherwise start the key"
                                    + " on a line of its own, indented like its neighbours."),
                    noticed(
                            "sequence entries are not allowed here",
                            "A list item is not allowed here",
                            "Start the item on a line of its own, or quote the value if the dash"
                                    + " belongs to it."),
                    begun(
                            "could not find expected ':'",
                            "This line is neither a key with a colon nor an item with a dash",
                            "Add \": \" behind the key, or quote and indent the line if it"
                                    + " belongs to the text above."),
                    begun(
                            "unexpected end of stream",
                            "The quote that opens here is never closed",
                            "Add the closing quote."),
                    begun(
                            "unexpected document separator",
                            "The quote that opens here is not closed before the document ends",
                            "Add the closing quote."),
                    begunIn(
                            "flow sequence",
                            "expected ',' or ']'",
                            "The list that opens here is not closed properly",
                            "Put a comma between its items and a \"]\" behind the last one."),
                    begunIn(
                            "flow mapping",
                            "expected ',' or '}'",
                            "The mapping that opens here is not closed properly",
                            "Put a comma between its entries and a \"}\" behind the last one."),
                    noticed(
                            "unknown escape character",
                            "There is no such escape in double quotes",
                            "Write \\\\ for a backslash, or use single quotes."),
                    noticed(
                            "hexadecimal numbers",
                            "The escape needs more hexadecimal digits",
                            "Write \\xHH, \\uHHHH or \\UHHHHHHHH, or \\\\ for a backslash."),
                    noticed(
                            "expected <block end>, but found '-'",
                            "A list item stands where a key is expected",
                            "Indent the item below its key, or remove the dash."),
                    noticed(
                            "expected <block end>, but found '?'",
                            "A key stands where a list item is expected",
                            "Start the line with \"- \", or indent it like its neighbours."),
                    noticed(
                            "expected <block end>, but found '<block",
                            "The indentation does not fit the lines above",
                            "Indent this line exactly like the entries that it belongs to."),
                    noticed(
                            "expected <block end>, but found",
                            "Something stands behind the end of the value",
                            "Remove it, or quote the whole value."),
                    new Phrase(
                            "",
                            "<stream end>",
                            Place.OPENED,
                            "The bracket or brace that opens here is never closed",
                            "Close it with \"]\" or \"}\"."),
                    noticed(
                            "expected the node content, but found ':'",
                            "The key before the colon is missing",
                            "Write a key, or quote the value if the colon belongs to it."),
                    noticed(
                            "expected the node content",
                            "A value is missing here",
                            "Write the value, or \"\" for an empty text."),
                    noticed(
                            "that cannot start any token",
                            "A value cannot start with this character",
                            "Put the value in quotes."),
                    noticedIn(
                            "alias",
                            "unexpected character",
                            "The name of the alias is missing",
                            "Put the value in quotes if the * belongs to it."),
                    noticedIn(
                            "anchor",
                            "unexpected character",
                            "The name of the anchor is missing",
                            "Put the value in quotes if the & belongs to it."),
                    noticedIn(
                            "block scalar",
                            "expected chomping",
                            "Only an indentation digit, + or - may stand behind | or >",
                            "Start the text on the next line, indented deeper than its key."),
                    noticedIn(
                            "block scalar",
                            "leading empty lines contain more spaces",
                            "The text's first lines are blank and indented deeper than the rest",
                            "Remove the spaces from the blank lines."),
                    begun(
                            "undefined tag handle",
                            "This tag is not known",
                            "Put the value in quotes if the ! belongs to it."),
                    noticed(
                            "",
                            "This is not valid YAML",
                            "Compare the line with its neighbours: indentation, colons, quotes"
                                    + " and brackets."));

    private SyntaxMessages() {}

    private static Phrase noticed(String problem, String message, String help) {
        return noticedIn("", problem, message, help);
    }

    private static Phrase noticedIn(String context, String problem, String message, String help) {
        return new Phrase(context, problem, Place.NOTICED, message, help);
    }

    private static Phrase begun(String problem, String message, String help) {
        return begunIn("", problem, message, help);
    }

    private static Phrase begunIn(String context, String problem, String message, String help) {
        return new Phrase(context, problem, Place.BEGUN, message, help);
    }

    static Saying forbidden(int codePoint) {
        return new Saying(
                DiagnosticCode.YAML_SYNTAX,
                String.format("The character U+%04X is not allowed in YAML", codePoint),
                "Remove it, or write it as an escape in double quotes.");
    }

    static Saying brokenEscape() {
        return new Saying(
                DiagnosticCode.YAML_SYNTAX,
                "An escape in the double quotes that open here is not valid",
                "Write \\\\ for a backslash, or use single quotes.");
    }

    static Saying tooLarge() {
        return new Saying(
                DiagnosticCode.YAML_LIMIT,
                "The text is larger than " + RawReader.MAX_LENGTH / (1024 * 1024) + " MiB",
                "Move large contents to files of the project and name them in the spec.");
    }

    /**
     * Reports what stopped the reading; returns the offset behind which nothing was read.
     *
     * @param opened offset of the innermost bracket that is open, or -1
     */
    static int report(YamlEngineException e, SourceText source, Faults faults, int opened) {
        if (!(e instanceof MarkedYamlEngineException marked)) {
            faults.add(
                    new Saying(
                            DiagnosticCode.YAML_SYNTAX,
                            "The first lines ask for another version of YAML",
                            "Remove the %YAML line, or write \"%YAML 1.2\"."),
                    YamlPath.ROOT,
                    0,
                    0);
            return 0;
        }
        String context = Optional.ofNullable(marked.getContext()).orElse("");
        String problem = Optional.ofNullable(marked.getProblem()).orElse("");
        Phrase phrase =
                PHRASES.stream().filter(p -> p.fits(context, problem)).findFirst().orElseThrow();
        int noticed = marked.getProblemMark().map(source::offset).orElse(0);
        int begun = marked.getContextMark().map(source::offset).orElse(noticed);
        int at =
                switch (phrase.place()) {
                    case NOTICED -> noticed;
                    case BEGUN -> begun;
                    case OPENED -> opened >= 0 ? opened : begun;
                };
        faults.add(
                new Saying(DiagnosticCode.YAML_SYNTAX, phrase.message(), phrase.help()),
                YamlPath.ROOT,
                at,
                endOfWord(source.content(), at));
        return Math.min(at, Math.min(begun, noticed));
    }

    /** So that the squiggle can be seen: to the end of the word, at least one character. */
    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && " \t\r\n,]}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean canTakeOne = end == from && end < text.length() && text.charAt(end) != '\r';
        return canTakeOne && text.charAt(end) != '\n' ? end + 1 : end;
    }
}

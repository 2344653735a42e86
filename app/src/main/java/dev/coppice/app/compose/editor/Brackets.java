package dev.coppice.app.compose.editor;

import dev.coppice.app.compose.editor.YamlTokens.Kind;
import dev.coppice.app.compose.editor.YamlTokens.Token;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Finds the bracket that belongs to one at the cursor; those inside of texts do not count. */
final class Brackets {

    private static final String OPEN = "[{";
    private static final String CLOSE = "]}";

    /** How far it is looked: nobody sees a bracket that is farther away. */
    private static final int LINES = 2_000;

    private final IntFunction<String> text;
    private final LineTable table;

    Brackets(IntFunction<String> text, LineTable table) {
        this.text = text;
        this.table = table;
    }

    /** A place of the document; line and column from 0. */
    record Place(int line, int column) {}

    /** The bracket before or behind the cursor, and the one that it belongs to. */
    Optional<List<Place>> pair(int line, int caret) {
        for (int column : new int[] {caret - 1, caret}) {
            if (isBracket(line, column)) {
                var here = new Place(line, column);
                return partner(here).map(there -> List.of(here, there));
            }
        }
        return Optional.empty();
    }

    private boolean isBracket(int line, int column) {
        String content = text.apply(line);
        return column >= 0
                && column < content.length()
                && (OPEN + CLOSE).indexOf(content.charAt(column)) >= 0
                && isPunctuation(line, column);
    }

    private boolean isPunctuation(int line, int column) {
        return table.tokens(line).stream()
                .anyMatch(t -> t.start() == column && t.kind() == Kind.PUNCTUATION);
    }

    private Optional<Place> partner(Place here) {
        boolean down = OPEN.indexOf(text.apply(here.line()).charAt(here.column())) >= 0;
        int depth = 0;
        for (int n = 0; n < LINES; n++) {
            int line = here.line() + (down ? n : -n);
            if (line < 0 || line >= table.size()) {
                break;
            }
            List<Token> tokens = table.tokens(line);
            for (Token token : down ? tokens : tokens.reversed()) {
                boolean behind =
                        down ? token.start() >= here.column() : token.start() <= here.column();
                if (token.kind() != Kind.PUNCTUATION || (n == 0 && !behind)) {
                    continue;
                }
                char c = text.apply(line).charAt(token.start());
                int step = OPEN.indexOf(c) >= 0 ? 1 : CLOSE.indexOf(c) >= 0 ? -1 : 0;
                depth += down ? step : -step;
                if (step != 0 && depth == 0) {
                    return Optional.of(new Place(line, token.start()));
                }
            }
        }
        return Optional.empty();
    }
}

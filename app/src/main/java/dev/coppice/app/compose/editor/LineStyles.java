package dev.coppice.app.compose.editor;

import dev.coppice.app.compose.editor.YamlTokens.Token;

import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The style classes of lines: the colours of the syntax, and what lies on top. */
final class LineStyles {

    /**
     * The blanks that a line begins with; their guides are two columns apart, as YAML is indented.
     */
    private static final String INDENT = "indent";

    private final Map<List<String>, List<String>> known = new HashMap<>();

    /**
     * The styles of a line.
     *
     * @param overlays in columns of the line
     * @param length how long the line is
     */
    StyleSpans<Collection<String>> line(List<Token> tokens, List<Overlay> overlays, int length) {
        var builder = new StyleSpansBuilder<Collection<String>>();
        add(builder, tokens, overlays, length);
        return builder.create();
    }

    /** Adds a line to the styles of several. */
    void add(
            StyleSpansBuilder<Collection<String>> builder,
            List<Token> tokens,
            List<Overlay> overlays,
            int length) {
        if (length == 0) {
            builder.add(List.of(), 0);
        } else if (overlays.isEmpty()) {
            plain(builder, tokens, length);
        } else {
            layered(builder, tokens, overlays, length);
        }
    }

    private void plain(
            StyleSpansBuilder<Collection<String>> builder, List<Token> tokens, int length) {
        int at = 0;
        for (Token token : tokens) {
            if (token.start() > at) {
                builder.add(gap(at, token.start()), token.start() - at);
            }
            builder.add(shared(List.of(style(token))), token.end() - token.start());
            at = token.end();
        }
        if (at < length) {
            builder.add(List.of(), length - at);
        }
    }

    private List<String> gap(int at, int end) {
        return at == 0 && end > 1 ? shared(List.of(INDENT)) : List.of();
    }

    private void layered(
            StyleSpansBuilder<Collection<String>> builder,
            List<Token> tokens,
            List<Overlay> overlays,
            int length) {
        var borders = new TreeSet<>(List.of(0, length));
        tokens.forEach(token -> borders.addAll(List.of(token.start(), token.end())));
        overlays.forEach(over -> borders.addAll(List.of(over.start(), over.end())));
        int at = 0;
        for (int border : borders) {
            if (border > at && border <= length) {
                builder.add(shared(styles(tokens, overlays, at)), border - at);
                at = border;
            }
        }
    }

    private static List<String> styles(List<Token> tokens, List<Overlay> overlays, int column) {
        var styles = new ArrayList<String>();
        if (!tokens.isEmpty() && tokens.getFirst().start() > Math.max(1, column)) {
            styles.add(INDENT);
        }
        for (Token token : tokens) {
            if (token.start() <= column && column < token.end()) {
                styles.add(style(token));
            }
        }
        for (Overlay over : overlays) {
            if (over.start() <= column && column < over.end() && !styles.contains(over.style())) {
                styles.add(over.style());
            }
        }
        return styles;
    }

    private static String style(Token token) {
        return "yaml-" + token.kind().name().toLowerCase(Locale.ROOT);
    }

    /** The same list for the same styles: the area compares them often. */
    private List<String> shared(List<String> styles) {
        return known.computeIfAbsent(styles, List::copyOf);
    }
}

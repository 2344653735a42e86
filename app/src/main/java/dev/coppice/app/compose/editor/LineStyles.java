package dev.coppice.app.compose.editor;

import dev.coppice.app.compose.editor.YamlTokens.Token;
import dev.coppice.model.diag.Severity;

import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The style classes of each line: colours of the syntax, and waves below what is marked. */
final class LineStyles {

    private static final Map<YamlTokens.Kind, String> SYNTAX = new EnumMap<>(YamlTokens.Kind.class);

    static {
        for (YamlTokens.Kind kind : YamlTokens.Kind.values()) {
            SYNTAX.put(kind, "yaml-" + kind.name().toLowerCase(Locale.ROOT));
        }
    }

    private final Map<String, List<String>> classes = new HashMap<>();

    /**
     * The styles of all lines.
     *
     * @param document the editor's document
     * @param marks in offsets of the document
     */
    List<StyleSpans<Collection<String>>> of(String document, List<Mark> marks) {
        List<List<Token>> tokens = YamlTokens.of(document);
        var styles = new ArrayList<StyleSpans<Collection<String>>>();
        int start = 0;
        for (int i = 0; start <= document.length(); i++) {
            int end = document.indexOf('\n', start);
            end = end < 0 ? document.length() : end;
            List<Token> line = i < tokens.size() ? tokens.get(i) : List.of();
            styles.add(line(line, waves(marks, start, end), end - start));
            start = end + 1;
        }
        return styles;
    }

    /** For each column of a line the worst severity that is marked there; null when none is. */
    private static Severity[] waves(List<Mark> marks, int start, int end) {
        Severity[] waves = null;
        for (Mark mark : marks) {
            int from = Math.max(mark.range().start(), start);
            int to = Math.min(mark.range().end(), end);
            if (from >= to || mark.diagnostic().severity() == Severity.INFO) {
                continue;
            }
            waves = waves == null ? new Severity[end - start] : waves;
            for (int i = from - start; i < to - start; i++) {
                if (waves[i] != Severity.ERROR) {
                    waves[i] = mark.diagnostic().severity();
                }
            }
        }
        return waves;
    }

    private StyleSpans<Collection<String>> line(List<Token> tokens, Severity[] waves, int length) {
        var builder = new StyleSpansBuilder<Collection<String>>();
        int at = 0;
        int next = 0;
        while (at < length) {
            while (next < tokens.size() && tokens.get(next).end() <= at) {
                next++;
            }
            Token token = next < tokens.size() ? tokens.get(next) : null;
            boolean inside = token != null && token.start() <= at;
            int until = inside ? token.end() : token != null ? token.start() : length;
            Severity wave = waves == null ? null : waves[at];
            int end = at + 1;
            while (end < until && (waves == null || waves[end] == wave)) {
                end++;
            }
            builder.add(classes(inside ? token.kind() : null, wave), end - at);
            at = end;
        }
        if (length == 0) {
            builder.add(List.of(), 0);
        }
        return builder.create();
    }

    private List<String> classes(YamlTokens.Kind kind, Severity wave) {
        return classes.computeIfAbsent(
                kind + "/" + wave,
                k -> {
                    var names = new ArrayList<String>();
                    if (kind != null) {
                        names.add(SYNTAX.get(kind));
                    }
                    if (wave != null) {
                        names.add("wave-" + wave.name().toLowerCase(Locale.ROOT));
                    }
                    return List.copyOf(names);
                });
    }
}

package dev.coppice.app.code;

import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;

/** The style classes of a text's parts, {@code code-comment} and the like. */
public final class Colours {

    private Colours() {}

    /** Every character has one style or none. */
    public static StyleSpans<Collection<String>> of(Language language, String text) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        Matcher found = language.matcher(text);
        int at = 0;
        while (language != Language.PLAIN && found.find()) {
            if (found.end() > at) {
                spans.add(List.of(), found.start() - at);
                spans.add(List.of("code-" + group(language, found)), found.end() - found.start());
                at = found.end();
            }
        }
        spans.add(List.of(), text.length() - at);
        return spans.create();
    }

    private static String group(Language language, Matcher found) {
        return Language.GROUPS.stream()
                .filter(language::has)
                .filter(name -> found.group(name) != null)
                .findFirst()
                .orElseThrow();
    }
}

package dev.coppice.app.compose.editor;

import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextRange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Finds words or patterns in a text. Pure and bounded: a pattern that runs wild is given up. */
final class Finder {

    /** More are not listed: nobody walks through them one by one. */
    static final int MOST = 20_000;

    /** Characters that a search may look at for each one of the text, and some more. */
    private static final int PATIENCE = 60;

    private Finder() {}

    /**
     * What is looked for.
     *
     * @param regex whether the words are a regular expression of Java
     */
    record Query(String words, boolean matchCase, boolean wholeWord, boolean regex) {}

    /** What came out. */
    sealed interface Outcome {}

    /**
     * The places, in order.
     *
     * @param places none is empty
     */
    record Found(List<TextRange> places) implements Outcome {}

    /** The edits, in order. */
    record Replaced(List<TextEdit> edits) implements Outcome {}

    /** Nothing can be found with this. */
    record Unusable(String reason) implements Outcome {}

    /** All places of a text; an empty query finds nothing. */
    static Outcome find(String text, Query query) {
        if (query.words().isEmpty()) {
            return new Found(List.of());
        }
        try {
            Matcher matcher = pattern(query).matcher(new Bounded(text));
            var places = new ArrayList<TextRange>();
            while (places.size() < MOST && matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    places.add(new TextRange(matcher.start(), matcher.end()));
                }
            }
            return new Found(List.copyOf(places));
        } catch (PatternSyntaxException e) {
            return new Unusable("Not a regular expression: " + e.getDescription() + ".");
        } catch (TooLong | StackOverflowError e) {
            return new Unusable("This regular expression takes too long.");
        }
    }

    /**
     * The edits that replace all places; in a regular expression {@code $1} stands for what its
     * first group has found.
     */
    static Outcome replace(String text, Query query, String replacement) {
        if (!(find(text, query) instanceof Found(List<TextRange> places))) {
            return find(text, query);
        }
        if (!query.regex()) {
            return new Replaced(
                    places.stream().map(place -> new TextEdit(place, replacement)).toList());
        }
        var edits = new ArrayList<TextEdit>();
        var out = new StringBuilder();
        int copied = 0;
        try {
            Matcher matcher = pattern(query).matcher(text);
            while (edits.size() < places.size() && matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    out.setLength(0);
                    matcher.appendReplacement(out, replacement);
                    edits.add(
                            new TextEdit(
                                    new TextRange(matcher.start(), matcher.end()),
                                    out.substring(matcher.start() - copied)));
                    copied = matcher.end();
                }
            }
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            return new Unusable("The replacement names a group that is not there.");
        }
        return new Replaced(edits);
    }

    private static Pattern pattern(Query query) {
        String words = query.regex() ? query.words() : Pattern.quote(query.words());
        String whole = query.wholeWord() ? "(?<![\\w])(?:" + words + ")(?![\\w])" : words;
        int anyCase = query.matchCase() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile(whole, Pattern.MULTILINE | anyCase);
    }

    /** A text that can be looked at only so often. */
    private static final class Bounded implements CharSequence {
        private final String text;
        private long left;

        Bounded(String text) {
            this.text = text;
            this.left = 1_000_000 + (long) text.length() * PATIENCE;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super(null, null, false, false);
        }
    }
}

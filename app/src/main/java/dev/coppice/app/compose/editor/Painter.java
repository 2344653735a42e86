package dev.coppice.app.compose.editor;

import dev.coppice.model.text.TextRange;

import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Paints the lines that have changed: those on the screen in the next pulse, the others a few at a
 * time in the pulses after it.
 */
final class Painter {

    /** Lines painted per pulse besides those on the screen: a millisecond or two. */
    private static final int SLICE = 120;

    private final CodeArea area;
    private final LineTable table;
    private final Executor pulse;
    private final LineStyles styles = new LineStyles();
    private final List<Supplier<List<Overlay>>> layers = new ArrayList<>();
    private final List<Runnable> followers = new ArrayList<>();
    private boolean due;

    /**
     * @param pulse runs commands in the next pulse, before its layout
     */
    Painter(CodeArea area, LineTable table, Executor pulse) {
        this.area = area;
        this.table = table;
        this.pulse = pulse;
    }

    /** Adds what lies on top of the colours, in offsets of the document. */
    void addLayer(Supplier<List<Overlay>> layer) {
        layers.add(layer);
    }

    /** Calls after each time that something was painted. */
    void onPainted(Runnable follower) {
        followers.add(follower);
    }

    /** The text has changed. */
    void changed(PlainTextChange change) {
        changed(
                lineOf(change.getPosition()),
                breaks(change.getRemoved()),
                breaks(change.getInserted()));
    }

    /**
     * Lines have changed.
     *
     * @param first the first one
     * @param removed how many line ends went
     * @param added how many line ends came
     */
    void changed(int first, int removed, int added) {
        table.changed(first, removed, added, area::getText);
        later();
    }

    /** What lies on top of these places has changed. */
    void touch(List<TextRange> places) {
        for (TextRange place : places) {
            int last = lineOf(place.end());
            for (int line = lineOf(place.start()); line <= last; line++) {
                table.touch(line);
            }
        }
        later();
    }

    private int lineOf(int offset) {
        return area.offsetToPosition(Math.min(offset, area.getLength()), Bias.Forward).getMajor();
    }

    private static int breaks(String text) {
        int n = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            n++;
        }
        return n;
    }

    private void later() {
        if (!due) {
            due = true;
            pulse.execute(this::paint);
        }
    }

    private void paint() {
        due = false;
        List<Overlay> overlays = layers.stream().flatMap(layer -> layer.get().stream()).toList();
        if (!area.getVisibleParagraphs().isEmpty()) {
            int end = area.lastVisibleParToAllParIndex() + 1;
            for (int line = table.nextDirty(area.firstVisibleParToAllParIndex(), end);
                    line < end;
                    line = table.nextDirty(line + 1, end)) {
                run(line, line + 1, overlays);
            }
        }
        int size = table.size();
        int line = table.nextDirty(0, size);
        if (line < size) {
            run(line, Math.min(size, line + SLICE), overlays);
        }
        followers.forEach(Runnable::run);
        if (table.nextDirty(0, size) < size) {
            later();
        }
    }

    /** Paints lines that follow each other in one go, as each go costs more than a line does. */
    private void run(int first, int end, List<Overlay> overlays) {
        int start = area.getAbsolutePosition(first, 0);
        int until = area.getAbsolutePosition(end - 1, area.getParagraphLength(end - 1));
        List<Overlay> near = overlays.stream().filter(over -> over.touches(start, until)).toList();
        var builder = new StyleSpansBuilder<Collection<String>>();
        int lineStart = start;
        boolean differs = false;
        for (int line = first; line < end; line++) {
            int length = area.getParagraphLength(line);
            int from = lineStart;
            List<Overlay> over =
                    near.stream()
                            .filter(each -> each.touches(from, from + length))
                            .map(each -> each.within(from, from + length))
                            .toList();
            StyleSpans<Collection<String>> spans = styles.line(table.tokens(line), over, length);
            differs |= length > 0 && !spans.equals(area.getParagraph(line).getStyleSpans());
            builder.addAll(spans);
            if (line < end - 1) {
                builder.add(List.of(), 1);
            }
            table.painted(line);
            lineStart += length + 1;
        }
        if (differs) {
            area.setStyleSpans(start, builder.create());
        }
    }
}

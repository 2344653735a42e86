package dev.coppice.model.yaml;

import dev.coppice.model.text.TextEdit;
import dev.coppice.model.yaml.YNode.YScalar.Style;
import dev.coppice.model.yaml.YNode.YScalar.Type;

import java.util.ArrayList;
import java.util.List;

/** Plans how a place gets another value. */
final class ValuePlanner {

    private final Lines lines;
    private final Layout layout;
    private final Edits edits;
    private final ValueWriter writer;
    private final List<List<TextEdit>> plans = new ArrayList<>();

    ValuePlanner(Lines lines, Layout layout) {
        this.lines = lines;
        this.layout = layout;
        this.edits = new Edits(lines);
        this.writer = new ValueWriter(layout);
    }

    /** Gives a place another value, the best plan first. */
    List<List<TextEdit>> replace(Slot slot, Tree value) {
        if (slot.flow()) {
            inFlow(slot, value);
        } else if (isOnOwnLines(slot)) {
            onOwnLines(slot, value);
        } else {
            onSameLine(slot, value);
        }
        return plans;
    }

    /** Removes the lines of a value and writes a text behind its key or dash instead. */
    List<List<TextEdit>> replaceLines(Slot slot, String text) {
        behindHolder(slot, text);
        return plans;
    }

    boolean isOnOwnLines(Slot slot) {
        return slot.kind() != Slot.Kind.DOCUMENT
                && slot.value().end() > slot.after()
                && slot.value().contentStart() > lines.end(slot.after());
    }

    private static boolean isAbsent(Raw value) {
        return value instanceof Raw.Scalar s && s.contentStart() == s.end();
    }

    private static Style styleOf(Raw value) {
        return value instanceof Raw.Scalar s ? s.style() : Style.PLAIN;
    }

    private static boolean isEmptyOrScalar(Tree value) {
        return switch (value) {
            case Tree.Leaf leaf -> true;
            case Tree.Items list -> list.items().isEmpty();
            case Tree.Branch map -> map.fields().isEmpty();
        };
    }

    private List<String> inLineWays(Raw old, Tree value, boolean flow) {
        return value instanceof Tree.Leaf leaf
                ? writer.ways(leaf, styleOf(old), flow)
                : List.of(writer.flow(value));
    }

    private void inFlow(Slot slot, Tree value) {
        Raw old = slot.value();
        for (String text : inLineWays(old, value, true)) {
            if (!isAbsent(old)) {
                plans.add(List.of(Edits.replace(old.contentStart(), old.end(), text)));
                plans.add(List.of(Edits.replace(old.start(), old.end(), text)));
                continue;
            }
            boolean colon = slot.after() > 0 && lines.text().charAt(slot.after() - 1) == ':';
            int start = Math.max(slot.after(), old.end());
            int end = start;
            while (end < lines.text().length() && lines.text().charAt(end) == ' ') {
                end++;
            }
            plans.add(List.of(Edits.replace(start, end, (colon ? " " : ": ") + text)));
            plans.add(List.of(Edits.replace(start, start, (colon ? " " : ": ") + text + " ")));
        }
    }

    private void onSameLine(Slot slot, Tree value) {
        Raw old = slot.value();
        boolean wasFlow =
                (old instanceof Raw.Mapping m && m.flow())
                        || (old instanceof Raw.Sequence s && s.flow());
        if (value instanceof Tree.Leaf leaf) {
            blockScalars(slot, leaf);
        }
        if (wasFlow || isEmptyOrScalar(value)) {
            inLineWays(old, value, false).forEach(text -> inPlace(slot, text));
        }
        if (!isEmptyOrScalar(value)) {
            belowHolder(slot, value);
        }
        if (!wasFlow && !isEmptyOrScalar(value)) {
            inPlace(slot, writer.flow(value));
        }
    }

    /** Replaces the characters of the value; with the rest of its line it stays as it is. */
    private void inPlace(Slot slot, String text) {
        Raw old = slot.value();
        if (isAbsent(old)) {
            int start = Math.max(slot.after(), old.end());
            int end = lines.isLast(start) ? lines.end(start) : start;
            String gap = slot.kind() == Slot.Kind.BLOCK_DASH ? " ".repeat(layout.gap()) : " ";
            String before = slot.kind() == Slot.Kind.DOCUMENT ? "" : gap;
            plans.add(edits.replaceBefore(start, end, before + text));
            return;
        }
        String rest = old instanceof Raw.Scalar s && s.isBlock() ? behindHeader(s) : "";
        plans.add(edits.replaceBefore(old.contentStart(), old.end(), text + rest));
        if (old.start() < old.contentStart()) {
            plans.add(edits.replaceBefore(old.start(), old.end(), text + rest));
        }
        if (old instanceof Raw.Scalar s && s.fullEnd() > s.end()) {
            plans.add(
                    List.of(
                            Edits.replace(
                                    s.contentStart(),
                                    s.fullEnd(),
                                    text + rest + layout.newline())));
        }
    }

    /** A comment behind the header of a block scalar, with the blanks before it. */
    private String behindHeader(Raw.Scalar old) {
        String header = lines.text().substring(old.contentStart(), lines.end(old.contentStart()));
        int comment = header.indexOf(" #");
        return comment < 0 ? "" : header.substring(header.substring(0, comment).strip().length());
    }

    private void blockScalars(Slot slot, Tree.Leaf leaf) {
        Raw old = slot.value();
        boolean wasBlock = old instanceof Raw.Scalar s && s.isBlock();
        boolean hadLines = old instanceof Raw.Scalar s && s.value().contains("\n");
        boolean keepsQuotes = styleOf(old) == Style.DOUBLE_QUOTED && hadLines;
        boolean wants =
                wasBlock
                        ? ScalarWriter.isBlockable(leaf.text())
                        : ScalarWriter.isNewBlock(leaf.text()) && !keepsQuotes;
        if (leaf.type() != Type.STRING || !wants) {
            return;
        }
        int holder = Math.max(slot.holder(), 0);
        int column = holder + layout.step();
        String rest = "";
        if (old instanceof Raw.Scalar s && wasBlock) {
            rest = behindHeader(s);
            column = columnOf(s, column);
        }
        if (styleOf(old) == Style.FOLDED) {
            block(slot, leaf.text(), Style.FOLDED, column, rest);
        }
        block(slot, leaf.text(), Style.LITERAL, column, rest);
    }

    private void block(Slot slot, String text, Style style, int column, String rest) {
        Raw old = slot.value();
        String block =
                ScalarWriter.block(
                        text, style, column, column - slot.holder(), rest, layout.newline());
        if (isAbsent(old) || rest.isEmpty() && !(old instanceof Raw.Scalar s && s.isBlock())) {
            inPlace(slot, block);
            return;
        }
        Raw.Scalar scalar = (Raw.Scalar) old;
        int start = scalar.contentStart();
        plans.add(List.of(Edits.replace(start, scalar.end(), block)));
        plans.add(List.of(Edits.replace(start, scalar.fullEnd(), block + layout.newline())));
        plans.add(List.of(Edits.replace(start, scalar.end(), block + layout.newline())));
    }

    /** Where the lines of a block scalar start now. */
    private int columnOf(Raw.Scalar block, int otherwise) {
        for (int at = lines.next(block.contentStart()); at < block.end(); at = lines.next(at)) {
            if (!lines.isBlank(at)) {
                int text = at;
                while (lines.text().charAt(text) == ' ') {
                    text++;
                }
                boolean explicit =
                        lines.text()
                                .substring(block.contentStart(), lines.end(block.contentStart()))
                                .matches("[|>][-+]?[1-9].*");
                return explicit || text == at ? otherwise : text - at;
            }
        }
        return otherwise;
    }

    /** A collection on lines of its own below the key, or from behind the dash on. */
    private void belowHolder(Slot slot, Tree value) {
        Raw old = slot.value();
        int start = isAbsent(old) ? Math.max(slot.after(), old.end()) : old.contentStart();
        int end = Math.max(start, old.end());
        if (isAbsent(old) && lines.isLast(start)) {
            end = lines.end(start);
        }
        switch (slot.kind()) {
            case BLOCK_KEY -> {
                int from = old.start() == old.contentStart() ? slot.after() : start;
                plans.add(edits.replaceBefore(from, end, writer.behindKey(value, slot.holder())));
                plans.add(
                        edits.replaceBefore(
                                slot.after(), end, writer.behindKey(value, slot.holder())));
            }
            case BLOCK_DASH -> {
                int gap = isAbsent(old) ? layout.gap() : start - slot.after();
                String pad = isAbsent(old) ? " ".repeat(gap) : "";
                String text = writer.behindDash(value, slot.holder(), gap);
                plans.add(edits.replaceBefore(start, end, pad + text));
            }
            default -> {
                String text = writer.behindDash(value, -1, 0);
                plans.add(edits.replaceBefore(start, end, text));
            }
        }
    }

    private void onOwnLines(Slot slot, Tree value) {
        Raw old = slot.value();
        int column = lines.column(old.contentStart());
        if (isEmptyOrScalar(value)) {
            if (old instanceof Raw.Scalar) {
                inLineWays(old, value, false).forEach(way -> inPlace(slot, way));
            }
            if (value instanceof Tree.Leaf leaf) {
                behindHolder(slot, writer.scalar(leaf, slot.holder()));
            }
            inLineWays(old, value, false).forEach(way -> behindHolder(slot, way));
            return;
        }
        String body = writer.behindDash(value, column - 1, 0);
        plans.add(List.of(Edits.replace(old.contentStart(), old.end(), body)));
        plans.add(edits.replaceBefore(old.contentStart(), old.end(), body));
        int inner = Math.max(0, slot.holder()) + layout.step();
        String deeper = " ".repeat(inner) + writer.behindDash(value, inner - 1, 0);
        int lineStart = lines.start(old.contentStart());
        plans.add(List.of(Edits.replace(lineStart, old.end(), deeper)));
        plans.add(edits.replaceBefore(lineStart, old.end(), deeper));
        String below =
                slot.kind() == Slot.Kind.BLOCK_KEY
                        ? writer.behindKey(value, slot.holder())
                        : " " + writer.behindDash(value, slot.holder(), 1);
        replaceAll(slot, below);
    }

    /** Removes the lines of the old value and writes the new one behind the key or dash. */
    private void behindHolder(Slot slot, String text) {
        Raw old = slot.value();
        int propsEnd = old.start() == old.contentStart() ? slot.after() : propsEnd(old);
        var two = new ArrayList<>(edits.replaceBefore(slot.after(), propsEnd, " " + text));
        two.add(edits.deleteLines(old.contentStart(), old.end()));
        plans.add(two);
        replaceAll(slot, " " + text);
    }

    /** Everything behind the key or dash, where no comment stands before the value. */
    private void replaceAll(Slot slot, String text) {
        int end = slot.value().end();
        if (!lines.text().substring(slot.after(), slot.value().contentStart()).contains("#")) {
            plans.add(List.of(Edits.replace(slot.after(), end, text)));
        }
    }

    /** Behind the anchor and tag of a value whose content starts on a later line. */
    private int propsEnd(Raw value) {
        String text = lines.text();
        int end = value.start();
        int at = end;
        while (at < value.contentStart() && "&!".indexOf(text.charAt(at)) >= 0) {
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            end = at;
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
        return end;
    }
}

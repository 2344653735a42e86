package dev.coppice.model.yaml;

import dev.coppice.model.text.TextEdit;

import java.util.List;
import java.util.Optional;

/**
 * Plans the other form of a collection: brackets for lines, or lines for brackets. What its
 * children say is taken over as it is written, as far as the other form allows it.
 */
final class FormPlanner {

    private final Lines lines;
    private final Layout layout;

    FormPlanner(Lines lines, Layout layout) {
        this.lines = lines;
        this.layout = layout;
    }

    /** Why a collection cannot have the other form, if that can be said beforehand. */
    static Optional<String> objection(Raw root, YamlOp.Reshape op, String text) {
        Located found = Located.find(root, op.path());
        if (found.depth() < op.path().steps().size() || found.node() instanceof Raw.Alias) {
            return Optional.of(
                    "\"" + op.path() + "\" is written where its anchor stands. Change it there.");
        }
        boolean inFlow =
                found.nodes().subList(0, found.depth()).stream().anyMatch(Children::isFlow);
        if (inFlow && !op.flow()) {
            return Optional.of(
                    "\"%s\" stands inside brackets, where lines have no meaning. Change what is around it first."
                            .formatted(op.path()));
        }
        var lines = new Lines(text);
        boolean comments =
                new Comments(text, found.node())
                        .isIn(found.node().contentStart(), lines.end(found.node().end()));
        return op.flow() && comments
                ? Optional.of(
                        "\"%s\" has comments on its lines, for which brackets have no place."
                                .formatted(op.path()))
                : Optional.empty();
    }

    /** The plans for another form; none when the collection has it already. */
    List<List<TextEdit>> plan(Located found, YamlOp.Reshape op) {
        Raw node = found.node();
        boolean isCollection = node instanceof Raw.Mapping || node instanceof Raw.Sequence;
        Slot slot = found.slot(lines, found.depth());
        if (!isCollection || found.depth() < op.path().steps().size()) {
            return List.of();
        } else if (Children.isFlow(node) == op.flow()) {
            return List.of(List.of());
        } else if (op.flow()) {
            return toFlow(slot, node);
        }
        return slot.flow() || isPair(node) ? List.of() : toBlock(slot, node);
    }

    private static boolean isPair(Raw node) {
        return node instanceof Raw.Mapping map && map.flow() && !map.braces();
    }

    private List<List<TextEdit>> toFlow(Slot slot, Raw node) {
        var comments = new Comments(lines.text(), node);
        if (comments.isIn(node.contentStart(), lines.end(node.end()))) {
            return List.of();
        }
        int indent = Math.max(slot.holder(), 0) + layout.step();
        return new FlowText(lines.text(), layout)
                .of(node, indent)
                .map(text -> inPlaceOf(slot, node, text))
                .orElse(List.of());
    }

    private List<List<TextEdit>> inPlaceOf(Slot slot, Raw node, String text) {
        var values = new ValuePlanner(lines, layout);
        return values.isOnOwnLines(slot)
                ? values.replaceLines(slot, text)
                : List.of(List.of(Edits.replace(node.contentStart(), node.end(), text)));
    }

    private List<List<TextEdit>> toBlock(Slot slot, Raw node) {
        int content = node.contentStart();
        boolean list = node instanceof Raw.Sequence;
        boolean rest = !lines.isLast(node.end());
        boolean sameLine =
                slot.kind() == Slot.Kind.DOCUMENT
                        ? lines.isFirst(content)
                        : slot.kind() == Slot.Kind.BLOCK_DASH
                                && node.start() == content
                                && !rest
                                && lines.start(slot.after()) == lines.start(content);
        int column = sameLine ? lines.column(content) : columnBelow(slot, list);
        return new BlockText(lines, layout)
                .of(node, column)
                .map(text -> below(slot, node, text, sameLine, column))
                .orElse(List.of());
    }

    private int columnBelow(Slot slot, boolean list) {
        return switch (slot.kind()) {
            case BLOCK_KEY -> slot.holder() + (list ? layout.dash() : layout.step());
            case BLOCK_DASH -> slot.holder() + 1 + layout.gap();
            default -> 0;
        };
    }

    private List<List<TextEdit>> below(
            Slot slot, Raw node, String text, boolean sameLine, int column) {
        var edits = new Edits(lines);
        boolean ownLine = lines.isFirst(node.contentStart());
        if (sameLine || ownLine && node.start() == node.contentStart()) {
            String from = text.stripLeading();
            int at = ownLine && !sameLine ? lines.start(node.contentStart()) : node.contentStart();
            String lead = at == node.contentStart() ? "" : " ".repeat(column);
            return List.of(edits.replaceBefore(at, node.end(), lead + from));
        }
        int from = node.contentStart();
        int after = slot.kind() == Slot.Kind.DOCUMENT ? lines.start(from) : slot.after();
        while (from > after && Character.isWhitespace(lines.text().charAt(from - 1))) {
            from--;
        }
        return List.of(edits.replaceBefore(from, node.end(), layout.newline() + text));
    }
}

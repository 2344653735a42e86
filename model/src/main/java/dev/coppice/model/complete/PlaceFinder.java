package dev.coppice.model.complete;

import dev.coppice.model.complete.Place.Kind;
import dev.coppice.model.complete.Place.Position;
import dev.coppice.model.loose.LooseNode;
import dev.coppice.model.loose.LooseNode.Entry;
import dev.coppice.model.loose.LooseNode.Item;
import dev.coppice.model.loose.LooseNode.LooseList;
import dev.coppice.model.loose.LooseNode.LooseMap;
import dev.coppice.model.loose.LooseNode.LooseScalar;
import dev.coppice.model.loose.LooseNode.Missing;
import dev.coppice.model.loose.LooseNode.Style;
import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;

/** Finds what is being written at an offset of a text. */
final class PlaceFinder {

    private final CaretLine line;
    private final int offset;

    private PlaceFinder(String text, int offset) {
        this.line = new CaretLine(text, offset);
        this.offset = offset;
    }

    static Optional<Place> find(String text, LooseNode root, int offset) {
        var finder = new PlaceFinder(text, offset);
        if (finder.line.inComment()) {
            return Optional.empty();
        }
        if (root instanceof Missing) {
            return finder.line.ownLine(Kind.KEY, YamlPath.ROOT, Optional.empty(), 0, -1, false);
        }
        return finder.visit(root, YamlPath.ROOT, Optional.empty(), -1, false);
    }

    /** The place inside a node that reaches to the cursor. */
    private Optional<Place> visit(
            LooseNode node,
            YamlPath path,
            Optional<LooseNode> around,
            int parentColumn,
            boolean flow) {
        return switch (node) {
            case LooseMap map when map.flow() -> flowMap(map, path);
            case LooseMap map -> blockMap(map, path, parentColumn);
            case LooseList list when list.flow() -> flowList(list, path);
            case LooseList list -> blockList(list, path, parentColumn);
            case LooseScalar scalar -> scalar(scalar, path, around, parentColumn, flow);
            case Missing missing ->
                    line.ownLine(Kind.VALUE, path, around, line.column(), parentColumn, false);
        };
    }

    private Optional<Place> scalar(
            LooseScalar scalar,
            YamlPath path,
            Optional<LooseNode> around,
            int parentColumn,
            boolean flow) {
        if (scalar.style() == Style.BLOCK) {
            return offset >= scalar.contentStart()
                    ? Optional.of(
                            new Place(
                                    Kind.TEXT,
                                    path,
                                    new TextRange(offset, offset),
                                    "",
                                    new Position(false, true, line.column(), parentColumn, false),
                                    around,
                                    Optional.empty(),
                                    Optional.of(scalar)))
                    : Optional.empty();
        }
        if (offset < scalar.contentStart() || offset > scalar.contentEnd()) {
            return Optional.empty();
        }
        boolean own = line.dashesOnly(scalar.start());
        var position = new Position(flow, own, line.columnOf(scalar.start()), parentColumn, false);
        return Optional.of(token(Kind.VALUE, path, scalar, position, around, Optional.empty()));
    }

    private Place token(
            Kind kind,
            YamlPath path,
            LooseScalar scalar,
            Position position,
            Optional<LooseNode> around,
            Optional<Entry> entry) {
        int end = Math.max(offset, scalar.contentStart());
        return new Place(
                kind,
                path,
                new TextRange(scalar.contentStart(), scalar.contentEnd()),
                line.text().substring(scalar.contentStart(), Math.min(end, scalar.contentEnd())),
                position,
                around,
                entry,
                Optional.of(scalar));
    }

    private Optional<Place> blockMap(LooseMap map, YamlPath path, int parentColumn) {
        Optional<Entry> last =
                last(map.entries().stream().filter(e -> e.key().start() <= offset).toList());
        Optional<Place> another =
                line.ownLine(Kind.KEY, path, Optional.of(map), map.column(), parentColumn, false);
        if (last.isEmpty()) {
            return line.column() <= map.column() ? another : Optional.empty();
        }
        Entry entry = last.get();
        if (offset <= entry.key().end() || offset <= entry.colon()) {
            return key(map, entry, path, parentColumn);
        }
        YamlPath inside = path.key(entry.key().value());
        LooseNode value = entry.value();
        if (reaches(value, map.column())) {
            return visit(value, inside, Optional.of(map), map.column(), false);
        }
        if (line.holds(entry.key().start())) {
            return entry.colon() >= 0 && value instanceof Missing
                    ? line.inline(inside, Optional.of(map), map.column())
                    : Optional.empty();
        }
        boolean deeper = line.column() > map.column();
        if (deeper && entry.colon() >= 0 && (value instanceof Missing || isBlock(value))) {
            return visit(value, inside, Optional.of(map), map.column(), false);
        }
        return another;
    }

    /** Whether the cursor is inside a node, whatever its column says. */
    private boolean reaches(LooseNode value, int column) {
        if (value instanceof LooseScalar scalar && scalar.style() == Style.BLOCK) {
            return offset >= scalar.contentStart()
                    && offset <= scalar.end()
                    && (!line.blank() || line.column() > column);
        }
        boolean open =
                value instanceof LooseMap map && map.flow() && !map.closed()
                        || value instanceof LooseList list && list.flow() && !list.closed()
                        || value instanceof LooseScalar;
        if (isBlock(value)) {
            return offset >= value.start() && line.holds(value.start())
                    || offset >= value.start() && offset <= value.end() && !line.blank();
        }
        return !(value instanceof Missing)
                && offset >= value.start()
                && (open ? offset <= value.end() : offset < value.end());
    }

    private static boolean isBlock(LooseNode node) {
        return node instanceof LooseMap map && !map.flow()
                || node instanceof LooseList list && !list.flow();
    }

    private Optional<Place> key(LooseMap map, Entry entry, YamlPath path, int parentColumn) {
        int column = map.flow() ? line.columnOf(entry.key().start()) : map.column();
        var position =
                new Position(
                        map.flow(),
                        line.dashesOnly(entry.key().start()),
                        column,
                        parentColumn,
                        false);
        return offset >= entry.key().contentStart() && offset <= entry.key().contentEnd()
                ? Optional.of(
                        token(
                                Kind.KEY,
                                path,
                                entry.key(),
                                position,
                                Optional.of(map),
                                Optional.of(entry)))
                : Optional.empty();
    }

    private Optional<Place> blockList(LooseList list, YamlPath path, int parentColumn) {
        List<Item> before = list.items().stream().filter(i -> i.dash() < offset).toList();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Item item = before.getLast();
        YamlPath inside = path.index(before.size() - 1);
        LooseNode value = item.value();
        if (line.holds(item.dash())) {
            if (value instanceof Missing) {
                return line.ownLine(
                        Kind.VALUE,
                        inside,
                        Optional.of(list),
                        line.columnBehindDash(),
                        list.column(),
                        false);
            }
            return offset >= value.start()
                    ? visit(value, inside, Optional.of(list), list.column(), false)
                    : Optional.empty();
        }
        boolean deeper = line.column() > list.column();
        if (reaches(value, list.column())
                || deeper && (isBlock(value) || value instanceof Missing)) {
            return visit(value, inside, Optional.of(list), list.column(), false);
        }
        return line.ownLine(
                Kind.VALUE,
                path.index(before.size()),
                Optional.of(list),
                list.column(),
                parentColumn,
                true);
    }

    private Optional<Place> flowMap(LooseMap map, YamlPath path) {
        for (Entry entry : map.entries()) {
            if (offset < entry.key().start() || offset > entry.limit()) {
                continue;
            }
            if (offset <= entry.key().end()) {
                return key(map, entry, path, map.column());
            }
            if (entry.colon() < 0 || offset <= entry.colon()) {
                return Optional.empty();
            }
            YamlPath inside = path.key(entry.key().value());
            return entry.value() instanceof Missing
                    ? line.between(Kind.VALUE, inside, map, map.column())
                    : within(entry.value(), inside, map, map.column());
        }
        return line.between(Kind.KEY, path, map, map.column());
    }

    private Optional<Place> flowList(LooseList list, YamlPath path) {
        int before = 0;
        for (Item item : list.items()) {
            if (offset >= item.value().start() && offset <= item.limit()) {
                return within(item.value(), path.index(before), list, list.column());
            }
            before += item.value().start() < offset ? 1 : 0;
        }
        return line.between(Kind.VALUE, path.index(before), list, list.column());
    }

    private Optional<Place> within(LooseNode value, YamlPath path, LooseNode around, int column) {
        return reaches(value, column)
                ? visit(value, path, Optional.of(around), column, true)
                : Optional.empty();
    }

    private static Optional<Entry> last(List<Entry> entries) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
    }
}

package dev.coppice.model.include;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.text.LineIndex;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives findings their positions: the node at the path, or the deepest that exists. What is missing
 * is shown at the key of the record that lacks it. Ranges stay on one line.
 */
final class Locator {

    private final String content;
    private final LineIndex lines;
    private final Optional<YNode> root;

    /** The entries of the maps that were walked through, so that many findings stay cheap. */
    private final Map<YNode.YMap, Map<String, YNode.Entry>> entries = new IdentityHashMap<>();

    /** The lines of the literal blocks that were looked into. */
    private final Map<YNode.YScalar, String[]> literals = new IdentityHashMap<>();

    Locator(SpecText text, Optional<YNode> root) {
        this.content = text.content();
        this.lines = new LineIndex(text);
        this.root = root;
    }

    Diagnostic locate(Finding finding) {
        TextRange range = root.map(node -> range(node, finding)).orElse(new TextRange(0, 0));
        TextRange shown = onOneLine(range);
        return new Diagnostic(
                finding.code().id(),
                finding.code().severity(),
                finding.path(),
                shown,
                lines.positionAt(shown.start()),
                finding.message(),
                finding.help(),
                finding.fixes());
    }

    private TextRange range(YNode root, Finding finding) {
        YNode node = root;
        Optional<TextRange> key = Optional.empty();
        boolean found = true;
        for (YamlPath.Step step : finding.path().steps()) {
            Optional<YNode.Entry> entry = entry(node, step);
            Optional<YNode> next =
                    entry.isPresent() ? entry.map(YNode.Entry::value) : item(node, step);
            if (next.isEmpty()) {
                found = false;
                break;
            }
            key = entry.map(e -> e.key().range());
            node = next.get();
        }
        if (found && finding.spot().isPresent()) {
            return inside(node, finding.spot().get());
        }
        boolean atKey = !found || finding.anchor() == Finding.Anchor.KEY;
        if (atKey || node.range().length() == 0) {
            return key.orElse(node.range());
        }
        return node.range();
    }

    /**
     * A part of a literal block stands in the text as it is, behind the indentation; what is
     * written in another style does not stand there line by line, and is shown whole.
     */
    private TextRange inside(YNode node, Finding.Spot spot) {
        if (!(node instanceof YNode.YScalar s) || s.style() != YNode.YScalar.Style.LITERAL) {
            return node.range();
        }
        int number = lines.lineOf(s.range().start()) + 1 + spot.line();
        String[] written = literals.computeIfAbsent(s, l -> l.value().split("\n", -1));
        if (number > lines.lines() || spot.line() >= written.length) {
            return node.range();
        }
        String wanted = written[spot.line()];
        int start = endOf(lines.rangeOf(number)) - wanted.length();
        return start >= lines.startOf(number) && content.startsWith(wanted, start)
                ? new TextRange(
                        start + Math.min(spot.start(), wanted.length()),
                        start + Math.min(spot.end(), wanted.length()))
                : node.range();
    }

    /** Where a line ends, its line break excluded. */
    private int endOf(TextRange line) {
        int end = line.end();
        while (end > line.start() && "\r\n".indexOf(content.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private Optional<YNode.Entry> entry(YNode node, YamlPath.Step step) {
        return node instanceof YNode.YMap map && step instanceof YamlPath.Key key
                ? Optional.ofNullable(entries.computeIfAbsent(map, Locator::byKey).get(key.name()))
                : Optional.empty();
    }

    private static Map<String, YNode.Entry> byKey(YNode.YMap map) {
        var found = new HashMap<String, YNode.Entry>();
        map.entries().forEach(entry -> found.putIfAbsent(entry.key().value(), entry));
        return found;
    }

    private static Optional<YNode> item(YNode node, YamlPath.Step step) {
        return node instanceof YNode.YSeq seq
                        && step instanceof YamlPath.Index index
                        && index.index() < seq.items().size()
                ? Optional.of(seq.items().get(index.index()))
                : Optional.empty();
    }

    private TextRange onOneLine(TextRange range) {
        int end = range.start();
        while (end < range.end() && content.charAt(end) != '\n' && content.charAt(end) != '\r') {
            end++;
        }
        return new TextRange(range.start(), end);
    }
}

package dev.coppice.model.export.nixos;

import dev.coppice.model.export.TextWriter;
import dev.coppice.model.export.nixos.NixTree.Branch;
import dev.coppice.model.export.nixos.NixTree.Leaf;
import dev.coppice.model.export.nixos.NixValue.Applied;
import dev.coppice.model.export.nixos.NixValue.Attrs;
import dev.coppice.model.export.nixos.NixValue.Bool;
import dev.coppice.model.export.nixos.NixValue.Code;
import dev.coppice.model.export.nixos.NixValue.Item;
import dev.coppice.model.export.nixos.NixValue.Items;
import dev.coppice.model.export.nixos.NixValue.Num;
import dev.coppice.model.export.nixos.NixValue.Text;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes options as NixOS users do: short paths for single ones, braces around several. */
final class NixWriter {

    private static final int WIDTH = 88;

    private final TextWriter out;

    NixWriter(TextWriter out) {
        this.out = out;
    }

    /** Writes the options of a part of the file. */
    void section(NixTree tree, NixSection section) {
        branch(tree.root(), section, List.of(), true);
    }

    /**
     * @param outermost whether no braces are around
     */
    private void branch(Branch branch, NixSection section, List<String> prefix, boolean outermost) {
        branch.children()
                .forEach(
                        (name, node) -> {
                            List<String> path = add(prefix, name);
                            switch (node) {
                                case Leaf leaf when leaf.section() == section -> leaf(path, leaf);
                                case Leaf leaf -> {}
                                case Branch below -> below(below, section, path, outermost);
                            }
                        });
    }

    /** The first word stands before each option: {@code services.nginx = { ... }}. */
    private void below(Branch branch, NixSection section, List<String> path, boolean outermost) {
        long count = branch.children().values().stream().filter(each -> has(each, section)).count();
        if (count == 0) {
            return;
        }
        if (count == 1 || outermost && path.size() == 1) {
            branch(branch, section, path, outermost);
            return;
        }
        out.line(NixText.path(path) + " = {");
        out.indented(() -> branch(branch, section, List.of(), false));
        out.line("};");
    }

    private static boolean has(NixTree.Node node, NixSection section) {
        return switch (node) {
            case Leaf leaf -> leaf.section() == section;
            case Branch branch ->
                    branch.children().values().stream().anyMatch(each -> has(each, section));
        };
    }

    private void leaf(List<String> path, Leaf leaf) {
        leaf.remarks().forEach(remark -> out.line(NixText.comment(remark)));
        value(NixText.path(path) + " = ", alone(leaf.value()), leaf.origins(), ";");
    }

    /** What only one part says needs no merging. */
    private static NixValue alone(NixValue value) {
        return value instanceof Applied applied
                        && applied.function().equals(NixTree.MERGE)
                        && applied.argument() instanceof Items items
                        && items.items().size() == 1
                ? items.items().getFirst().value().orElse(value)
                : value;
    }

    /** Writes a value behind a beginning, in one line when it fits. */
    void value(String head, NixValue value, List<YamlPath> origins, String tail) {
        Optional<String> line = line(value);
        boolean text = value instanceof Text;
        if (line.isPresent()
                && (text || head.length() + line.get().length() + tail.length() <= WIDTH)) {
            out.line(head + line.get() + tail, join(origins, originsIn(value)));
            return;
        }
        switch (value) {
            case Text lines -> lines(head, lines.text(), origins, tail);
            case Items items -> items(head, items, origins, tail);
            case Attrs attrs -> attrs(head, attrs, origins, tail);
            case Applied applied ->
                    value(head + applied.function() + " ", applied.argument(), origins, tail);
            case Code code -> out.line(head + code.code() + tail, origins);
            case Num num -> out.line(head + num.number() + tail, origins);
            case Bool bool -> out.line(head + bool.value() + tail, origins);
        }
    }

    private void lines(String head, String text, List<YamlPath> origins, String tail) {
        out.line(head + "''", origins);
        String inside = NixText.escapedLines(text);
        boolean ends = inside.endsWith("\n");
        String shown = ends ? inside.substring(0, inside.length() - 1) : inside + "''" + tail;
        out.indented(() -> out.line(shown, origins));
        if (ends) {
            out.line("''" + tail, origins);
        }
    }

    private void items(String head, Items items, List<YamlPath> origins, String tail) {
        String scope = items.scope().isEmpty() ? "" : items.scope() + " ";
        out.line(head + scope + "[", origins);
        out.indented(() -> items.items().forEach(item -> item(item, origins)));
        out.line("]" + tail);
    }

    private void item(Item item, List<YamlPath> origins) {
        List<YamlPath> own = item.origins().isEmpty() ? origins : item.origins();
        String remark = item.remark().isEmpty() ? "" : NixText.comment(item.remark());
        if (item.value().isEmpty()) {
            out.line(remark, own);
        } else {
            value("", inList(item.value().get()), own, remark.isEmpty() ? "" : " " + remark);
        }
    }

    private void attrs(String head, Attrs attrs, List<YamlPath> origins, String tail) {
        out.line(head + "{", origins);
        out.indented(
                () ->
                        attrs.entries()
                                .forEach(
                                        (name, value) ->
                                                value(
                                                        path(name, value) + " = ",
                                                        innermost(value),
                                                        origins,
                                                        ";")));
        out.line("}" + tail);
    }

    /** Items that are not a single word need parentheses. */
    private static NixValue inList(NixValue value) {
        return switch (value) {
            case Num num when num.number() < 0 -> new Code("(" + num.number() + ")");
            case Code code when code.code().contains(" ") && !code.code().startsWith("(") ->
                    new Code("(" + code.code() + ")");
            case Applied applied ->
                    new Code("(" + line(applied).orElse(applied.function() + " null") + ")");
            default -> value;
        };
    }

    /** A value in one line, unless it has several by nature. */
    private static Optional<String> line(NixValue value) {
        return switch (value) {
            case Text text when NixText.fitsLines(text.text()) -> Optional.empty();
            case Text text -> Optional.of(NixText.quoted(text.text()));
            case Num num -> Optional.of(Long.toString(num.number()));
            case Bool bool -> Optional.of(Boolean.toString(bool.value()));
            case Code code -> Optional.of(code.code()).filter(it -> !it.contains("\n"));
            case Applied applied ->
                    line(applied.argument()).map(it -> applied.function() + " " + it);
            case Items items -> listLine(items);
            case Attrs attrs -> attrsLine(attrs);
        };
    }

    private static Optional<String> listLine(Items items) {
        var words = new ArrayList<String>();
        for (Item item : items.items()) {
            Optional<String> word = item.value().flatMap(each -> line(inList(each)));
            boolean record = item.value().orElse(null) instanceof Attrs && items.items().size() > 1;
            if (word.isEmpty() || record || !item.remark().isEmpty()) {
                return Optional.empty();
            }
            words.add(word.get());
        }
        String scope = items.scope().isEmpty() ? "" : items.scope() + " ";
        return Optional.of(
                scope + (words.isEmpty() ? "[ ]" : "[ " + String.join(" ", words) + " ]"));
    }

    private static Optional<String> attrsLine(Attrs attrs) {
        var words = new ArrayList<String>();
        for (var entry : attrs.entries().entrySet()) {
            Optional<String> word = line(innermost(entry.getValue()));
            if (word.isEmpty()) {
                return Optional.empty();
            }
            words.add(path(entry.getKey(), entry.getValue()) + " = " + word.get() + ";");
        }
        return Optional.of(
                words.isEmpty()
                        ? "{ }"
                        : words.stream().collect(Collectors.joining(" ", "{ ", " }")));
    }

    /** A set with one entry is written as a longer path: {@code guest.port}. */
    private static String path(String name, NixValue value) {
        return value instanceof Attrs attrs && attrs.entries().size() == 1
                ? NixText.name(name)
                        + "."
                        + path(
                                attrs.entries().firstEntry().getKey(),
                                attrs.entries().firstEntry().getValue())
                : NixText.name(name);
    }

    private static NixValue innermost(NixValue value) {
        return value instanceof Attrs attrs && attrs.entries().size() == 1
                ? innermost(attrs.entries().firstEntry().getValue())
                : value;
    }

    private static List<YamlPath> originsIn(NixValue value) {
        return switch (value) {
            case Items items ->
                    items.items().stream().flatMap(item -> item.origins().stream()).toList();
            case Applied applied -> originsIn(applied.argument());
            default -> List.of();
        };
    }

    private static List<YamlPath> join(List<YamlPath> some, List<YamlPath> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    private static List<String> add(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }
}

package dev.coppice.model.yaml;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.Faults.Saying;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the tree that the program sees from the raw one: resolves aliases and merge keys within
 * limits, and reports what cannot be kept or is probably a mistake.
 */
final class TreeBuilder {

    /** How many nodes aliases may add to a document in all. */
    static final int MAX_ALIASED_NODES = 50_000;

    /** A finished node with its number of nodes and levels, aliases counted in full. */
    private record Built(YNode node, int weight, int height) {}

    private final Faults faults;
    private final Map<String, Built> anchors = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int aliased;

    TreeBuilder(Faults faults) {
        this.faults = faults;
    }

    YNode build(Raw root) {
        return build(root, YamlPath.ROOT, 1).node();
    }

    private Built build(Raw raw, YamlPath path, int depth) {
        String anchor = raw.props().anchor();
        if (!anchor.isEmpty()) {
            open.add(anchor);
        }
        Built built =
                switch (raw) {
                    case Raw.Scalar scalar -> new Built(scalar(scalar), 1, 1);
                    case Raw.Alias alias -> alias(alias, path, depth);
                    case Raw.Sequence sequence -> sequence(sequence, path, depth);
                    case Raw.Mapping mapping -> mapping(mapping, path, depth);
                };
        if (!anchor.isEmpty()) {
            open.remove(anchor);
            anchors.put(anchor, built);
        }
        checkTag(raw, path);
        return built;
    }

    private void checkTag(Raw raw, YamlPath path) {
        if (!YamlTags.isKnown(raw.props().tag())) {
            reportTag(
                    "The tag has no meaning here and is ignored",
                    "Remove it, or put the value in quotes if the ! belongs to it.",
                    raw,
                    path);
        } else if (!YamlTags.fits(raw)) {
            reportTag(
                    "The tag says another type than the value has, and is ignored",
                    "Remove it; the value's own form says what it is.",
                    raw,
                    path);
        }
    }

    private void reportTag(String message, String help, Raw raw, YamlPath path) {
        faults.add(
                new Saying(DiagnosticCode.YAML_TAG, message, help),
                path,
                raw.start(),
                raw.contentStart());
    }

    private static YScalar scalar(Raw.Scalar raw) {
        return new YScalar(
                raw.value(),
                raw.type(),
                raw.style(),
                new TextRange(raw.contentStart(), Math.max(raw.contentStart(), raw.end())));
    }

    private Built sequence(Raw.Sequence raw, YamlPath path, int depth) {
        var items = new ArrayList<YNode>();
        int weight = 1;
        int height = 0;
        for (int i = 0; i < raw.items().size(); i++) {
            Built item = build(raw.items().get(i).value(), path.index(i), depth + 1);
            items.add(item.node());
            weight += item.weight();
            height = Math.max(height, item.height());
        }
        var range = new TextRange(raw.contentStart(), raw.end());
        return new Built(new YSeq(items, raw.flow(), range), weight, height + 1);
    }

    private Built mapping(Raw.Mapping raw, YamlPath path, int depth) {
        var entries = new ArrayList<YNode.Entry>();
        var seen = new HashSet<String>();
        var merges = new ArrayList<Built>();
        int weight = 1;
        int height = 0;
        for (Raw.Entry entry : raw.entries()) {
            if (!(entry.key() instanceof Raw.Scalar key) || key.isAbsent()) {
                reportKey(entry, path);
                build(entry.key(), path, depth + 1);
                build(entry.value(), path, depth + 1);
                continue;
            }
            YamlPath child = path.key(key.value());
            build(key, child, depth + 1);
            Built value = build(entry.value(), child, depth + 1);
            weight += value.weight() + 1;
            height = Math.max(height, value.height());
            if (MergeKeys.isMerge(key)) {
                merges.add(value);
                continue;
            }
            if (!seen.add(key.value())) {
                reportDuplicate(key, child);
            }
            entries.add(new YNode.Entry(scalar(key), value.node()));
        }
        for (Built merge : merges) {
            entries.addAll(MergeKeys.merged(merge.node(), seen, faults, path));
        }
        var range = new TextRange(raw.contentStart(), raw.end());
        return new Built(new YMap(entries, raw.flow(), range), weight, height + 1);
    }

    private void reportKey(Raw.Entry entry, YamlPath path) {
        faults.add(
                new Saying(
                        DiagnosticCode.YAML_KEY,
                        "The key is not a text",
                        "Write a plain or quoted text before the colon."),
                path,
                entry.start(),
                entry.key().end());
    }

    private void reportDuplicate(Raw.Scalar key, YamlPath path) {
        var fix =
                new Fix(
                        "Remove the second \"" + key.value() + "\"",
                        List.of(new YamlOp.RemoveDuplicate(path)));
        faults.add(
                new Saying(
                        DiagnosticCode.DUPLICATE_KEY,
                        "The key \"" + key.value() + "\" stands here a second time",
                        "Keep one of the two entries; the first one counts."),
                path,
                key.contentStart(),
                key.end(),
                List.of(fix));
    }

    private Built alias(Raw.Alias raw, YamlPath path, int depth) {
        Built target = anchors.get(raw.name());
        if (open.contains(raw.name())) {
            return refuse(
                    raw,
                    path,
                    "The alias stands inside the value that it names",
                    "Write the value out instead of the alias.");
        } else if (target == null) {
            return refuse(
                    raw,
                    path,
                    "There is no anchor \"&" + raw.name() + "\" before this alias",
                    "Write the value out, set the anchor where the value stands first, or quote"
                            + " the value if the * belongs to it.");
        } else if (depth + target.height() > RawReader.MAX_DEPTH
                || aliased + target.weight() > MAX_ALIASED_NODES) {
            return refuse(
                    raw,
                    path,
                    "Aliases make this document too large",
                    "Write the values out instead of aliases of aliases.");
        }
        aliased += target.weight();
        return target;
    }

    private Built refuse(Raw.Alias raw, YamlPath path, String message, String help) {
        faults.add(
                new Saying(DiagnosticCode.YAML_ALIAS, message, help), path, raw.start(), raw.end());
        var nothing =
                new YScalar(
                        "",
                        YScalar.Type.NULL,
                        YScalar.Style.PLAIN,
                        new TextRange(raw.start(), raw.end()));
        return new Built(nothing, 1, 1);
    }
}

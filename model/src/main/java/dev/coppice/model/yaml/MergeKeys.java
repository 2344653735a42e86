package dev.coppice.model.yaml;

import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.yaml.Faults.Saying;
import dev.coppice.model.yaml.YNode.YMap;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YNode.YSeq;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The merge key {@code <<} of YAML 1.1, which administrators know from other tools: what its
 * mappings hold counts unless the mapping says otherwise itself; of several, the first counts.
 */
final class MergeKeys {

    private MergeKeys() {}

    static boolean isMerge(Raw.Scalar key) {
        return key.style() == YScalar.Style.PLAIN && key.value().equals("<<");
    }

    /** The entries that a merge adds; {@code seen} holds the keys that count already. */
    static List<YNode.Entry> merged(YNode value, Set<String> seen, Faults faults, YamlPath path) {
        var added = new ArrayList<YNode.Entry>();
        List<YNode> sources = value instanceof YSeq list ? list.items() : List.of(value);
        for (YNode source : sources) {
            if (source instanceof YMap map) {
                for (YNode.Entry entry : map.entries()) {
                    if (seen.add(entry.key().value())) {
                        added.add(entry);
                    }
                }
            } else {
                faults.add(
                        new Saying(
                                DiagnosticCode.YAML_MERGE,
                                "Only mappings can be merged",
                                "Name a mapping, or a list of mappings, behind \"<<:\"."),
                        path,
                        source.range().start(),
                        source.range().end());
            }
        }
        return added;
    }
}

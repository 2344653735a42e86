package dev.coppice.model.include;

import dev.coppice.model.text.LineIndex;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a spec has from the files that it includes. */
public final class Inheritance {

    private final SequencedMap<String, SpecText> files;
    private final Optional<Sourced> values;

    Inheritance(SequencedMap<String, SpecText> files, Optional<Sourced> values) {
        this.files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
        this.values = values;
    }

    /** That of a spec which includes nothing. */
    public static Inheritance none() {
        return new Inheritance(new LinkedHashMap<>(), Optional.empty());
    }

    /** The files that were read, by their paths in the project, in the order of merging. */
    public SequencedMap<String, SpecText> files() {
        return files;
    }

    /** The contents of these files, by their paths. */
    public SortedMap<String, String> contents() {
        var contents = new TreeMap<String, String>();
        files.forEach((path, text) -> contents.put(path, text.content()));
        return contents;
    }

    /**
     * What the included files say at a path, whatever {@code system.yaml} itself says there. Items
     * of lists are counted without those of {@code system.yaml}.
     */
    public Optional<Inherited> at(YamlPath path) {
        return values.flatMap(all -> all.nodeAt(path).map(node -> inherited(all, path, node)));
    }

    private static Inherited inherited(Sourced all, YamlPath path, YNode node) {
        Source source = all.at(path);
        Fragment fragment = source.fragment();
        int offset =
                fragment.parsed()
                        .root()
                        .flatMap(root -> root.at(source.path()))
                        .map(there -> there.range().start())
                        .orElse(0);
        return new Inherited(
                fragment.name(), new LineIndex(fragment.text()).positionAt(offset), node);
    }
}

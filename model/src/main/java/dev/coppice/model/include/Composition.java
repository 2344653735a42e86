package dev.coppice.model.include;

import dev.coppice.model.diag.Finding;
import dev.coppice.model.diag.Fix;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.ParsedYaml;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A spec with everything that it includes: one tree, and the way back from its paths to the files
 * in which they stand.
 */
public final class Composition {

    private final Fragment root;
    private final List<Fragment> fragments;
    private final List<IncludeReader.Said> said;
    private final Optional<Sourced> merged;
    private final Inheritance inheritance;

    private Composition(
            Fragment root,
            List<Fragment> fragments,
            List<IncludeReader.Said> said,
            Optional<Sourced> merged,
            Inheritance inheritance) {
        this.root = root;
        this.fragments = fragments;
        this.said = said;
        this.merged = merged;
        this.inheritance = inheritance;
    }

    /**
     * Reads and merges what a spec includes.
     *
     * @param texts the text of a project file; empty when it is not there or no text
     */
    public static Composition of(
            SpecSchema schema,
            SpecText text,
            ParsedYaml parsed,
            Function<String, Optional<String>> texts) {
        Fragment root = Fragment.root(text, parsed);
        boolean including =
                parsed.root().orElse(null) instanceof YNode.YMap map
                        && map.get(Merger.INCLUDES).isPresent();
        if (!including) {
            return new Composition(
                    root, List.of(), List.of(), Optional.empty(), Inheritance.none());
        }
        var reader = new IncludeReader(texts);
        reader.read(root);
        var merger = new Merger(schema);
        Optional<Sourced> lower =
                reader.fragments().stream()
                        .flatMap(fragment -> mapping(fragment).stream())
                        .reduce(merger::merge);
        var files = new LinkedHashMap<String, SpecText>();
        reader.fragments().forEach(fragment -> files.put(fragment.name(), fragment.text()));
        return new Composition(
                root,
                reader.fragments(),
                reader.said(),
                lower.map(l -> merger.merge(l, mapping(root).orElseThrow())),
                new Inheritance(files, lower));
    }

    private static Optional<Sourced> mapping(Fragment fragment) {
        return fragment.parsed()
                .root()
                .filter(YNode.YMap.class::isInstance)
                .map(node -> Sourced.whole(node, new Source(fragment, YamlPath.ROOT)));
    }

    /** The whole tree. */
    public Optional<YNode> tree() {
        return merged.map(Sourced::node).or(() -> root.parsed().root());
    }

    /** Whether every file could be read as YAML to its end. */
    public boolean complete() {
        return root.parsed().complete()
                && fragments.stream().allMatch(fragment -> fragment.parsed().complete());
    }

    /** What comes from the included files. */
    public Inheritance inheritance() {
        return inheritance;
    }

    /** What was found, at its places in {@code system.yaml}. */
    public Findings findings() {
        return new Findings(root, fragments, said, this::place);
    }

    /** Where the values of the whole tree stand. */
    public ValuePlaces places() {
        return new ValuePlaces(
                path -> merged.map(all -> all.at(path)).orElseGet(() -> new Source(root, path)));
    }

    /** A finding of the merged tree, in the file and at the path where it belongs. */
    private IncludeReader.Said place(Finding finding) {
        if (merged.isEmpty()) {
            return new IncludeReader.Said(root, finding);
        }
        Source source = merged.get().at(finding.path());
        List<Fix> fixes =
                source.fragment().isRoot()
                        ? finding.fixes().stream().flatMap(fix -> mine(fix).stream()).toList()
                        : List.of();
        return new IncludeReader.Said(
                source.fragment(),
                new Finding(
                        finding.code(),
                        source.path(),
                        finding.anchor(),
                        finding.spot(),
                        finding.message(),
                        finding.help(),
                        fixes));
    }

    /** The same fix of the root file; empty when it would change another one. */
    private Optional<Fix> mine(Fix fix) {
        var ops = new ArrayList<YamlOp>();
        for (YamlOp op : fix.ops()) {
            Optional<YamlOp> mine =
                    switch (op) {
                        case YamlOp.Set set ->
                                own(set.path()).map(at -> new YamlOp.Set(at, set.value()));
                        case YamlOp.Remove remove -> own(remove.path()).map(YamlOp.Remove::new);
                        case YamlOp.Rename rename ->
                                own(rename.path()).map(at -> new YamlOp.Rename(at, rename.key()));
                        case YamlOp.RemoveDuplicate twice ->
                                own(twice.path()).map(YamlOp.RemoveDuplicate::new);
                        case YamlOp.Reshape reshape ->
                                own(reshape.path())
                                        .map(at -> new YamlOp.Reshape(at, reshape.flow()));
                        // Numbers of a joined list mean nothing in one of its files.
                        case YamlOp.Move move -> Optional.empty();
                        case YamlOp.Reorder reorder -> Optional.empty();
                        case YamlOp.Insert insert ->
                                own(insert.list())
                                        .map(
                                                list ->
                                                        new YamlOp.Insert(
                                                                list,
                                                                Math.min(
                                                                        insert.index(), size(list)),
                                                                insert.value()));
                    };
            if (mine.isEmpty()) {
                return Optional.empty();
            }
            ops.add(mine.get());
        }
        return Optional.of(new Fix(fix.label(), ops));
    }

    private Optional<YamlPath> own(YamlPath path) {
        Source source = merged.orElseThrow().at(path);
        return source.fragment().isRoot() ? Optional.of(source.path()) : Optional.empty();
    }

    private int size(YamlPath list) {
        return root.parsed().root().flatMap(tree -> tree.at(list)).orElse(null)
                        instanceof YNode.YSeq seq
                ? seq.items().size()
                : 0;
    }
}

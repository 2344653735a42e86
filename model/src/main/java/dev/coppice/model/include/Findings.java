package dev.coppice.model.include;

import dev.coppice.model.diag.Diagnostic;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.text.Position;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives findings their places in {@code system.yaml}. What is wrong in an included file is shown at
 * the item of {@code includes} that brings the file, with its place in front of the message.
 */
public final class Findings {

    private final Fragment root;
    private final List<Fragment> fragments;
    private final List<IncludeReader.Said> said;
    private final Function<Finding, IncludeReader.Said> place;
    private final Map<String, Locator> locators = new HashMap<>();

    Findings(
            Fragment root,
            List<Fragment> fragments,
            List<IncludeReader.Said> said,
            Function<Finding, IncludeReader.Said> place) {
        this.root = root;
        this.fragments = fragments;
        this.said = said;
        this.place = place;
    }

    /** What was found while reading the files: their syntax, their includes, their versions. */
    public List<Diagnostic> whileReading() {
        var all = new ArrayList<Diagnostic>(root.parsed().problems());
        for (Fragment fragment : fragments) {
            fragment.parsed().problems().forEach(problem -> all.add(lifted(fragment, problem)));
            unusable(fragment).ifPresent(f -> all.add(lifted(fragment, locate(fragment, f))));
        }
        said.forEach(one -> all.add(shown(one)));
        return all;
    }

    /** A finding of the merged tree. */
    public Diagnostic locate(Finding finding) {
        return shown(place.apply(finding));
    }

    private Diagnostic shown(IncludeReader.Said one) {
        Diagnostic there = locate(one.fragment(), one.finding());
        return one.fragment().isRoot() ? there : lifted(one.fragment(), there);
    }

    private Diagnostic locate(Fragment fragment, Finding finding) {
        return locators.computeIfAbsent(
                        fragment.name(),
                        name -> new Locator(fragment.text(), fragment.parsed().root()))
                .locate(finding);
    }

    /** The same at the item of {@code includes}; what mends it is in the other file. */
    private Diagnostic lifted(Fragment fragment, Diagnostic there) {
        YamlPath item = YamlPath.of(Merger.INCLUDES, fragment.item());
        Diagnostic here = locate(root, Finding.at(item, DiagnosticCode.SOURCE_MISSING, "", ""));
        Position at = there.start();
        return new Diagnostic(
                there.code(),
                there.severity(),
                item,
                here.range(),
                here.start(),
                fragment.name() + ":" + at.line() + ":" + at.column() + ": " + there.message(),
                there.help(),
                List.of());
    }

    /** A file that cannot be part of a spec. */
    private static Optional<Finding> unusable(Fragment fragment) {
        Optional<YNode> node = fragment.parsed().root();
        if (node.isEmpty() || node.get() instanceof YNode.YScalar s && isNull(s)) {
            return Optional.empty();
        }
        if (!(node.get() instanceof YNode.YMap map)) {
            return Optional.of(
                    Finding.at(
                            YamlPath.ROOT,
                            DiagnosticCode.WRONG_TYPE,
                            "the file must be a mapping",
                            "Write keys and values, `key: value`, as in system.yaml."));
        }
        boolean fits =
                map.get("spec")
                        .filter(v -> !(v instanceof YNode.YScalar s && s.value().equals("1")))
                        .isEmpty();
        return fits
                ? Optional.empty()
                : Optional.of(
                        Finding.at(
                                YamlPath.of("spec"),
                                DiagnosticCode.BAD_VERSION,
                                "an included file must be of version 1 too",
                                "Write `spec: 1`, or leave the key out."));
    }

    private static boolean isNull(YNode.YScalar scalar) {
        return scalar.type() == YNode.YScalar.Type.NULL;
    }
}

package dev.coppice.model.include;

import dev.coppice.model.bind.Fixes;
import dev.coppice.model.diag.DiagnosticCode;
import dev.coppice.model.diag.Finding;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.yaml.YNode;
import dev.coppice.model.yaml.YNode.YScalar;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the files that a spec includes, and those that they include. */
final class IncludeReader {

    /** How deep files may include files; more is a mistake, not a structure. */
    static final int DEEPEST = 8;

    /** How many files one spec may have. */
    static final int MOST = 64;

    /** What the file of a spec is called; it cannot include itself. */
    private static final String ROOT_NAME = "system.yaml";

    private static final Pattern NEEDLESS = Pattern.compile("(?<=^|/)(\\./|/)+");

    private final YamlParser parser = new YamlParser();
    private final Function<String, Optional<String>> texts;
    private final List<Fragment> read = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final List<Said> said = new ArrayList<>();

    /**
     * @param texts the text of a project file; empty when it is not there or no text
     */
    IncludeReader(Function<String, Optional<String>> texts) {
        this.texts = texts;
    }

    /** A finding in one of the files. */
    record Said(Fragment fragment, Finding finding) {}

    /** Reads everything that the root includes. */
    void read(Fragment root) {
        follow(root, List.of(ROOT_NAME));
    }

    /** The files in the order in which they are merged: each behind those that it includes. */
    List<Fragment> fragments() {
        return List.copyOf(read);
    }

    /** What is wrong with the includes. */
    List<Said> said() {
        return List.copyOf(said);
    }

    private void follow(Fragment fragment, List<String> chain) {
        YamlPath includes = YamlPath.of(Merger.INCLUDES);
        Optional<YNode> node = fragment.parsed().root().flatMap(root -> root.at(includes));
        if (node.orElse(null) instanceof YNode.YSeq seq) {
            for (int i = 0; i < seq.items().size(); i++) {
                int item = fragment.isRoot() ? i : fragment.item();
                include(fragment, includes.index(i), seq.items().get(i), item, chain);
            }
        } else if (node.isPresent() && !fragment.isRoot() && !isNull(node.get())) {
            say(
                    fragment,
                    includes,
                    DiagnosticCode.WRONG_TYPE,
                    "`includes` must be a list",
                    "Put it in brackets, or each item on its own line behind `- `.");
        }
    }

    private void include(
            Fragment from, YamlPath place, YNode item, int rootItem, List<String> chain) {
        boolean named =
                item instanceof YScalar s
                        && s.type() == YScalar.Type.STRING
                        && Shape.INCLUDE_PATH.matches(s.value());
        if (!named) {
            // In the root file the check of its structure says so.
            if (!from.isRoot()) {
                say(
                        from,
                        place,
                        DiagnosticCode.BAD_SOURCE,
                        "this is not " + Shape.INCLUDE_PATH.noun(),
                        Shape.INCLUDE_PATH.help());
            }
            return;
        }
        String name = NEEDLESS.matcher(((YScalar) item).value()).replaceAll("");
        if (chain.contains(name)) {
            say(
                    from,
                    place,
                    DiagnosticCode.INCLUDE_CYCLE,
                    circle(chain, name),
                    "Remove it here; settings that both need belong to a third file.");
        } else if (chain.size() > DEEPEST || names.size() >= MOST) {
            say(
                    from,
                    place,
                    DiagnosticCode.INCLUDE_DEPTH,
                    chain.size() > DEEPEST
                            ? "files include files more than " + DEEPEST + " deep"
                            : "a spec may include " + MOST + " files at most",
                    "Include the files that are needed from system.yaml itself.");
        } else if (!names.contains(name)) {
            open(from, place, name, rootItem, chain);
        }
    }

    private void open(
            Fragment from, YamlPath place, String name, int rootItem, List<String> chain) {
        Optional<String> content = texts.apply(name);
        if (content.isEmpty()) {
            say(
                    from,
                    place,
                    DiagnosticCode.SOURCE_MISSING,
                    "the project has no text file `" + name + "`",
                    "Paths are relative to the folder of system.yaml, and the file must be UTF-8"
                            + " text.");
            return;
        }
        names.add(name);
        var text = new SpecText(content.get());
        var fragment = new Fragment(name, text, parser.parse(text), rootItem);
        follow(fragment, append(chain, name));
        read.add(fragment);
    }

    private void say(
            Fragment fragment, YamlPath place, DiagnosticCode code, String message, String help) {
        said.add(new Said(fragment, Finding.at(place, code, message, help, Fixes.remove(place))));
    }

    private static String circle(List<String> chain, String name) {
        List<String> round = append(chain.subList(chain.indexOf(name), chain.size()), name);
        return round.size() == 2
                ? "`" + name + "` includes itself"
                : "these files include each other: "
                        + round.stream()
                                .map(file -> "`" + file + "`")
                                .collect(Collectors.joining(" → "));
    }

    private static List<String> append(List<String> chain, String name) {
        var longer = new ArrayList<>(chain);
        longer.add(name);
        return List.copyOf(longer);
    }

    private static boolean isNull(YNode node) {
        return node instanceof YScalar s && s.type() == YScalar.Type.NULL;
    }
}

package dev.coppice.model.export.nixos;

import dev.coppice.model.export.ExportInput;
import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Report;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.export.nixos.NixTree.Leaf;
import dev.coppice.model.nixos.OptionPath;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A configuration that grows: options, remarks, files to copy, and what became of each value. */
final class NixConfig {

    private final ExportInput input;
    private final Report report = new Report();
    private final NixTree tree = new NixTree();
    private final Map<NixSection, List<Remark>> remarks = new EnumMap<>(NixSection.class);
    private final SequencedMap<String, ExportedFile.Copy> copies = new TreeMap<>();

    private record Remark(String text, List<YamlPath> origins) {}

    NixConfig(ExportInput input) {
        this.input = input;
    }

    NixTree tree() {
        return tree;
    }

    SystemSpec spec() {
        return input.spec();
    }

    ExportInput input() {
        return input;
    }

    Report report() {
        return report;
    }

    /** The path of a value, when somebody wrote it. */
    List<YamlPath> written(Object... path) {
        YamlPath place = YamlPath.of(path);
        return isWritten(place) ? List.of(place) : List.of();
    }

    boolean isWritten(YamlPath path) {
        return input.tree().at(path).isPresent();
    }

    /** The value that an option has been given. */
    Optional<NixValue> value(List<String> option) {
        return tree.at(option)
                .filter(Leaf.class::isInstance)
                .map(Leaf.class::cast)
                .map(Leaf::value);
    }

    /** Whether an option, or one below it, has been given a value. */
    boolean isSet(List<String> option) {
        return tree.at(option).isPresent();
    }

    /** Options of one part of the file. */
    Part part(NixSection section) {
        return new Part(section);
    }

    /** The name under which a file of the project is copied; the expression that names the copy. */
    String copy(String source, YamlPath origin) {
        String clean =
                Stream.of(source.split("/"))
                        .filter(step -> !step.isEmpty() && !step.matches("\\.+"))
                        .reduce((up, down) -> up + "/" + down)
                        .orElse("file");
        String path = clean.startsWith("files/") ? clean : "files/" + clean;
        copies.putIfAbsent(path, new ExportedFile.Copy(path, source, origin));
        return NixText.file(path);
    }

    List<ExportedFile.Copy> copies() {
        return List.copyOf(copies.values());
    }

    /** Writes the options part by part. */
    void write(TextWriter out) {
        boolean first = true;
        for (NixSection section : NixSection.values()) {
            var body = new TextWriter("  ");
            new NixWriter(body).section(tree, section);
            remarks.getOrDefault(section, List.of())
                    .forEach(each -> body.line(NixText.comment(each.text()), each.origins()));
            if (!body.isEmpty()) {
                if (!first) {
                    out.gap();
                }
                first = false;
                out.line(NixText.comment(section.heading()));
                out.append(body);
            }
        }
    }

    /** One part of the file. */
    final class Part {
        private final NixSection section;

        private Part(NixSection section) {
            this.section = section;
        }

        /** Sets an option, named by a dotted path. */
        Part set(String option, NixValue value, List<YamlPath> origins) {
            return set(OptionPath.parse(option), value, origins);
        }

        /** Sets an option that does not come from a value of the spec, and says why. */
        Part because(String why, String option, NixValue value) {
            tree.set(OptionPath.parse(option), new Leaf(section, value, List.of(), List.of(why)));
            return this;
        }

        /** The same for something that has an origin too. */
        Part because(String why, List<String> option, NixValue value, List<YamlPath> origins) {
            tree.set(option, new Leaf(section, value, origins, List.of(why)));
            return this;
        }

        /** Sets an option whose path has names of the user's own. */
        Part set(List<String> option, NixValue value, List<YamlPath> origins) {
            List<YamlPath> replaced =
                    tree.set(option, new Leaf(section, value, origins, List.of()));
            replaced.stream()
                    .filter(path -> section == NixSection.RAW)
                    .forEach(
                            path ->
                                    report.approximated(
                                            path,
                                            "targets.nixos sets "
                                                    + NixText.path(option)
                                                    + ", which stands instead"));
            return this;
        }

        /** Adds an item to a list. */
        Part add(String option, NixValue value, List<YamlPath> origins) {
            return item(option, "", NixValue.Item.of(value, origins));
        }

        /** Adds an item or a remark to a list in a scope. */
        Part item(String option, String scope, NixValue.Item item) {
            tree.set(
                    OptionPath.parse(option),
                    new Leaf(
                            section,
                            new NixValue.Items(scope, List.of(item)),
                            List.of(),
                            List.of()));
            return this;
        }

        /** Adds to an option whose texts are joined, as several parts may say some of it. */
        Part lines(String option, NixValue text, List<YamlPath> origins) {
            return set(option, new NixValue.Applied(NixTree.MERGE, NixValue.list(text)), origins);
        }

        /** A line of comment at the end of the part. */
        Part remark(String text, List<YamlPath> origins) {
            remarks.computeIfAbsent(section, it -> new ArrayList<>())
                    .add(new Remark(text, origins));
            return this;
        }

        /** Sets an option when there is something to set. */
        Part maybe(String option, Optional<? extends NixValue> value, List<YamlPath> origins) {
            value.ifPresent(it -> set(option, it, origins));
            return this;
        }
    }
}

package dev.coppice.model.benchmark;

import dev.coppice.model.analysis.Analyzer;
import dev.coppice.model.complete.Catalog;
import dev.coppice.model.complete.Completer;
import dev.coppice.model.packages.IndexedPackage;
import dev.coppice.model.packages.PackageEntry;
import dev.coppice.model.packages.PackageIndex;
import dev.coppice.model.schema.SpecSchema;
import dev.coppice.model.text.EditBatch;
import dev.coppice.model.text.EditHistory;
import dev.coppice.model.text.LineIndex;
import dev.coppice.model.text.SpecText;
import dev.coppice.model.text.TextEdit;
import dev.coppice.model.text.TextRange;
import dev.coppice.model.yaml.YamlOp;
import dev.coppice.model.yaml.YamlParser;
import dev.coppice.model.yaml.YamlPatcher;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;

/** What the program does at a key of a person, on a text of some length; each time another text. */
final class Work {

    private static final int PACKAGES = 60_000;
    private static final String[] SYLLABLES = {
        "lib", "py", "thon", "3", "-", "ssh", "net", "ap", "ache", "dev", "gtk", "ruby", "-doc",
        "web", "ng", "inx", "data", "tool", "x", "kde", "font", "s", "core", "java", "perl"
    };

    private final SpecSchema schema = new SpecSchema();
    private final Analyzer analyzer = new Analyzer(schema);
    private final YamlParser parser = new YamlParser();
    private final YamlPatcher patcher = new YamlPatcher(schema::keysOf);
    private final Completer completer = new Completer(schema);
    private final SpecText text;
    private final SpecText typing;
    private final int caret;
    private final PackageIndex index = packages();
    private final Catalog catalog = new Catalog(Optional.of(index), Optional.empty(), List::of);

    Work(int lines) {
        this.text = LongSpec.ofLines(lines);
        String head = text.content();
        int list = head.indexOf("packages:\n") + "packages:\n".length();
        this.typing = new SpecText(head.substring(0, list) + "  - ss\n" + head.substring(list));
        this.caret = list + "  - ss".length();
    }

    /** The ways to spend time, by name. */
    Map<String, IntFunction<Object>> all() {
        var ways = new LinkedHashMap<String, IntFunction<Object>>();
        ways.put("analyze", this::analyze);
        ways.put("parse", this::parse);
        ways.put("patch", this::patch);
        ways.put("move", this::move);
        ways.put("lineIndex", this::lineIndex);
        ways.put("type", this::type);
        ways.put("complete", this::complete);
        ways.put("packages", this::search);
        return ways;
    }

    private SpecText changed(int turn) {
        return new SpecText(text.content() + "# " + turn);
    }

    Object analyze(int turn) {
        return analyzer.analyze(changed(turn), path -> Optional.empty());
    }

    Object parse(int turn) {
        return parser.parse(changed(turn));
    }

    /** A field of the form is changed. */
    Object patch(int turn) {
        var value = new YamlValue.Text("web-" + turn);
        return patcher.patch(text, "edit", List.of(new YamlOp.Set(YamlPath.of("hostname"), value)));
    }

    /** An item of a list is dragged to the end. */
    Object move(int turn) {
        return patcher.patch(
                text, "move", List.of(new YamlOp.Move(YamlPath.of("users", turn % 5), 10)));
    }

    Object lineIndex(int turn) {
        return new LineIndex(changed(turn)).positionAt(text.content().length() / 2);
    }

    /** A letter is typed in the middle of the text, as a step that can be undone. */
    Object type(int turn) {
        var history = new EditHistory(text);
        int at = text.content().length() / 2 + turn % 100;
        return history.apply(
                new EditBatch("Type", List.of(new TextEdit(new TextRange(at, at), "x"))));
    }

    Object complete(int turn) {
        return completer.complete(typing, caret, catalog);
    }

    Object search(int turn) {
        String[] typed = {"s", "ss", "ssh", "web dat", "python3-n", "q"};
        return index.search(typed[turn % typed.length], 100);
    }

    private static PackageIndex packages() {
        var random = new Random(20_261_123);
        var packages = new ArrayList<IndexedPackage>();
        for (int i = 0; i < PACKAGES; i++) {
            var name = new StringBuilder();
            for (int part = 0; part < 3 + random.nextInt(3); part++) {
                name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            var entry =
                    new PackageEntry(
                            name.append(i).toString(),
                            "1.0-" + i,
                            "net",
                            i,
                            "a package about " + SYLLABLES[i % SYLLABLES.length] + " and more");
            packages.add(new IndexedPackage(entry, List.of("libc6"), List.of()));
        }
        return new PackageIndex(packages);
    }
}

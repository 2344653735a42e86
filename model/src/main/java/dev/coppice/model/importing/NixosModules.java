package dev.coppice.model.importing;

import dev.coppice.model.importing.ImportNote.Outcome;
import dev.coppice.model.nix.NixData;
import dev.coppice.model.nix.NixData.Attrs;
import dev.coppice.model.nix.NixData.Placed;
import dev.coppice.model.nix.NixExpr;
import dev.coppice.model.nix.NixMerge;
import dev.coppice.model.nix.NixParser;
import dev.coppice.model.nix.NixReader;
import dev.coppice.model.text.LineIndex;
import dev.coppice.model.text.Position;
import dev.coppice.model.text.SpecText;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A module of NixOS with those that it imports from its folder. */
final class NixosModules {

    private static final int MOST_FILES = 60;
    private static final int LONGEST = 4_000;

    /** Attributes of a module beside its options. */
    private static final Set<String> OWN =
            Set.of("imports", "config", "options", "meta", "disabledModules", "_module", "_file");

    private final ImportSource source;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, LineIndex> lines = new HashMap<>();
    private final List<ImportNote> notes = new ArrayList<>();
    private Placed whole = new Placed(new Attrs(new LinkedHashMap<>(), List.of()), "", 0, 0, 100);

    NixosModules(ImportSource source) {
        this.source = source;
        open("", source.text().content());
    }

    private void open(String file, String text) {
        texts.put(file, text);
        lines.put(file, new LineIndex(new SpecText(text)));
    }

    /** What all modules say together. */
    Placed whole() {
        return whole;
    }

    List<ImportNote> notes() {
        return notes;
    }

    Position position(Placed value) {
        LineIndex index = lines.get(value.file());
        return index == null ? new Position(1, 1) : index.positionAt(value.start());
    }

    /** How a value is written, the indentation of its first line taken from all. */
    String verbatim(Placed value) {
        String text = texts.getOrDefault(value.file(), "");
        int start = Math.clamp(value.start(), 0, text.length());
        int end = Math.clamp(value.end(), start, Math.min(text.length(), start + LONGEST));
        String cut = text.substring(start, end);
        int column = start - (text.lastIndexOf('\n', Math.max(0, start - 1)) + 1);
        return cut.replaceAll("\n {1," + Math.max(1, column) + "}", "\n");
    }

    /** Reads the first file and what it imports. */
    void readAll() {
        NixExpr first = parsed("", source.text().content());
        read(NixReader.read("", first), "");
    }

    /** The expression of a file; what stands behind it is reported. */
    NixExpr parsed(String file, String text) {
        NixParser.Parsed parsed = NixParser.parse(text);
        parsed.behind()
                .ifPresent(
                        rest ->
                                lost(
                                        new Placed(
                                                new NixData.Null(),
                                                file,
                                                rest.start(),
                                                rest.end(),
                                                100),
                                        "It is not the Nix language."));
        return parsed.whole();
    }

    void lost(Placed value, String why) {
        lost("", value, why);
    }

    private void lost(String field, Placed value, String why) {
        String place = value.file().isEmpty() ? "" : value.file() + ": ";
        notes.add(
                new ImportNote(
                        (place + field).strip(),
                        position(value),
                        Outcome.DROPPED,
                        "",
                        why,
                        verbatim(value)));
    }

    /** Takes the options of a module, and reads what it imports. */
    void read(Placed module, String folder) {
        if (!(module.data() instanceof Attrs attrs)) {
            lost(module, "It is not a module of NixOS that can be read without Nix.");
            return;
        }
        imports(attrs, folder);
        boolean wrapped =
                attrs.entries().containsKey("config") || attrs.entries().containsKey("options");
        if (!wrapped) {
            var options = new LinkedHashMap<>(attrs.entries());
            OWN.forEach(options::remove);
            join(module.with(new Attrs(options, attrs.loose())));
            return;
        }
        attrs.entries()
                .forEach(
                        (name, value) -> {
                            if (name.equals("config")) {
                                if (value.data() instanceof Attrs) {
                                    join(value);
                                } else {
                                    lost(value, "It needs Nix.");
                                }
                            } else if (name.equals("options")) {
                                lost(value, "Options of one's own mean nothing outside NixOS.");
                            } else if (!OWN.contains(name)) {
                                lost(value, "It stands beside config, where NixOS refuses it.");
                            }
                        });
        attrs.loose().forEach(value -> lost(value, "It needs Nix."));
    }

    private void join(Placed options) {
        whole = NixMerge.merge(whole, options);
    }

    private void imports(Attrs module, String folder) {
        Placed imports = module.entries().get("imports");
        if (imports == null) {
            return;
        }
        if (!(imports.data() instanceof NixData.Items(List<Placed> items))) {
            lost("imports", imports, "Which modules are imported needs Nix.");
            return;
        }
        items.forEach(each -> module(each, folder));
    }

    /** A module that another names or holds. */
    void module(Placed module, String folder) {
        switch (module.data()) {
            case NixData.PathTo(String path) -> file(module, folder, path);
            case Attrs _ -> read(module, folder);
            default -> lost("imports", module, "The module that is imported needs Nix.");
        }
    }

    /** A module that is imported only where it is there. */
    void moduleIfThere(Placed module) {
        boolean there =
                module.data() instanceof NixData.PathTo(String path)
                        && inside("", path).flatMap(source.files()::text).isPresent();
        if (there || !(module.data() instanceof NixData.PathTo)) {
            module(module, "");
        }
    }

    private void file(Placed module, String folder, String path) {
        Optional<String> file = inside(folder, path);
        Optional<String> found =
                file.flatMap(
                        name ->
                                name.endsWith(".nix")
                                        ? Optional.of(name)
                                        : Optional.of(
                                                name.isEmpty()
                                                        ? "default.nix"
                                                        : name + "/default.nix"));
        Optional<String> text = found.flatMap(source.files()::text);
        if (found.isPresent() && texts.containsKey(found.get())) {
            return;
        }
        if (text.isEmpty() || texts.size() > MOST_FILES) {
            lost(
                    "imports",
                    module,
                    "The module " + path + " is not in the folder that is imported.");
            return;
        }
        String name = found.get();
        open(name, text.get());
        int slash = name.lastIndexOf('/');
        notes.add(new ImportNote("imports", position(module), Outcome.TAKEN, "", "", ""));
        read(
                NixReader.read(name, parsed(name, text.get())),
                slash < 0 ? "" : name.substring(0, slash));
    }

    /** A path beside the first file; empty when it leads out of the folder. */
    static Optional<String> inside(String folder, String path) {
        if (path.startsWith("/") || path.startsWith("~") || path.startsWith("<")) {
            return Optional.empty();
        }
        var steps = new ArrayList<String>();
        for (String step : (folder + "/" + path).split("/")) {
            if (step.equals("..")) {
                if (steps.isEmpty()) {
                    return Optional.empty();
                }
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return Optional.of(String.join("/", steps));
    }

    /** The folder of the file that a value stands in. */
    static String folder(Placed value) {
        int slash = value.file().lastIndexOf('/');
        return slash < 0 ? "" : value.file().substring(0, slash);
    }
}

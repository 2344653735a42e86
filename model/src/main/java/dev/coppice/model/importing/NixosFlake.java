package dev.coppice.model.importing;

import dev.coppice.model.importing.ImportNote.Outcome;
import dev.coppice.model.nix.NixData;
import dev.coppice.model.nix.NixData.Placed;
import dev.coppice.model.nix.NixExpr;
import dev.coppice.model.nix.NixExpr.Binding;
import dev.coppice.model.nix.NixExpr.Part;
import dev.coppice.model.nix.NixParser;
import dev.coppice.model.nix.NixReader;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.List;

/** A flake: the modules of its first system, as far as they lie in its folder. */
final class NixosFlake {

    private final NixosModules modules;
    private final Draft draft;
    private final List<Found> found = new ArrayList<>();

    /** The list of modules of a system. */
    private record Found(String name, NixExpr modules) {}

    NixosFlake(NixosModules modules, Draft draft) {
        this.modules = modules;
        this.draft = draft;
    }

    /** Whether a file is a flake. */
    static boolean is(ImportSource source) {
        if (source.file().equals("flake.nix")) {
            return true;
        }
        return NixParser.parse(source.text().content()).whole() instanceof NixExpr.Attrs attrs
                && hasOutputs(attrs);
    }

    private static boolean hasOutputs(NixExpr.Attrs attrs) {
        return attrs.bindings().stream()
                .anyMatch(
                        each ->
                                each instanceof Binding.Set set
                                        && names(set.path()).equals(List.of("outputs")));
    }

    void read(String text) {
        NixExpr flake = modules.parsed("", text);
        if (!(flake instanceof NixExpr.Attrs attrs)) {
            modules.lost(place(flake), "It is not a flake.");
            return;
        }
        for (Binding each : attrs.bindings()) {
            if (each instanceof Binding.Set set) {
                binding(set);
            }
        }
        if (found.isEmpty()) {
            modules.lost(place(flake), "No nixosConfigurations with a list of modules was found.");
            return;
        }
        Found first = found.getFirst();
        NixExpr list = first.modules();
        local(list);
        found.stream()
                .skip(1)
                .forEach(
                        each ->
                                modules.lost(
                                        place(each.modules()),
                                        "The system "
                                                + each.name()
                                                + " is another one; only "
                                                + first.name()
                                                + " is read."));
    }

    private void binding(Binding.Set set) {
        List<String> path = names(set.path());
        switch (path.isEmpty() ? "" : path.getFirst()) {
            case "description" -> {
                if (NixReader.read("", set.value()).data() instanceof NixData.Text(String text)
                        && Shape.LINE.matches(text)
                        && !text.isEmpty()) {
                    draft.set("description", new YamlValue.Text(text));
                    note("description", set, "description");
                }
            }
            case "outputs" -> search(set.value(), List.of(), 0);
            case "inputs" ->
                    modules.notes()
                            .add(
                                    new ImportNote(
                                            String.join(".", path),
                                            modules.position(at(set)),
                                            Outcome.DROPPED,
                                            "",
                                            "A spec names a release of Debian instead."));
            default ->
                    modules.notes()
                            .add(
                                    new ImportNote(
                                            String.join(".", path),
                                            modules.position(at(set)),
                                            Outcome.DROPPED,
                                            "",
                                            "It is about Nix itself.",
                                            modules.verbatim(at(set))));
        }
    }

    private void note(String field, Binding.Set set, String target) {
        modules.notes()
                .add(new ImportNote(field, modules.position(at(set)), Outcome.TAKEN, target, ""));
    }

    private static Placed at(Binding.Set set) {
        return new Placed(new NixData.Null(), "", set.start(), set.value().end(), 100);
    }

    private static Placed place(NixExpr expression) {
        return new Placed(new NixData.Null(), "", expression.start(), expression.end(), 100);
    }

    /** Looks for attributes called modules below nixosConfigurations. */
    private void search(NixExpr expression, List<String> path, int depth) {
        if (depth > 60) {
            return;
        }
        switch (expression) {
            case NixExpr.Lambda it -> search(it.body(), path, depth + 1);
            case NixExpr.Let it -> search(it.body(), path, depth + 1);
            case NixExpr.With it -> search(it.body(), path, depth + 1);
            case NixExpr.Apply it -> {
                if (path.contains("nixosConfigurations")) {
                    search(it.argument(), path, depth + 1);
                } else {
                    search(it.function(), path, depth + 1);
                    search(it.argument(), path, depth + 1);
                }
            }
            case NixExpr.Operation it -> {
                search(it.left(), path, depth + 1);
                search(it.right(), path, depth + 1);
            }
            case NixExpr.Attrs it -> {
                for (Binding each : it.bindings()) {
                    if (each instanceof Binding.Set set) {
                        var below = new ArrayList<>(path);
                        below.addAll(names(set.path()));
                        output(set, below, depth);
                    }
                }
            }
            default -> {}
        }
    }

    private void output(Binding.Set set, List<String> path, int depth) {
        int at = path.indexOf("nixosConfigurations");
        if (at >= 0 && path.getLast().equals("modules")) {
            found.add(new Found(path.size() > at + 2 ? path.get(at + 1) : "", set.value()));
        } else if (at >= 0) {
            search(set.value(), path, depth + 1);
        } else if (!path.isEmpty() && !set.path().isEmpty()) {
            Placed output = at(set);
            modules.notes()
                    .add(
                            new ImportNote(
                                    "outputs." + String.join(".", path),
                                    modules.position(output),
                                    Outcome.DROPPED,
                                    "",
                                    "Only nixosConfigurations are read.",
                                    modules.verbatim(output)));
        }
    }

    /** The modules that lie in the folder, or stand in the list itself. */
    private void local(NixExpr list) {
        switch (list) {
            case NixExpr.Items items -> {
                for (NixExpr each : items.items()) {
                    Placed module = NixReader.read("", each);
                    modules.module(module, "");
                }
            }
            case NixExpr.Operation join when join.operator().equals("++") -> {
                local(join.left());
                local(join.right());
            }
            case NixExpr.Apply optional -> {
                // lib.optional (builtins.pathExists ./file.nix) ./file.nix
                Placed module = NixReader.read("", optional.argument());
                modules.moduleIfThere(module);
            }
            default -> modules.lost(place(list), "Which modules there are needs Nix.");
        }
    }

    private static List<String> names(List<Part> path) {
        var names = new ArrayList<String>();
        for (Part part : path) {
            names.add(part instanceof Part.Chars(String text) ? text : "?");
        }
        return names;
    }
}

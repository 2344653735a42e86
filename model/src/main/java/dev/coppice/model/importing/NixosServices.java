package dev.coppice.model.importing;

import static dev.coppice.model.importing.NixosOptions.below;
import static dev.coppice.model.importing.NixosOptions.path;

import dev.coppice.model.export.nixos.DebianNames;
import dev.coppice.model.importing.ImportNote.Outcome;
import dev.coppice.model.nix.NixData;
import dev.coppice.model.nix.NixData.Attrs;
import dev.coppice.model.nix.NixData.Placed;
import dev.coppice.model.nixos.OptionPath;
import dev.coppice.model.schema.Shape;
import dev.coppice.model.yaml.YamlValue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Packages, and services that options switch on and off. */
final class NixosServices {

    private static final int DEEPEST = 4;

    private final NixosOptions options;
    private final Draft draft;
    private final DebianNames names;

    NixosServices(NixosOptions options, Draft draft, DebianNames names) {
        this.options = options;
        this.draft = draft;
        this.names = names;
    }

    void take() {
        installed(path("environment.systemPackages"));
        for (String user : options.names(path("users.users"))) {
            installed(below(path("users.users"), user, "packages"));
        }
        installed(path("fonts.packages"));
        for (String top : List.of("services", "programs", "virtualisation", "hardware")) {
            switches(List.of(top), 1);
        }
        switched(path("networking.networkmanager.enable"));
        switched(path("networking.nftables.enable"));
        switched(path("security.apparmor.enable"));
        switched(path("security.auditd.enable"));
    }

    private void installed(List<String> path) {
        List<Placed> items = options.items(path);
        if (items.isEmpty()) {
            return;
        }
        for (Placed item : items) {
            attribute(item.data())
                    .ifPresentOrElse(
                            name -> attribute(name, item, path),
                            () ->
                                    options.add(
                                            OptionPath.shown(path),
                                            item,
                                            Outcome.DROPPED,
                                            "",
                                            "It is made by Nix; no package of Debian is known for"
                                                    + " it."));
        }
        options.said(path);
    }

    private static Optional<String> attribute(NixData data) {
        return data instanceof NixData.Symbol symbol
                ? Optional.of(
                        String.join(
                                ".",
                                symbol.path().getFirst().equals("pkgs")
                                        ? symbol.path().subList(1, symbol.path().size())
                                        : symbol.path()))
                : Optional.empty();
    }

    private void attribute(String attribute, Placed item, List<String> path) {
        Optional<String> known =
                names.ofPackage(attribute)
                        .or(() -> names.ofOption("programs." + attribute + ".enable"));
        String field = OptionPath.shown(path) + " " + attribute;
        if (known.isPresent()) {
            draft.add("packages", new YamlValue.Text(known.get()));
            boolean same = known.get().equals(attribute);
            options.add(
                    field,
                    item,
                    same ? Outcome.TAKEN : Outcome.APPROXIMATED,
                    "packages",
                    same ? "" : "Debian's package is called " + known.get() + ".");
            return;
        }
        String guess = attribute.substring(attribute.lastIndexOf('.') + 1);
        options.add(
                field,
                item,
                Outcome.DROPPED,
                "",
                Shape.PACKAGE.matches(guess)
                        ? "It is not in the table of packages. Look for " + guess + " in Debian."
                        : "It is not in the table of packages.");
    }

    /** Options called {@code enable}. */
    private void switches(List<String> path, int depth) {
        for (String name : options.names(path)) {
            List<String> below = below(path, name);
            if (name.equals("enable")) {
                switched(below);
            } else if (depth < DEEPEST && options.at(below).orElseThrow().data() instanceof Attrs) {
                switches(below, depth + 1);
            }
        }
    }

    private void switched(List<String> path) {
        Optional<Boolean> on = options.bool(path);
        String option = shown(path);
        Optional<String> unit = names.unitOf(option);
        Optional<String> single = names.ofOption(option);
        if (on.isEmpty() || options.isSaid(path)) {
            return;
        }
        if (option.equals("networking.nftables.enable")) {
            // The firewall of a spec is nftables' anyway.
            if (options.at(path("networking.firewall")).isPresent() && on.get()) {
                options.taken(path, "network.firewall");
                return;
            }
        }
        if (unit.isPresent()) {
            service(unit.get(), on.get());
            if (on.get()) {
                names.packageOfUnit(unit.get())
                        .ifPresent(name -> draft.add("packages", new YamlValue.Text(name)));
            }
            options.near(
                    path,
                    "services." + unit.get(),
                    "Debian's service has defaults of its own; its settings are files in /etc.");
        } else if (single.isPresent() && on.get()) {
            draft.add("packages", new YamlValue.Text(single.get()));
            options.near(
                    path, "packages", "Debian's package " + single.get() + " with its defaults.");
        } else if (path.size() == 3 && path.getFirst().equals("programs") && on.get()) {
            names.ofPackage(path.get(1))
                    .ifPresent(
                            name -> {
                                draft.add("packages", new YamlValue.Text(name));
                                options.near(
                                        path,
                                        "packages",
                                        "Debian's package " + name + " with its defaults.");
                            });
        }
    }

    /** As the tables write it, with empty names in quotes. */
    private static String shown(List<String> path) {
        return String.join(".", path.stream().map(name -> name.isEmpty() ? "\"\"" : name).toList());
    }

    private void service(String unit, boolean on) {
        draft.set("services", unit, Draft.record(Map.of("enabled", new YamlValue.Bool(on))));
    }
}

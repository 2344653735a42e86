package dev.coppice.model.export.nixos;

import static dev.coppice.model.export.nixos.NixValue.code;
import static dev.coppice.model.export.nixos.NixValue.of;

import dev.coppice.model.export.nixos.NixValue.Item;
import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.spec.ServiceState;
import dev.coppice.model.yaml.YamlPath;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Packages: attributes of nixpkgs, or the options that stand for them. */
final class SoftwarePart {

    private static final String INSTALLED = "environment.systemPackages";

    private final NixConfig config;
    private final NixosPackages packages;
    private final NixosServices services;

    /** Options of services that bring an attribute of nixpkgs by themselves. */
    private final Map<String, String> served = new HashMap<>();

    SoftwarePart(NixConfig config, NixosPackages packages, NixosServices services) {
        this.config = config;
        this.packages = packages;
        this.services = services;
    }

    void write() {
        List<String> names = config.spec().software().packages();
        names.stream()
                .map(packages::of)
                .flatMap(Optional::stream)
                .filter(NixosPackages.Serves.class::isInstance)
                .map(NixosPackages.Serves.class::cast)
                .forEach(this::note);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            YamlPath path = YamlPath.of("packages", i);
            packages.of(name)
                    .ifPresentOrElse(
                            meaning -> known(name, meaning, path), () -> unknown(name, path));
        }
    }

    private void known(String name, NixosPackages.Meaning meaning, YamlPath path) {
        NixConfig.Part part = config.part(NixSection.PACKAGES);
        switch (meaning) {
            case NixosPackages.Attributes it -> install(it.attributes(), path);
            case NixosPackages.Options it -> {
                it.options().forEach(option -> part.set(option, of(true), List.of(path)));
                config.report().approximated(path, String.join(", ", it.options()));
            }
            case NixosPackages.Serves it -> serve(name, it, path);
            case NixosPackages.Builtin it -> {
                part.remark(name + ": " + it.how(), List.of(path));
                config.report().approximated(path, it.how());
            }
            case NixosPackages.Nothing it -> {
                part.remark(name + " is left out: " + it.why(), List.of(path));
                config.report().dropped(path, it.why());
            }
        }
    }

    private void note(NixosPackages.Serves serves) {
        for (String option : options(serves)) {
            serves.attributes().forEach(attribute -> served.putIfAbsent(attribute, option));
        }
    }

    private void install(List<String> attributes, YamlPath path) {
        if (!attributes.isEmpty() && served.keySet().containsAll(attributes)) {
            String option = served.get(attributes.getFirst());
            config.part(NixSection.SERVICES).set(option, of(true), List.of(path));
            config.report().approximated(path, option + " brings its programs too");
            return;
        }
        attributes.forEach(
                attribute ->
                        config.part(NixSection.PACKAGES)
                                .item(
                                        INSTALLED,
                                        "with pkgs;",
                                        Item.of(code(attribute), List.of(path))));
        config.report()
                .approximated(
                        path,
                        "pkgs."
                                + String.join(", pkgs.", attributes)
                                + "; the version is that of nixpkgs");
    }

    /** Debian starts a service once it is installed, unless the spec says otherwise. */
    private void serve(String name, NixosPackages.Serves serves, YamlPath path) {
        List<String> options = options(serves);
        for (String option : options) {
            config.part(NixSection.SERVICES).set(option, of(true), List.of(path));
            config.report().approximated(path, option + "; the version is that of nixpkgs");
        }
        if (options.isEmpty() && serves.attributes().isEmpty()) {
            config.part(NixSection.PACKAGES)
                    .remark(name + " comes with its service, which is off", List.of(path));
        } else if (options.isEmpty()) {
            install(serves.attributes(), path);
        }
    }

    /** The options of its services that are on. */
    private List<String> options(NixosPackages.Serves serves) {
        return serves.units().stream()
                .filter(this::isOn)
                .map(services::of)
                .flatMap(Optional::stream)
                .map(NixosServices.Service::option)
                .flatMap(Optional::stream)
                .toList();
    }

    private boolean isOn(String unit) {
        ServiceState said = config.spec().systemd().services().get(UnitNames.full(unit));
        return said == null || said == ServiceState.ENABLED;
    }

    private void unknown(String name, YamlPath path) {
        List<String> candidates = NixosPackages.candidates(name);
        config.part(NixSection.PACKAGES)
                .item(
                        INSTALLED,
                        "with pkgs;",
                        Item.remark(
                                name
                                        + "  (not in our table; look for "
                                        + String.join(" or ", candidates)
                                        + " on search.nixos.org)",
                                List.of(path)));
        config.report()
                .dropped(
                        path,
                        "not in our table of nixpkgs; it may be "
                                + String.join(" or ", candidates)
                                + ": look it up, and add it under targets.nixos");
    }
}

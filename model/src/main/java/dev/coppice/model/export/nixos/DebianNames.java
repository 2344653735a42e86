package dev.coppice.model.export.nixos;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What things of NixOS are called on Debian: the tables of the export, read the other way round.
 */
public final class DebianNames {

    private final Map<String, String> packages = new LinkedHashMap<>();
    private final Map<String, String> byOption = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private final Map<String, String> unitNames = new LinkedHashMap<>();
    private final Map<String, String> servers = new LinkedHashMap<>();

    /** With the tables that come with the program. */
    public DebianNames() {
        var names = new NixosPackages();
        var services = new NixosServices();
        for (String name : names.names()) {
            switch (names.of(name).orElseThrow()) {
                case NixosPackages.Attributes it -> note(it.attributes(), name);
                case NixosPackages.Options it ->
                        it.options().forEach(option -> byOption.putIfAbsent(option, name));
                case NixosPackages.Serves it -> {
                    it.units().forEach(unit -> servers.putIfAbsent(unit, name));
                    note(it.attributes(), name);
                }
                case NixosPackages.Builtin _, NixosPackages.Nothing _ -> {}
            }
        }
        for (String unit : services.names()) {
            NixosServices.Service service = services.of(unit).orElseThrow();
            service.option().ifPresent(option -> units.putIfAbsent(option, unit));
            unitNames.putIfAbsent(service.unit(), unit);
        }
    }

    /** A package of one attribute is known by it; of several, the name that is the same wins. */
    private void note(List<String> attributes, String name) {
        if (attributes.size() == 1) {
            String attribute = attributes.getFirst();
            if (attribute.equals(name)) {
                packages.put(attribute, name);
            } else {
                packages.putIfAbsent(attribute, name);
            }
        }
    }

    /** Debian's package of an attribute of nixpkgs. */
    public Optional<String> ofPackage(String attribute) {
        return Optional.ofNullable(packages.get(attribute));
    }

    /** Debian's package that an option of NixOS stands for: {@code programs.git.enable}. */
    public Optional<String> ofOption(String option) {
        return Optional.ofNullable(byOption.get(option));
    }

    /** Debian's unit that an option of NixOS switches on, without {@code .service}. */
    public Optional<String> unitOf(String option) {
        return Optional.ofNullable(units.get(option));
    }

    /** Debian's unit for one of NixOS: {@code sshd.service} is {@code ssh}. */
    public Optional<String> unitNamed(String nixos) {
        return Optional.ofNullable(unitNames.get(nixos));
    }

    /** Debian's package that brings a unit. */
    public Optional<String> packageOfUnit(String unit) {
        return Optional.ofNullable(servers.get(unit));
    }

    /** Debian's group for one of NixOS: {@code wheel} is {@code sudo}. */
    public static String group(String nixos) {
        return NixosNames.debianGroup(nixos);
    }

    /** A command line with programs where Debian has them. */
    public static String command(String nixos) {
        return nixos.replace(NixosNames.BIN, "/usr/bin/")
                .replaceAll("\\$\\{pkgs\\.[A-Za-z0-9_.-]+}/s?bin/", "/usr/bin/");
    }
}

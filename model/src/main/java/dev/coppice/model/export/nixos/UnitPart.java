package dev.coppice.model.export.nixos;

import static dev.coppice.model.export.nixos.NixValue.of;

import dev.coppice.model.rules.unit.UnitText;
import dev.coppice.model.rules.unit.UnitText.Setting;
import dev.coppice.model.schema.UnitNames;
import dev.coppice.model.spec.ServiceState;
import dev.coppice.model.spec.Unit;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Units of the spec as options of systemd units; as raw text where those cannot say it. */
final class UnitPart {

    /** Settings of [Unit] that are options of their own. */
    private static final Map<String, String> RELATIONS =
            Map.ofEntries(
                    Map.entry("After", "after"),
                    Map.entry("Before", "before"),
                    Map.entry("Wants", "wants"),
                    Map.entry("Requires", "requires"),
                    Map.entry("Requisite", "requisite"),
                    Map.entry("BindsTo", "bindsTo"),
                    Map.entry("PartOf", "partOf"),
                    Map.entry("Conflicts", "conflicts"),
                    Map.entry("OnFailure", "onFailure"),
                    Map.entry("OnSuccess", "onSuccess"),
                    Map.entry("Upholds", "upholds"));

    /** Settings of [Install], which NixOS itself acts upon. */
    private static final Map<String, String> INSTALL =
            Map.of(
                    "WantedBy", "wantedBy",
                    "RequiredBy", "requiredBy",
                    "UpheldBy", "upheldBy",
                    "Alias", "aliases");

    /** What NixOS accepts as the name of a unit in a relation. */
    private static final String UNIT =
            "[a-zA-Z0-9@%:_.\\\\-]+[.](service|socket|device|mount|automount|swap|target|path"
                    + "|timer|scope|slice)";

    private final NixConfig config;
    private final NixConfig.Part part;
    private final NixosServices services;

    UnitPart(NixConfig config, NixosServices services) {
        this.config = config;
        this.part = config.part(NixSection.UNITS);
        this.services = services;
    }

    void write() {
        List<Unit> units = config.spec().systemd().units();
        for (int i = 0; i < units.size(); i++) {
            unit(units.get(i), YamlPath.of("units", i));
        }
    }

    private void unit(Unit unit, YamlPath path) {
        String debian = UnitNames.full(unit.name());
        String name = unit.dropIn().isPresent() ? services.unit(debian) : debian;
        UnitText text = UnitText.parse(unit.content());
        boolean wanted =
                unit.dropIn().isPresent()
                        || config.spec().systemd().services().get(debian) == ServiceState.ENABLED;
        if (UnitKinds.of(name).filter(kind -> fits(kind, text)).isPresent()) {
            options(name, unit, text, wanted, path);
        } else {
            raw(name, unit, text, wanted, path);
        }
    }

    /** Whether the options of the kind can say everything. */
    private boolean fits(UnitKinds.Kind kind, UnitText text) {
        Set<String> sections = Set.of("Unit", "Install", kind.section());
        return text.stray().isEmpty()
                && text.sections().stream().allMatch(each -> sections.contains(each.name()))
                && text.settings().stream().allMatch(this::fits);
    }

    private boolean fits(Setting setting) {
        boolean relation =
                setting.section().equals("Unit") && RELATIONS.containsKey(setting.name())
                        || setting.section().equals("Install")
                                && INSTALL.containsKey(setting.name());
        return !relation || units(setting).stream().allMatch(unit -> unit.matches(UNIT));
    }

    private List<String> units(Setting setting) {
        return Stream.of(setting.value().split("\\s+"))
                .filter(name -> !name.isEmpty())
                .map(services::unit)
                .toList();
    }

    private void options(String name, Unit unit, UnitText text, boolean wanted, YamlPath path) {
        List<YamlPath> origins =
                Stream.of("content", "name", "dropIn")
                        .map(path::key)
                        .filter(config::isWritten)
                        .toList();
        UnitKinds.Kind kind = UnitKinds.of(name).orElseThrow();
        boolean set = false;
        var sections = new LinkedHashMap<String, Map<String, List<String>>>();
        for (Setting setting : text.settings()) {
            Optional<String> relation = relation(setting);
            if (setting.section().equals("Install") && (!wanted || relation.isEmpty())) {
                continue;
            }
            set = true;
            if (relation.isPresent()) {
                part.set(
                        UnitKinds.option(name, relation.get()),
                        NixValue.texts(units(setting)),
                        setting.section().equals("Install") ? installed(unit, path) : origins);
            } else if (setting.section().equals("Unit") && setting.name().equals("Description")) {
                part.set(UnitKinds.option(name, "description"), of(setting.value()), origins);
            } else {
                String option = setting.section().equals("Unit") ? "unitConfig" : kind.config();
                sections.computeIfAbsent(option, it -> new LinkedHashMap<>())
                        .computeIfAbsent(setting.name(), it -> new ArrayList<>())
                        .add(setting.value());
            }
        }
        if (kind.set().equals("services") && unit.dropIn().isEmpty()) {
            part.because(
                    "Programs of all packages, as a service on Debian finds them.",
                    UnitKinds.option(name, "path"),
                    NixValue.list(of("/run/current-system/sw")),
                    List.of(path.key("name")));
            set = true;
        }
        sections.forEach(
                (option, settings) -> {
                    var full = new ArrayList<>(UnitKinds.option(name, option));
                    settings.forEach(
                            (key, values) -> {
                                var place = new ArrayList<>(full);
                                place.add(key);
                                part.set(place, value(key, values), origins);
                            });
                });
        if (!set) {
            part.set(UnitKinds.path(name), NixValue.attrs(), List.of(path));
        }
        config.report()
                .approximated(
                        path,
                        NixText.path(UnitKinds.path(name))
                                + "; programs of /usr/bin are those of "
                                + NixosNames.BIN);
    }

    /** What is wanted comes from the unit's text and from the service that is switched on. */
    private List<YamlPath> installed(Unit unit, YamlPath path) {
        return List.of(ServicePart.place(config, UnitNames.full(unit.name())), path.key("content"));
    }

    private static Optional<String> relation(Setting setting) {
        return switch (setting.section()) {
            case "Unit" -> Optional.ofNullable(RELATIONS.get(setting.name()));
            case "Install" -> Optional.ofNullable(INSTALL.get(setting.name()));
            default -> Optional.empty();
        };
    }

    /** A setting that stands several times is a list. */
    private static NixValue value(String key, List<String> values) {
        List<NixValue> all = values.stream().map(value -> single(key, value)).toList();
        return all.size() == 1 ? all.getFirst() : NixValue.list(all);
    }

    private static NixValue single(String key, String value) {
        // Restart= has a word "no" that is no truth value.
        boolean truth = !key.equals("Restart");
        if (truth && (value.equals("yes") || value.equals("true"))) {
            return of(true);
        }
        if (truth && (value.equals("no") || value.equals("false"))) {
            return of(false);
        }
        return NixValue.numberOr(NixosNames.command(value));
    }

    private void raw(String name, Unit unit, UnitText text, boolean wanted, YamlPath path) {
        if (unit.dropIn().isPresent()) {
            part.set(
                    List.of("systemd", "units", name, "overrideStrategy"),
                    of("asDropin"),
                    List.of(path.key("dropIn")));
        }
        part.set(
                List.of("systemd", "units", name, "text"),
                of(NixosNames.command(unit.content())),
                List.of(path));
        for (Setting setting : wanted ? text.settings() : List.<Setting>of()) {
            if (setting.section().equals("Install") && fits(setting)) {
                relation(setting)
                        .ifPresent(
                                option ->
                                        part.set(
                                                List.of("systemd", "units", name, option),
                                                NixValue.texts(units(setting)),
                                                installed(unit, path)));
            }
        }
        config.report()
                .approximated(
                        path,
                        "systemd.units."
                                + NixText.name(name)
                                + ".text; programs of /usr/bin are those of "
                                + NixosNames.BIN);
    }
}

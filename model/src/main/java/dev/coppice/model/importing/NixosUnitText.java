package dev.coppice.model.importing;

import static dev.coppice.model.importing.NixosOptions.below;

import dev.coppice.model.export.nixos.DebianNames;
import dev.coppice.model.nix.NixData;
import dev.coppice.model.schema.UnitNames;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The unit file that options of NixOS describe.
 *
 * @param content its text
 * @param isWhole whether it is a unit of its own, and no addition to another
 * @param isWanted whether something starts it
 * @param script what a service runs when it is no single command
 * @param scriptPath where the script is put
 * @param remarks options that a unit file cannot say
 */
record NixosUnitText(
        String content,
        boolean isWhole,
        boolean isWanted,
        Optional<String> script,
        String scriptPath,
        List<String> remarks) {

    private static final Map<String, String> UNIT =
            Map.ofEntries(
                    Map.entry("after", "After"),
                    Map.entry("before", "Before"),
                    Map.entry("wants", "Wants"),
                    Map.entry("requires", "Requires"),
                    Map.entry("requisite", "Requisite"),
                    Map.entry("bindsTo", "BindsTo"),
                    Map.entry("partOf", "PartOf"),
                    Map.entry("conflicts", "Conflicts"),
                    Map.entry("onFailure", "OnFailure"),
                    Map.entry("onSuccess", "OnSuccess"),
                    Map.entry("upholds", "Upholds"));

    private static final Map<String, String> INSTALL =
            Map.of(
                    "wantedBy", "WantedBy",
                    "requiredBy", "RequiredBy",
                    "upheldBy", "UpheldBy",
                    "aliases", "Alias");

    private static final Set<String> SECTIONS =
            Set.of("serviceConfig", "timerConfig", "socketConfig", "pathConfig", "sliceConfig");

    NixosUnitText {
        remarks = List.copyOf(remarks);
    }

    /** The file; empty when something of it needs Nix, so that it has to be listed. */
    static Optional<NixosUnitText> of(NixosOptions options, String unit, List<String> path) {
        var sections = new LinkedHashMap<String, List<String>>();
        sections.put("Unit", new ArrayList<>());
        String own =
                Character.toUpperCase(UnitNames.suffix(unit).charAt(0))
                        + UnitNames.suffix(unit).substring(1);
        sections.put(own, new ArrayList<>());
        sections.put("Install", new ArrayList<>());
        var remarks = new ArrayList<String>();
        Optional<String> script = Optional.empty();
        String scriptPath = "/usr/local/sbin/" + unit.replaceFirst("\\.[a-z]+$", "") + "-start";
        for (String option : options.names(path)) {
            List<String> below = below(path, option);
            NixData data = options.at(below).orElseThrow().data();
            if (!data.isLiteral() && !option.equals("path")) {
                return Optional.empty();
            }
            if (option.equals("description")) {
                options.text(below)
                        .ifPresent(text -> sections.get("Unit").add("Description=" + text));
            } else if (UNIT.containsKey(option)) {
                names(options, below, UNIT.get(option), sections.get("Unit"));
            } else if (INSTALL.containsKey(option)) {
                names(options, below, INSTALL.get(option), sections.get("Install"));
            } else if (option.equals("unitConfig")) {
                settings(options, below, sections.get("Unit"));
            } else if (SECTIONS.contains(option)) {
                settings(options, below, sections.get(own));
            } else if (option.equals("environment")) {
                environment(options, below, sections.get(own));
            } else if (option.equals("script")) {
                script = options.text(below);
                sections.get(own).add("ExecStart=" + scriptPath);
            } else if (!Set.of("path", "enable", "startAt").contains(option)) {
                remarks.add(option);
            }
        }
        boolean whole =
                script.isPresent()
                        || options.at(below(path, "serviceConfig", "ExecStart")).isPresent()
                        || !own.equals("Service") && !sections.get("Install").isEmpty()
                        || options.at(below(path, "path")).isPresent();
        return Optional.of(
                new NixosUnitText(
                        text(sections, own),
                        whole,
                        whole && !sections.get("Install").isEmpty(),
                        script.map(DebianNames::command),
                        scriptPath,
                        remarks));
    }

    /** The sections as a file; one of the unit's own kind is written even when it is empty. */
    private static String text(Map<String, List<String>> sections, String own) {
        var out = new StringBuilder();
        sections.forEach(
                (section, lines) -> {
                    if (!lines.isEmpty() || section.equals(own) && !section.equals("Target")) {
                        out.append(out.isEmpty() ? "" : "\n")
                                .append('[')
                                .append(section)
                                .append("]\n");
                        lines.forEach(line -> out.append(line).append('\n'));
                    }
                });
        return out.toString();
    }

    private static void environment(NixosOptions options, List<String> path, List<String> lines) {
        for (String name : options.names(path)) {
            options.text(below(path, name))
                    .map(value -> value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .ifPresent(value -> lines.add("Environment=\"" + name + "=" + value + "\""));
        }
    }

    private static void names(
            NixosOptions options, List<String> path, String key, List<String> lines) {
        options.texts(path)
                .filter(all -> !all.isEmpty())
                .ifPresent(all -> lines.add(key + "=" + String.join(" ", all)));
    }

    private static void settings(NixosOptions options, List<String> path, List<String> lines) {
        for (String key : options.names(path)) {
            NixData data = options.at(below(path, key)).orElseThrow().data();
            List<NixData> values =
                    data instanceof NixData.Items list
                            ? list.items().stream().map(NixData.Placed::data).toList()
                            : List.of(data);
            for (NixData value : values) {
                String text =
                        value instanceof NixData.Bool(boolean on)
                                ? on ? "yes" : "no"
                                : NixosOptions.text(value).map(DebianNames::command).orElse("");
                lines.add(key + "=" + text.replace("\n", " "));
            }
        }
    }
}

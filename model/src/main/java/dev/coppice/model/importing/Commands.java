package dev.coppice.model.importing;

import dev.coppice.model.yaml.YamlValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commands of a foreign file, as a script that a unit runs at boot. */
final class Commands {

    static final String UNIT = "imported-commands.service";

    private static final String SCRIPT = "/usr/local/sbin/imported-commands";

    private final List<String> lines = new ArrayList<>();

    void add(String line) {
        lines.add(line);
    }

    /** A word as the shell takes it back. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }

    void write(Draft draft) {
        if (lines.isEmpty()) {
            return;
        }
        var file = new LinkedHashMap<String, YamlValue>();
        file.put("path", new YamlValue.Text(SCRIPT));
        file.put("mode", new YamlValue.Text("0755"));
        file.put("content", new YamlValue.Text("#!/bin/sh\n" + String.join("\n", lines) + "\n"));
        draft.add("files", new YamlValue.Fields(file));
        var unit = new LinkedHashMap<String, YamlValue>();
        unit.put("name", new YamlValue.Text(UNIT));
        unit.put(
                "content",
                new YamlValue.Text(
                        """
                        [Unit]
                        Description=Commands that were imported
                        Wants=network-online.target
                        After=network-online.target

                        [Service]
                        Type=oneshot
                        RemainAfterExit=yes
                        ExecStart=%s

                        [Install]
                        WantedBy=multi-user.target
                        """
                                .formatted(SCRIPT)));
        draft.add("units", new YamlValue.Fields(unit));
        draft.set(
                "services",
                UNIT.substring(0, UNIT.lastIndexOf('.')),
                Draft.record(Map.of("enabled", new YamlValue.Bool(true))));
    }
}

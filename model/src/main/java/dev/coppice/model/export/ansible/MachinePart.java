package dev.coppice.model.export.ansible;

import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.linux.RegionFiles;
import dev.coppice.model.spec.Region;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.stream.Collectors;

/** What the machine is: its release, its name and those of others, its time and languages. */
final class MachinePart {

    private static final YamlPath HOSTNAME = YamlPath.of("hostname");
    private static final String LINE = "ansible.builtin.lineinfile";

    private final SystemSpec spec;
    private final Handlers handlers;
    private final Steps steps;

    MachinePart(SystemSpec spec, Handlers handlers, Steps steps) {
        this.spec = spec;
        this.handlers = handlers;
        this.steps = steps;
    }

    void write() {
        release();
        names();
        steps.topic("Time and language.");
        YamlPath timezone = YamlPath.of("timezone");
        steps.add(
                "Set the time zone",
                "ansible.builtin.file",
                new YamlMap()
                        .put("src", "/usr/share/zoneinfo/" + spec.region().timezone())
                        .put("dest", "/etc/localtime")
                        .put("state", "link")
                        .put("force", Yaml.bool(true)),
                timezone);
    }

    private void release() {
        String release = spec.base().release();
        steps.topic("The packages and files below are those of one release.");
        steps.add(
                "Refuse any other system",
                "ansible.builtin.assert",
                new YamlMap()
                        .put(
                                "that",
                                Yaml.items(
                                        List.of(
                                                Yaml.text(
                                                        "ansible_facts['distribution'] == 'Debian'",
                                                        YamlPath.of("base", "distribution")),
                                                Yaml.text(
                                                        "ansible_facts['distribution_release'] == '"
                                                                + release
                                                                + "'",
                                                        YamlPath.of("base", "release")))))
                        .put("fail_msg", "This playbook is for Debian " + release + "."),
                YamlPath.of("base"));
    }

    private void names() {
        String host = spec.hostname();
        steps.topic("Names.");
        steps.add(
                "Set the host name",
                "ansible.builtin.hostname",
                new YamlMap().put("name", host).put("use", "systemd"),
                HOSTNAME,
                YamlPath.of("name"));
        String shortName = host.contains(".") ? host.substring(0, host.indexOf('.')) : host;
        steps.add(
                "Let the machine know its own name",
                LINE,
                new YamlMap()
                        .put("path", "/etc/hosts")
                        .put("regexp", "^127\\.0\\.1\\.1\\s")
                        .put(
                                "line",
                                "127.0.1.1 "
                                        + (shortName.equals(host) ? host : host + " " + shortName)),
                HOSTNAME,
                YamlPath.of("name"));
        if (!spec.network().hosts().isEmpty()) {
            steps.add(
                    "Let the machine know the names of others",
                    "ansible.builtin.blockinfile",
                    new YamlMap()
                            .put("path", "/etc/hosts")
                            .put("marker", "# {mark} written by Coppice")
                            .put(
                                    "block",
                                    spec.network().hosts().entrySet().stream()
                                            .map(
                                                    each ->
                                                            each.getKey()
                                                                    + " "
                                                                    + String.join(
                                                                            " ", each.getValue())
                                                                    + "\n")
                                            .collect(Collectors.joining())),
                    YamlPath.of("network", "hosts"));
        }
    }

    /** Once the package is there that makes locales. */
    void languages() {
        Region region = spec.region();
        for (String locale : RegionFiles.locales(region)) {
            String line = locale + " UTF-8";
            steps.add(
                    "Choose the locale " + locale,
                    LINE,
                    new YamlMap()
                            .put("path", "/etc/locale.gen")
                            .put("regexp", "^#?\\s*" + line.replace(".", "\\.") + "\\s*$")
                            .put("line", line),
                    handlers.notify("/etc/locale.gen"),
                    YamlPath.of("locale"),
                    YamlPath.of("locales"),
                    YamlPath.of("localeSettings"));
        }
    }
}

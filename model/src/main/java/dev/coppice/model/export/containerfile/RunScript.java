package dev.coppice.model.export.containerfile;

import static dev.coppice.model.export.debian.ShellWords.quote;

import dev.coppice.model.export.ExportedFile.Line;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.export.debian.HostKeys;
import dev.coppice.model.linux.NeededPackages;
import dev.coppice.model.spec.Machine;
import dev.coppice.model.spec.Storage;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/** The command that starts the container, with what only podman-run(1) can say. */
final class RunScript {

    private final SystemSpec spec;
    private final List<Line> options = new ArrayList<>();

    RunScript(SystemSpec spec) {
        this.spec = spec;
    }

    TextWriter text() {
        add("--name " + spec.name(), YamlPath.of("name"));
        add("--hostname " + spec.hostname(), YamlPath.of("hostname"), YamlPath.of("name"));
        names();
        spec.kernel().sysctl().entrySet().stream()
                .filter(entry -> ContainedSpec.ownVariable(entry.getKey()))
                .forEach(
                        entry ->
                                add(
                                        "--sysctl "
                                                + quote(entry.getKey() + "=" + entry.getValue()),
                                        YamlPath.of("kernel", "sysctl", entry.getKey())));
        ports();
        volumes();
        var text = new TextWriter("    ");
        text.line("#!/bin/sh");
        text.line(
                "# Starts the container with systemd as its first process; what runs is replaced.");
        text.line("#   stop it:  podman stop " + spec.name());
        text.line("#   look in:  podman exec -it " + spec.name() + " bash");
        text.line("set -eu");
        text.line("exec podman run --detach --replace --systemd=always \\");
        text.indented(
                () -> {
                    options.forEach(each -> text.line(each.text() + " \\", each.origins()));
                    text.line("localhost/" + spec.name());
                });
        return text;
    }

    private void names() {
        spec.network()
                .hosts()
                .forEach(
                        (address, names) -> {
                            for (int i = 0; i < names.size(); i++) {
                                add(
                                        "--add-host " + quote(names.get(i) + ":" + address),
                                        YamlPath.of("network", "hosts", address).index(i));
                            }
                        });
        for (int i = 0; i < spec.network().nameservers().size(); i++) {
            add(
                    "--dns " + quote(spec.network().nameservers().get(i)),
                    YamlPath.of("network", "nameservers", i));
        }
        for (int i = 0; i < spec.network().searchDomains().size(); i++) {
            add(
                    "--dns-search " + quote(spec.network().searchDomains().get(i)),
                    YamlPath.of("network", "searchDomains", i));
        }
    }

    private void ports() {
        List<Machine.Forward> forwards = spec.machine().forwards();
        for (int i = 0; i < forwards.size(); i++) {
            Machine.Forward forward = forwards.get(i);
            add(
                    "--publish 127.0.0.1:" + forward.hostPort() + ":" + forward.guestPort(),
                    YamlPath.of("machine", "forward", i));
        }
    }

    /** Named volumes: Podman fills an empty one with what the image has at its place. */
    private void volumes() {
        if (NeededPackages.of(spec).containsKey(HostKeys.SERVER)) {
            // Who has logged in once expects the same key, also of the container's successor.
            add("--volume " + spec.name() + "-ssh-host-keys:" + HostKeys.KEPT);
        }
        List<String> persist = spec.storage().persist();
        for (int i = 0; i < persist.size(); i++) {
            String volume = spec.name() + persist.get(i).replaceAll("[^A-Za-z0-9_.-]+", "-");
            add(
                    "--volume " + quote(volume + ":" + persist.get(i)),
                    YamlPath.of("storage", "persist", i));
        }
        List<Storage.Disk> disks = spec.storage().disks();
        for (int i = 0; i < disks.size(); i++) {
            Storage.Disk disk = disks.get(i);
            add(
                    "--volume " + quote(spec.name() + "-" + disk.name() + ":" + disk.mount()),
                    YamlPath.of("storage", "disks", i));
        }
    }

    private void add(String option, YamlPath... origins) {
        options.add(new Line(option, List.of(origins)));
    }
}

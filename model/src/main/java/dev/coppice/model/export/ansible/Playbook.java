package dev.coppice.model.export.ansible;

import dev.coppice.model.export.TextWriter;
import dev.coppice.model.export.debian.FileFolder;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

/** The playbook: what a machine must have, in the order in which it can be had. */
final class Playbook {

    private final SystemSpec spec;
    private final FileFolder folder;

    Playbook(SystemSpec spec, FileFolder folder) {
        this.spec = spec;
        this.folder = folder;
    }

    TextWriter text() {
        var steps = new Steps();
        var handlers = new Handlers(spec);
        var files = new FilesPart(spec, folder, handlers, steps);
        new MachinePart(spec, handlers, steps).write();
        files.archives();
        new SoftwarePart(spec, folder, steps).packages();
        new MachinePart(spec, handlers, steps).languages();
        // Homes, bundles and files may lie on disks.
        new StoragePart(spec, handlers, steps).write();
        new PeoplePart(spec, steps).write();
        new SoftwarePart(spec, folder, steps).bundles();
        files.write();
        var units = new UnitsPart(spec, steps);
        units.enableOwn();
        steps.topic("What has changed so far takes effect before services start.");
        steps.flush("Run handlers");
        units.write();
        return whole(steps, handlers);
    }

    private TextWriter whole(Steps steps, Handlers handlers) {
        var text = new TextWriter("  ");
        text.line("---");
        String title = spec.description().isEmpty() ? "" : ": " + spec.description();
        text.line("# " + spec.name() + title, YamlPath.of("name"), YamlPath.of("description"));
        text.line("# Written by Coppice from system.yaml, for a machine that already runs Debian.");
        text.line("#   do it:              ansible-playbook -i inventory playbook.yml");
        text.line(
                "#   later, look first:  ansible-playbook -i inventory playbook.yml --check"
                        + " --diff");
        text.line("# The machine needs python3; Ansible needs no collections beside its own.");
        text.line(
                "- name: Bring " + spec.name() + " to the state of its spec", YamlPath.of("name"));
        text.indented(
                () -> {
                    text.line("hosts: all");
                    text.line("become: true");
                    if (!spec.network().interfaces().isEmpty()) {
                        text.line("vars:");
                        text.line("  # Set this to true when systemd-networkd may take over from");
                        text.line(
                                "  # what manages the network today. It does so at the next"
                                        + " start.");
                        text.line("  manage_network: false", YamlPath.of("network", "interfaces"));
                    }
                    steps.write("tasks", text);
                    handlers.write(text);
                });
        return text;
    }
}

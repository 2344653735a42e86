package dev.coppice.model.export.kairos;

import dev.coppice.model.export.ExportedFile;
import dev.coppice.model.export.Language;
import dev.coppice.model.export.TextWriter;
import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlDocument;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.linux.UnitStates;
import dev.coppice.model.spec.ServiceState;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.model.yaml.YamlScalars;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cloud-config: who and what the machine is, and the settings that it writes at each start. */
final class CloudConfig {

    static final String NAME = "cloud-config.yaml";

    private static final YamlPath PARAMETERS = YamlPath.of("kernel", "parameters");
    private static final YamlPath RAW = YamlPath.of("targets", "kairos");

    private final Plan plan;
    private final FilesPart files;
    private final StoragePart storage;

    CloudConfig(Plan plan, FilesPart files, StoragePart storage) {
        this.plan = plan;
        this.files = files;
        this.storage = storage;
    }

    ExportedFile.Text file() {
        SystemSpec spec = plan.spec();
        var text = new TextWriter("");
        text.line("#cloud-config");
        text.line(YamlScalars.comment(spec.name()), YamlPath.of("name"));
        if (!spec.description().isEmpty()) {
            text.line(YamlScalars.comment(spec.description()), YamlPath.of("description"));
        }
        text.line("# Kairos knows no package here: those are part of the image.");
        Yaml.Fields raw = RawConfig.of(spec.targets().kairos(), RAW);
        new YamlDocument(text.gap()).write(Merge.of(root(), raw));
        return text.file(NAME, Language.YAML);
    }

    private Yaml.Fields root() {
        SystemSpec spec = plan.spec();
        var people = new PeoplePart(spec.accounts());
        var root = new YamlMap();
        // A template, too.
        root.put("hostname", Templates.escaped(spec.hostname()), YamlPath.of("hostname"));
        root.put("users", people.users());
        install(people, root);
        if (!spec.kernel().parameters().isEmpty()) {
            root.comment("The same for raw images, which are never installed.");
            root.put("grub_options", commandLine(spec.kernel().parameters()));
        }
        root.put("stages", stages(people));
        return root.done();
    }

    private static Yaml.Fields commandLine(List<String> parameters) {
        return new YamlMap(PARAMETERS)
                .put("extra_cmdline", Yaml.text(String.join(" ", parameters), PARAMETERS))
                .done();
    }

    private void install(PeoplePart people, YamlMap root) {
        var install = new YamlMap();
        if (!people.hasAdmin()) {
            install.comment("Nobody is in the group admin, which may do everything unasked.");
            install.put("nousers", Yaml.bool(true));
        }
        List<String> parameters = plan.spec().kernel().parameters();
        if (!parameters.isEmpty()) {
            install.put("grub_options", commandLine(parameters));
        }
        install.putUnlessEmpty("bind_mounts", storage.bindMounts());
        if (!install.isEmpty()) {
            root.comment("For the ISO image. With auto: true it installs without asking.");
            root.put("install", install.done());
        }
    }

    private Yaml.Fields stages(PeoplePart people) {
        var stages = new YamlMap();
        var rootfs = new ArrayList<Yaml>();
        storage.layout().ifPresent(rootfs::add);
        var start = new ArrayList<Yaml>();
        step("Groups", "ensure_entities", people.groups(), start);
        plan.startFolders().ifPresent(command -> start.add(folders(command)));
        step("Settings", "files", plan.startFiles(), start);
        LocalFiles.copyCommand(plan).ifPresent(start::add);
        storage.mounts().ifPresent(start::add);
        units().ifPresent(start::add);
        var boot = new ArrayList<Yaml>(files.steps());
        storage.swap().ifPresent(boot::add);
        stages.putUnlessEmpty("rootfs", Yaml.items(rootfs));
        stages.comment("Before systemd is started.");
        stages.putUnlessEmpty("initramfs", Yaml.items(start));
        stages.putUnlessEmpty("boot", Yaml.items(boot));
        return stages.done();
    }

    private static Yaml folders(String command) {
        return new YamlMap()
                .put("name", Yaml.text("Folders of settings"))
                .put("commands", Yaml.items(List.of(Yaml.text(Templates.escaped(command)))))
                .done();
    }

    private static void step(String name, String key, Yaml.Items items, List<Yaml> steps) {
        if (!items.items().isEmpty()) {
            steps.add(new YamlMap().put("name", Yaml.text(name)).put(key, items).done());
        }
    }

    private Optional<Yaml> units() {
        var systemctl = new YamlMap();
        systemctl.putUnlessEmpty("enable", units(ServiceState.ENABLED));
        systemctl.putUnlessEmpty("disable", units(ServiceState.DISABLED));
        systemctl.putUnlessEmpty("mask", units(ServiceState.MASKED));
        return systemctl.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new YamlMap()
                                .put("name", Yaml.text("Units"))
                                .put("systemctl", systemctl.done())
                                .done());
    }

    private Yaml.Items units(ServiceState wanted) {
        return Yaml.items(
                UnitStates.of(plan.spec()).stream()
                        .filter(unit -> unit.state() == wanted && !unit.origins().isEmpty())
                        .map(unit -> new Yaml.Text(unit.unit(), unit.origins()))
                        .toList());
    }
}

package dev.coppice.model.export.ansible;

import dev.coppice.model.export.debian.BundleCommands;
import dev.coppice.model.export.debian.FileFolder;
import dev.coppice.model.export.debian.SystemFile;
import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.linux.NeededPackages;
import dev.coppice.model.linux.SettingFile;
import dev.coppice.model.linux.UnitFiles;
import dev.coppice.model.spec.Bundle;
import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.TreeMap;

/** Packages and bundles. */
final class SoftwarePart {

    private static final int LIST_AGE = 3600;
    private static final String CACHE = "/var/cache/coppice";
    private static final String COPY = "ansible.builtin.copy";
    private static final String FILE = "ansible.builtin.file";

    private final SystemSpec spec;
    private final FileFolder folder;
    private final Steps steps;

    SoftwarePart(SystemSpec spec, FileFolder folder, Steps steps) {
        this.spec = spec;
        this.folder = folder;
        this.steps = steps;
    }

    void packages() {
        var needed = new TreeMap<String, List<YamlPath>>(NeededPackages.of(spec));
        var network = spec.network();
        if (!network.nameservers().isEmpty() || !network.searchDomains().isEmpty()) {
            needed.putIfAbsent(
                    "systemd-resolved",
                    List.of(
                            YamlPath.of("network", "nameservers"),
                            YamlPath.of("network", "searchDomains")));
        }
        BundleCommands.tools(spec.software().bundles()).forEach(needed::putIfAbsent);
        needed.remove("curl");
        spec.software().packages().stream()
                .filter("curl"::equals)
                .forEach(name -> needed.put(name, List.of(YamlPath.of("packages"))));
        if (needed.isEmpty()) {
            return;
        }
        List<Yaml> names =
                needed.entrySet().stream()
                        .map(each -> (Yaml) new Yaml.Text(each.getKey(), each.getValue()))
                        .toList();
        var arguments =
                new YamlMap()
                        .put("name", Yaml.items(names))
                        .put("state", "present")
                        .put("install_recommends", Yaml.bool(false))
                        .put("update_cache", Yaml.bool(true));
        if (spec.software().repositories().isEmpty()) {
            arguments.put("cache_valid_time", Yaml.number(LIST_AGE));
        }
        steps.topic("Packages.");
        steps.add("Install packages", "ansible.builtin.apt", arguments, YamlPath.of("packages"));
    }

    void bundles() {
        List<Bundle> bundles = spec.software().bundles();
        if (!bundles.isEmpty()) {
            steps.topic("Software from outside Debian.");
            steps.add(
                    "Make a place for downloads",
                    FILE,
                    new YamlMap().put("path", CACHE).put("state", "directory").put("mode", "0755"));
        }
        for (int i = 0; i < bundles.size(); i++) {
            bundle(bundles.get(i), YamlPath.of("bundles", i));
        }
    }

    private void bundle(Bundle bundle, YamlPath path) {
        String file = CACHE + "/" + bundle.name() + "-" + BundleCommands.fileName(bundle);
        switch (bundle.origin()) {
            case Bundle.Download(String url) -> {
                var arguments =
                        new YamlMap()
                                .put("url", Yaml.text(Jinja.text(url), path.key("url")))
                                .put("dest", Jinja.text(file))
                                .put("mode", "0644");
                bundle.sha256()
                        .ifPresent(
                                digest ->
                                        arguments.put(
                                                "checksum",
                                                "sha256:" + digest,
                                                path.key("sha256")));
                steps.add("Download " + bundle.name(), "ansible.builtin.get_url", arguments, path);
            }
            case Bundle.FromProject(String source) -> {
                var archive =
                        new SystemFile(
                                "/bundles/" + bundle.name() + "/" + BundleCommands.fileName(bundle),
                                new SystemFile.FromProject(source, path.key("source")),
                                SettingFile.PLAIN,
                                "root",
                                "root");
                steps.add(
                        "Bring " + bundle.name(),
                        COPY,
                        new YamlMap()
                                .put("src", folder.add(archive), path.key("source"))
                                .put("dest", Jinja.text(file))
                                .put("mode", "0644"),
                        path);
            }
        }
        unpack(bundle, path, file);
        for (int i = 0; i < bundle.files().size(); i++) {
            Bundle.Placed placed = bundle.files().get(i);
            String mode = String.format("%04o", placed.mode());
            place(bundle, placed.from(), placed.to(), mode, path.key("files").index(i));
        }
        for (int i = 0; i < bundle.units().size(); i++) {
            String unit = bundle.units().get(i);
            String to = UnitFiles.FOLDER + unit.substring(unit.lastIndexOf('/') + 1);
            place(bundle, unit, to, "0644", path.key("units").index(i));
        }
    }

    private void unpack(Bundle bundle, YamlPath path, String file) {
        steps.add(
                "Make the folder of " + bundle.name(),
                FILE,
                new YamlMap()
                        .put("path", Jinja.text(bundle.into()), path.key("into"))
                        .put("state", "directory")
                        .put("mode", "0755"),
                path);
        String archive = BundleCommands.archive(bundle);
        if (archive.isEmpty()) {
            place(
                    bundle,
                    file,
                    bundle.into() + "/" + BundleCommands.fileName(bundle),
                    "0755",
                    path);
            return;
        }
        var arguments =
                new YamlMap()
                        .put("src", Jinja.text(file))
                        .put("dest", Jinja.text(bundle.into()))
                        .put("remote_src", Yaml.bool(true))
                        .put("owner", "root")
                        .put("group", "root");
        if (bundle.strip() > 0 && !archive.equals("zip")) {
            arguments.put(
                    "extra_opts",
                    Yaml.items(
                            List.of(
                                    Yaml.text(
                                            "--strip-components=" + bundle.strip(),
                                            path.key("strip")))));
        }
        steps.add("Unpack " + bundle.name(), "ansible.builtin.unarchive", arguments, path);
    }

    private void place(Bundle bundle, String from, String to, String mode, YamlPath origin) {
        String source = from.startsWith("/") ? from : bundle.into() + "/" + from;
        steps.add(
                "Place " + to,
                COPY,
                new YamlMap()
                        .put("src", Jinja.text(source))
                        .put("dest", Jinja.text(to))
                        .put("remote_src", Yaml.bool(true))
                        .put("mode", mode),
                origin);
    }
}

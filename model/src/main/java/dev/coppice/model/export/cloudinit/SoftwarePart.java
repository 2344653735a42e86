package dev.coppice.model.export.cloudinit;

import dev.coppice.model.export.yaml.Yaml;
import dev.coppice.model.export.yaml.YamlMap;
import dev.coppice.model.linux.BundleScript;
import dev.coppice.model.linux.NeededPackages;
import dev.coppice.model.linux.RepositoryFiles;
import dev.coppice.model.linux.SettingFile;
import dev.coppice.model.spec.Bundle;
import dev.coppice.model.spec.Container;
import dev.coppice.model.spec.Repository;
import dev.coppice.model.yaml.YamlPath;

import java.util.List;
import java.util.Optional;

/** Packages, archives, bundles and images of containers. */
final class SoftwarePart {

    private static final Yaml ALL = Yaml.items(List.of(Yaml.text("default")));
    private static final YamlPath MIRROR = YamlPath.of("base", "mirror");

    private final FirstBoot boot;

    SoftwarePart(FirstBoot boot) {
        this.boot = boot;
    }

    void write(YamlMap root) {
        apt(root);
        NeededPackages.of(boot.spec()).forEach(boot::need);
        RepositoryFiles.of(boot.spec()).forEach(boot::file);
        List<Repository> repositories = boot.spec().software().repositories();
        for (int i = 0; i < repositories.size(); i++) {
            if (repositories.get(i).key() instanceof Repository.FromProject(String source)) {
                key(repositories.get(i), source, YamlPath.of("repositories", i));
            }
        }
        List<Bundle> bundles = boot.spec().software().bundles();
        for (int i = 0; i < bundles.size(); i++) {
            bundle(bundles.get(i), YamlPath.of("bundles", i));
        }
        images(boot.spec().containers());
    }

    private void apt(YamlMap root) {
        var apt = new YamlMap();
        boot.spec()
                .base()
                .mirror()
                .ifPresent(
                        mirror ->
                                apt.put(
                                        "primary",
                                        Yaml.items(
                                                List.of(
                                                        new YamlMap(MIRROR)
                                                                .put("arches", ALL)
                                                                .put("uri", mirror)
                                                                .done()))));
        if (!NeededPackages.of(boot.spec()).isEmpty()) {
            apt.comment("Packages that others only recommend stay out.");
            apt.put("conf", "APT::Install-Recommends \"false\";\n");
        }
        root.putUnlessEmpty("apt", apt.done());
    }

    private void key(Repository repository, String source, YamlPath path) {
        Optional<String> text = boot.input().files().text(source);
        if (text.isEmpty()) {
            boot.report()
                    .dropped(
                            path.key("keySource"),
                            "the key is no text that could stand in user-data; give an armoured"
                                    + " key: gpg --enarmor");
            return;
        }
        boot.file(
                new SettingFile(
                        RepositoryFiles.keyring(repository),
                        text.get(),
                        SettingFile.PLAIN,
                        List.of(path.key("keySource"))));
    }

    private void bundle(Bundle bundle, YamlPath path) {
        if (bundle.origin() instanceof Bundle.FromProject) {
            boot.report()
                    .dropped(
                            path,
                            "user-data cannot carry a file of the project; publish it and give"
                                    + " its url and sha256");
            return;
        }
        List<YamlPath> origins = List.of(path);
        BundleScript.packages(bundle).forEach(name -> boot.need(name, origins));
        boot.script(origins, BundleScript.lines(bundle, ""));
        if (!bundle.units().isEmpty()) {
            boot.rebootNeeded();
        }
    }

    private void images(List<Container> containers) {
        for (int i = 0; i < containers.size(); i++) {
            if (containers.get(i).imageArchive().isPresent()) {
                boot.report()
                        .dropped(
                                YamlPath.of("containers", i, "imageArchive"),
                                "user-data cannot carry an image; push it to a registry and name"
                                        + " it there, or copy the archive to where the unit looks"
                                        + " for it");
            }
        }
    }
}

package dev.coppice.model.export.kairos;

import dev.coppice.model.linux.BundleScript;
import dev.coppice.model.linux.ContainerUnits;
import dev.coppice.model.linux.RepositoryFiles;
import dev.coppice.model.linux.ShellWords;
import dev.coppice.model.spec.Bundle;
import dev.coppice.model.spec.Container;
import dev.coppice.model.spec.Repository;
import dev.coppice.model.yaml.YamlPath;

import java.util.ArrayList;
import java.util.List;

/** Archives, bundles and images of containers: all of them parts of the image. */
final class SoftwarePart {

    private static final String SCRIPTS = "/usr/lib/coppice/bundles/";

    private final Plan plan;

    SoftwarePart(Plan plan) {
        this.plan = plan;
    }

    void write() {
        RepositoryFiles.of(plan.spec())
                .forEach(
                        file ->
                                plan.image(
                                        ImageFile.text(
                                                file.path(), file.content(), file.origins())));
        List<Repository> repositories = plan.spec().software().repositories();
        for (int i = 0; i < repositories.size(); i++) {
            Repository one = repositories.get(i);
            if (one.key() instanceof Repository.FromProject(String source)) {
                YamlPath origin = YamlPath.of("repositories", i, "keySource");
                plan.image(ImageFile.copy(RepositoryFiles.keyring(one), source, origin));
            }
        }
        List<Bundle> bundles = plan.spec().software().bundles();
        for (int i = 0; i < bundles.size(); i++) {
            bundle(bundles.get(i), YamlPath.of("bundles", i));
        }
        List<Container> containers = plan.spec().containers();
        for (int i = 0; i < containers.size(); i++) {
            Container container = containers.get(i);
            YamlPath origin = YamlPath.of("containers", i, "imageArchive");
            container
                    .imageArchive()
                    .ifPresent(
                            archive ->
                                    plan.image(
                                            ImageFile.copy(
                                                    ContainerUnits.imagePath(container),
                                                    archive,
                                                    origin)));
        }
    }

    private void bundle(Bundle bundle, YamlPath path) {
        String local = SCRIPTS + BundleScript.fileName(bundle);
        if (bundle.origin() instanceof Bundle.FromProject(String source)) {
            plan.image(ImageFile.copy(local, source, path.key("source")));
        }
        var lines = new ArrayList<String>();
        lines.add("#!/bin/sh");
        lines.addAll(BundleScript.lines(bundle, local));
        String script = SCRIPTS + bundle.name() + ".sh";
        plan.image(ImageFile.text(script, String.join("\n", lines), List.of(path)));
        plan.run("Bundle " + bundle.name(), "sh " + ShellWords.quoted(script), List.of(path));
    }
}
